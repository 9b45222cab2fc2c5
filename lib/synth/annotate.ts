import { AnnotationMetadataEntryType, type Manifest, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { groupBy } from "../model/group-by";
import type { Finding } from "../rules/finding";

/** Findings of one rule and level that get an annotation each; the rest is counted in one more. */
const SHOWN_PER_RULE = 5;

/**
 * Adds findings that fail nothing as cdktf annotations.
 *
 * @param manifest the manifest of a run: cdktf has collected the annotations of its stacks already, and collects them
 * anew the next time. Without one they go to the constructs, each text once.
 * @returns whether there are any
 */
export function annotate(construct: IConstruct, findings: readonly Finding[], manifest?: Manifest): boolean {
  const { root } = construct.node;
  let isAny = false;
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
  return isAny;

  function add(finding: Finding, path: string, message: string): void {
    const stack = find(root, finding.stack);
    const annotated = find(root, path) ?? stack ?? root;
    const level =
      finding.level === "warning" ? AnnotationMetadataEntryType.WARN : AnnotationMetadataEntryType.INFO;
    isAny = true;
    if (manifest && TerraformStack.isStack(stack)) {
      manifest.forStack(stack).annotations.push({ constructPath: annotated.node.path, level, message });
    } else if (!annotated.node.metadata.some(({ type, data }) => type === level && data === message)) {
      annotated.node.addMetadata(level, message, { stackTrace: false });
    }
  }
}

function find(root: IConstruct, path: string): IConstruct | undefined {
  return path
    .split("/")
    .reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), root);
}
