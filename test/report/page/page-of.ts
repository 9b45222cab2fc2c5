import { type Model, readModel } from "../../../lib/model/model";
import type { StackSource } from "../../../lib/model/terraform-json";
import { buildDocument } from "../../../lib/report/document/build-document";
import type { DocumentFinding } from "../../../lib/report/document/report-document";
import { identityGraph } from "../../../lib/report/graph/identity-graph";
import { reportPage } from "../../../lib/report/page/report-page";
import { evaluate } from "../../../lib/rules/evaluate";

/** The page of stacks, with what the rules say of them at their full level, and other findings. */
export function pageOf(
  stacks: readonly StackSource[],
  title = "cdktf.out",
  others: readonly DocumentFinding[] = [],
): string {
  const model = readModel(stacks);
  return reportPage({ title, graph: identityGraph(model), document: documentOf(model, others) });
}

function documentOf(model: Model, others: readonly DocumentFinding[]) {
  return buildDocument({
    model,
    libraryVersion: "1.2.3",
    notices: [],
    stacks: model.stacks.map(({ path }) => ({ path, deployer: [] })),
    findings: [...findingsOf(model), ...others],
  });
}

function findingsOf(model: Model): DocumentFinding[] {
  const stacks = model.stacks.map(({ path }) => path);
  return evaluate(model, {
    acknowledgements: [],
    levels: [],
    conventions: [],
    permissionGaps: [],
    enforced: stacks,
    checked: stacks,
    isWholeApp: false,
  });
}
