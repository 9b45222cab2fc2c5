import { AnnotationMetadataEntryType, type StackAnnotation, type TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { groupBy } from "../model/group-by";
import type { Finding } from "../rules/finding";
import type { Run } from "./run";

/** Findings of one rule and level that get an annotation each; the rest is counted in one more. */
const SHOWN_PER_RULE = 5;

/** Adds findings that fail nothing to the constructs as cdktf annotations, each text once. */
export function annotate(stack: TerraformStack, findings: readonly Finding[], run: Run | undefined): void {
  for (const [rule, ofRule] of groupBy(findings, ({ rule }) => rule)) {
    const quiet = ofRule.filter(({ level }) => level !== "error");
    for (const finding of quiet.slice(0, SHOWN_PER_RULE))
      add(finding, finding.path, `${rule}: ${finding.message}`);
    const rest = quiet.slice(SHOWN_PER_RULE);
    for (const [path, ofStack] of groupBy(rest, (finding) => finding.stack)) {
      const first = ofStack[0] as Finding;
      add(first, path, `${rule}: ${ofStack.length} more of this kind, the first at ${first.path}`);
    }
  }

  function add(finding: Finding, path: string, message: string): void {
    const construct = find(stack.node.root, path) ?? find(stack.node.root, finding.stack) ?? stack;
    const level =
      finding.level === "warning" ? AnnotationMetadataEntryType.WARN : AnnotationMetadataEntryType.INFO;
    if (construct.node.metadata.some(({ type, data }) => type === level && data === message)) return;
    construct.node.addMetadata(level, message, { stackTrace: false });
    addToManifest(finding.stack, { constructPath: construct.node.path, level, message });
  }

  /** cdktf has collected the annotations of earlier stacks already: the manifest is where they still can go. */
  function addToManifest(path: string, annotation: StackAnnotation): void {
    const other = run?.stacks.find(({ node }) => node.path === path);
    if (other && other !== stack) run?.app.manifest.forStack(other).annotations.push(annotation);
  }
}

function find(root: IConstruct, path: string): IConstruct | undefined {
  return path
    .split("/")
    .reduce<IConstruct | undefined>((construct, id) => construct?.node.tryFindChild(id), root);
}
