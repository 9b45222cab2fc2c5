import { AnnotationMetadataEntryType, type Manifest, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { groupBy } from "../model/group-by";
import type { Finding } from "../rules/finding";

/** Findings of one rule and level that get an annotation each; the rest is counted in one more. */
const SHOWN_PER_RULE = 5;

/**
 * Adds findings that fail nothing to the constructs as cdktf annotations, each text once.
 *
 * @param manifest the manifest of a run: cdktf has collected the annotations of its stacks already
 * @returns whether any is new
 */
export function annotate(construct: IConstruct, findings: readonly Finding[], manifest?: Manifest): boolean {
  const { root } = construct.node;
  let isAnyNew = false;
  for (const [rule, ofRule] of groupBy(findings, ({ rule }) => rule)) {
    const quiet = ofRule.filter(({ level }) => level !== "error");
    for (const finding of quiet.slice(0, SHOWN_PER_RULE)) {
      add(finding, finding.path, `${rule}: ${finding.message}`);
    }
    const rest = quiet.slice(SHOWN_PER_RULE);
    for (const [path, ofStack] of groupBy(rest, ({ stack }) => stack)) {
      const first = ofStack[0] as Finding;
      add(first, path, `${rule}: ${ofStack.length} more of this kind, the first at ${first.path}`);
    }
  }
  return isAnyNew;

  function add(finding: Finding, path: string, message: string): void {
    const stack = find(root, finding.stack);
    const annotated = find(root, path) ?? stack ?? root;
    const level =
      finding.level === "warning" ? AnnotationMetadataEntryType.WARN : AnnotationMetadataEntryType.INFO;
    if (annotated.node.metadata.some(({ type, data }) => type === level && data === message)) return;
    annotated.node.addMetadata(level, message, { stackTrace: false });
    isAnyNew = true;
    if (!TerraformStack.isStack(stack)) return;
    manifest?.forStack(stack).annotations.push({ constructPath: annotated.node.path, level, message });
  }
}

function find(root: IConstruct, path: string): IConstruct | undefined {
  return path
    .split("/")
    .reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), root);
}
