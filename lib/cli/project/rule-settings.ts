import { gapsOfStack } from "../../prerequisites/gaps-of-stack";
import type { ReportedSettings } from "../../report/identity-report";
import { isWithin, type RuleSettings } from "../../rules/settings";
import type { Project } from "./project";

/** What the programs asked of the rules, as their reports have it; a stack without a report is checked as it is. */
export function ruleSettings({ model, stacks, isWholeApp }: Project): RuleSettings {
  const checked = stacks.filter(({ report }) => report?.settings.checked ?? true);
  const enforced = stacks.filter(({ report }) => report?.settings.enforced ?? false);
  const all = <T extends Setting>(settingsIn: (settings: ReportedSettings) => readonly T[]) =>
    once(
      stacks.flatMap(({ path, report }) => {
        const settings = report ? settingsIn(report.settings) : [];
        return isWholeApp ? settings : ofStack(settings, path);
      }),
    );
  return {
    acknowledgements: all(({ acknowledgements }) => acknowledgements),
    levels: all(({ levels }) => levels),
    conventions: all(({ conventions }) => conventions),
    enforced: enforced.map(({ path }) => path),
    checked: checked.map(({ path }) => path),
    isWholeApp,
    permissionGaps: checked.flatMap(({ path, report }) => gapsOfStack(model, path, report?.deployer ?? [])),
  };
}

interface Setting {
  readonly path: string;
}

/** What is asked above a stack must not reach those of another app; what is nearer still comes after it. */
function ofStack<T extends Setting>(settings: readonly T[], stack: string): T[] {
  return [...settings]
    .sort((a, b) => a.path.length - b.path.length)
    .map((setting) => (isWithin(stack, setting.path) ? { ...setting, path: stack } : setting));
}

/** The reports of several stacks repeat what is asked for all of them; of equal settings the last one counts. */
function once<T extends Setting>(settings: readonly T[]): T[] {
  const last = new Map([...settings].reverse().map((setting) => [JSON.stringify(setting), setting]));
  return [...last.values()].reverse();
}
