import { type EvaluatedFinding, evaluateAll } from "../../rules/evaluate";
import type { Project } from "./project";
import { ruleSettings } from "./rule-settings";

/** What the rules say of a project, also what its programs accept. */
export function findingsOf(project: Project): EvaluatedFinding[] {
  return evaluateAll(project.model, ruleSettings(project));
}
