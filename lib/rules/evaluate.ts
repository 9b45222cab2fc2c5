import type { Model } from "../model/model";
import type { Finding, RuleLevel } from "./finding";
import { RULES } from "./registry";
import type { Culprit, Rule, Violation } from "./rule";
import { type Acknowledgement, isWithin, nearest, type RuleSettings } from "./settings";

/** A finding, with the acknowledgement nearest to it of those that accept it. */
export interface EvaluatedFinding extends Finding {
  readonly accepted?: Acknowledgement;
}

/** What a rule found, before it has a level. */
interface Found {
  readonly rule: Rule;
  readonly violation: Violation;
  readonly accepted: Acknowledgement | undefined;
}

/** The findings that are left when those that the user accepts are taken away. */
export function evaluate(model: Model, settings: RuleSettings, rules: readonly Rule[] = RULES): Finding[] {
  return openFindings(evaluateAll(model, settings, rules));
}

export function openFindings(findings: readonly EvaluatedFinding[]): Finding[] {
  return findings.filter(({ accepted }) => !accepted);
}

/**
 * Runs all rules and gives each violation the level that settings and ownership ask for. Findings come in the order of
 * the entries that they are about, those of one entry in the order of the rules.
 */
export function evaluateAll(
  model: Model,
  settings: RuleSettings,
  rules: readonly Rule[] = RULES,
): EvaluatedFinding[] {
  const checked = new Set(settings.checked);
  const used = new Set<Acknowledgement>();
  const all: Found[] = [];
  for (const rule of rules) {
    for (const found of rule.check(model, settings)) {
      const violation = [found, found.mirrored].find((seen) => seen && checked.has(seen.entry.stack));
      if (!violation) continue;
      const accepting = settings.acknowledgements.filter(
        ({ id, path }) => id === rule.id && (covers(path, found.entry) || coversMirrored(path, found)),
      );
      for (const acknowledgement of accepting) used.add(acknowledgement);
      all.push({ rule, violation, accepted: nearest(accepting) });
    }
  }
  return [...inOrder(model, all).map((found) => toFinding(found, settings)), ...unused(settings, used)];
}

function inOrder(model: Model, all: readonly Found[]): readonly Found[] {
  if (all.length < 2) return all;
  const position = new Map<Culprit, number>(model.entries.map((entry, at) => [entry, at]));
  const positionOf = ({ violation }: Found) => position.get(violation.entry) ?? 0;
  return [...all].sort((a, b) => positionOf(a) - positionOf(b));
}

function toFinding({ rule, violation, accepted }: Found, settings: RuleSettings): EvaluatedFinding {
  const { stack, path, address } = violation.entry;
  const level = levelOf(rule, violation, settings);
  const finding = { rule: rule.id, level, stack, path, address, message: violation.message };
  return accepted ? { ...finding, accepted } : finding;
}

function levelOf(rule: Rule, violation: Violation, { levels, enforced }: RuleSettings): RuleLevel {
  const { entry, level = rule.level, rawLevel = violation.level ?? rule.rawLevel } = violation;
  const setting = nearest(levels.filter(({ id, path }) => id === rule.id && covers(path, entry)));
  if (setting) return setting.level;
  const isFull = entry.own || enforced.some((path) => isWithin(entry.stack, path));
  return isFull ? level : rawLevel;
}

/** Of two that are the same, accepting the finding on either accepts it. */
function coversMirrored(path: string, { mirrored }: Violation): boolean {
  return mirrored !== undefined && covers(path, mirrored.entry);
}

/**
 * What only an override of its stack says has an address in place of a path, but is in its stack all the same. The
 * resource of a construct has that construct's path.
 */
function covers(path: string, entry: Culprit): boolean {
  return isWithin(entry.path, path) || isWithin(entry.stack, path) || path === `${entry.path}/Default`;
}

/**
 * An acknowledgement that accepts nothing hides the next real finding, so it is worth a warning itself. A stack alone
 * cannot tell: what is accepted may lie between it and another one.
 */
function unused(
  { acknowledgements, checked, isWholeApp }: RuleSettings,
  used: ReadonlySet<Acknowledgement>,
): Finding[] {
  if (!isWholeApp) return [];
  return acknowledgements
    .filter((acknowledgement) => !used.has(acknowledgement))
    .flatMap(({ id, path }) => {
      const stack = checked.find((candidate) => isWithin(path, candidate) || isWithin(candidate, path));
      if (stack === undefined) return [];
      const message = `the acknowledgement of "${id}" accepts nothing here any more; remove it`;
      return [
        { rule: "unused-acknowledgement", level: "warning" as const, stack, path, address: "", message },
      ];
    });
}
