import type { IdentityReport } from "../../report/identity-report";
import type { RuleLevel } from "../../rules/finding";

/** Whether a report has the parts that are read here, as a synth writes them. */
export function isReport(value: unknown): value is IdentityReport {
  const { stack, json, settings, deployer, own, merged } = fieldsOf(value);
  const { file, sha256 } = fieldsOf(json);
  const { checked, enforced, acknowledgements, levels, conventions } = fieldsOf(settings);
  return (
    [stack, file, sha256].every(isText) &&
    [checked, enforced].every((flag) => typeof flag === "boolean") &&
    isListOf(acknowledgements, hasTexts("path", "id", "reason")) &&
    isListOf(levels, isLevelSetting) &&
    isListOf(conventions, isConvention) &&
    isListOf(own, isText) &&
    isListOf(merged, (one) => isText(fieldsOf(one).address) && isListOf(fieldsOf(one).paths, isText)) &&
    (deployer === null || isListOf(deployer, isDeclaredRole))
  );
}

const LEVELS: readonly unknown[] = ["error", "warning", "information"] satisfies readonly RuleLevel[];

function isLevelSetting(value: unknown): boolean {
  return hasTexts("path", "id")(value) && LEVELS.includes(fieldsOf(value).level);
}

function isConvention(value: unknown): boolean {
  const { prefix = "", pattern = "" } = fieldsOf(value);
  return (
    hasTexts("path", "resourceType")(value) && isText(prefix) && isText(pattern) && isExpression(pattern)
  );
}

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

function isDeclaredRole(value: unknown): boolean {
  const { role, scope, subscriptionsOf = [], limit } = fieldsOf(value);
  const { guid, reference } = fieldsOf(role);
  const { roles = [], principalTypes = [], principalIds = [] } = fieldsOf(limit);
  return (
    (isText(guid) || isStackText(reference)) &&
    (scope === undefined || isStackText(scope)) &&
    isListOf(subscriptionsOf, isText) &&
    isListOf(roles, isText) &&
    isListOf(principalTypes, isText) &&
    isListOf(principalIds, isStackText)
  );
}

const isStackText = hasTexts("stack", "text");

function hasTexts(...names: readonly string[]): (value: unknown) => boolean {
  return (value) => names.every((name) => isText(fieldsOf(value)[name]));
}

function isListOf(value: unknown, isOne: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
