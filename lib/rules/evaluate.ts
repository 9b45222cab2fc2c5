import type { Model } from "../model/model";
import { RULES } from "./registry";
import type { Finding, Level, Rule, Violation } from "./rule";
import { type Acknowledgement, isWithin, type RuleSettings } from "./settings";

/** Runs all rules and gives each violation the level that settings and ownership ask for. */
export function evaluate(model: Model, settings: RuleSettings, rules: readonly Rule[] = RULES): Finding[] {
  const checked = new Set(settings.checked);
  const used = new Set<Acknowledgement>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const violation of rule.check(model)) {
      if (!checked.has(violation.entry.stack)) continue;
      const acknowledgement = settings.acknowledgements.find(
        ({ id, path }) => id === rule.id && isWithin(violation.entry.path, path),
      );
      if (acknowledgement) used.add(acknowledgement);
      else findings.push(toFinding(rule, violation, settings));
    }
  }
  return [...findings, ...unused(settings, used)];
}

function toFinding(rule: Rule, { entry, message }: Violation, settings: RuleSettings): Finding {
  const { stack, path, address } = entry;
  return { rule: rule.id, level: levelOf(rule, entry, settings), stack, path, address, message };
}

/** The setting nearest to the construct wins, and of equally near ones the last. */
function levelOf(rule: Rule, entry: Violation["entry"], { levels, enforced }: RuleSettings): Level {
  const [nearest] = levels
    .filter(({ id, path }) => id === rule.id && isWithin(entry.path, path))
    .reverse()
    .sort((a, b) => b.path.length - a.path.length);
  if (nearest) return nearest.level;
  const isFull = entry.own || enforced.some((path) => isWithin(entry.stack, path));
  return isFull ? rule.level : rule.rawLevel;
}

/** An acknowledgement that accepts nothing hides the next real finding, so it is worth a warning itself. */
function unused(
  { acknowledgements, checked, isWholeApp }: RuleSettings,
  used: ReadonlySet<Acknowledgement>,
): Finding[] {
  return acknowledgements
    .filter((acknowledgement) => !used.has(acknowledgement))
    .flatMap(({ id, path }) => {
      const stack = checked.find(
        (candidate) => isWithin(path, candidate) || (isWholeApp && isWithin(candidate, path)),
      );
      if (stack === undefined) return [];
      const message = `the acknowledgement of "${id}" accepts nothing here any more; remove it`;
      return [
        { rule: "unused-acknowledgement", level: "warning" as const, stack, path, address: "", message },
      ];
    });
}
