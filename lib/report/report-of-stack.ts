import type { DeclaredRole } from "../model/declared-role";
import type { Model } from "../model/model";
import type { EvaluatedFinding } from "../rules/evaluate";
import { isWithin, type RuleSettings } from "../rules/settings";
import { grantOf } from "./access";
import {
  type IdentityReport,
  REPORT_VERSION,
  type ReportedBinding,
  type ReportedFinding,
  type ReportedSettings,
} from "./identity-report";
import { reportedOperations } from "./reported-operations";

/** What was found out about the stacks of an app. */
export interface Evaluation {
  readonly model: Model;
  readonly settings: RuleSettings;
  /** Also those that are accepted. */
  readonly findings: readonly EvaluatedFinding[];
  /** By construct path of the stack; those without a declared deployer are not in it. */
  readonly deployers: ReadonlyMap<string, readonly DeclaredRole[]>;
}

/** What a synth knows of the report beside what it found out. */
export type ReportOrigin = Pick<IdentityReport, "libraryVersion" | "stack" | "json">;

/** The report of one stack. It is the same for the same program: nothing of the time or of the machine is in it. */
export function reportOfStack(
  evaluation: Evaluation,
  { libraryVersion, stack, json }: ReportOrigin,
): IdentityReport {
  const { model, settings, findings, deployers } = evaluation;
  const source = model.stacks.find(({ path }) => path === stack);
  return {
    schemaVersion: REPORT_VERSION,
    libraryVersion,
    stack,
    json,
    settings: settingsOf(settings, stack),
    deployer: deployers.get(stack) ?? null,
    findings: findings.filter((finding) => finding.stack === stack).map(reportedFinding),
    bindings: bindingsOf(model, stack),
    ...reportedOperations(model, stack, deployers.has(stack)),
    own: [...(source?.own ?? [])],
    merged: source?.merged ?? [],
  };
}

function settingsOf(
  { checked, enforced, acknowledgements, levels, conventions }: RuleSettings,
  stack: string,
): ReportedSettings {
  const isAbout = ({ path }: { readonly path: string }) => isWithin(stack, path) || isWithin(path, stack);
  return {
    checked: checked.includes(stack),
    enforced: enforced.some((path) => isWithin(stack, path)),
    acknowledgements: acknowledgements.filter(isAbout),
    levels: levels.filter(isAbout),
    conventions: conventions.filter(isAbout),
  };
}

function reportedFinding({ stack: _, accepted, ...finding }: EvaluatedFinding): ReportedFinding {
  return accepted ? { ...finding, accepted: { path: accepted.path, reason: accepted.reason } } : finding;
}

function bindingsOf(model: Model, stack: string): ReportedBinding[] {
  return model.bindings
    .filter(({ entry }) => entry.stack === stack)
    .map((binding) => {
      const { identity, role, scope, path } = grantOf(model, binding);
      return { address: binding.entry.address, path, identity, role, scope };
    });
}
