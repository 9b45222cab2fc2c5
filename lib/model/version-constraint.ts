/** `=`, `>=`, `~>` and so on, and up to three numbers; releases before a release are none that a range admits. */
const CONDITION = /^(=|!=|>=|<=|>|<|~>)?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?$/;

/** Versions from the first one to before the second one. */
type Range = readonly [from: number, before: number];

/**
 * Whether a version constraint certainly admits a version that is not below a major one. One that cannot be read says
 * no; an empty one admits every version.
 *
 * Source: Terraform, "Version Constraints"; of `~>` the last number given but one is the one that must stay.
 */
export function admitsFrom(constraint: string, major: number): boolean {
  const [from, before] = admitted(constraint) ?? NONE;
  return Math.max(versionOf(major, 0, 0), from) < before;
}

/** Whether a version constraint certainly admits no version below one; of one that cannot be read nothing is certain. */
export function isFrom(constraint: string, major: number, minor: number): boolean {
  const range = admitted(constraint);
  return range !== undefined && range[0] >= versionOf(major, minor, 0);
}

/** Whether a version constraint certainly admits only versions below one. */
export function isBelow(constraint: string, major: number, minor: number): boolean {
  const range = admitted(constraint);
  return range !== undefined && range[1] <= versionOf(major, minor, 0);
}

const NONE: Range = [0, 0];

/** What all conditions admit; `undefined` for a constraint that cannot be read. */
function admitted(constraint: string): Range | undefined {
  const ranges = constraint
    .split(",")
    .map((condition) => condition.trim())
    .filter(Boolean)
    .map(rangeOf);
  if (!ranges.every((range) => range !== undefined)) return undefined;
  return [Math.max(0, ...ranges.map(([first]) => first)), Math.min(...ranges.map(([, end]) => end))];
}

function rangeOf(condition: string): Range | undefined {
  const found = CONDITION.exec(condition);
  if (!found) return undefined;
  const [, operator = "=", first = "0", second, third] = found;
  const [major, minor, patch] = [Number(first), Number(second ?? 0), Number(third ?? 0)];
  const version = versionOf(major, minor, patch);
  switch (operator) {
    case "=":
      return [version, version + 1];
    case ">=":
      return [version, Number.POSITIVE_INFINITY];
    case ">":
      return [version + 1, Number.POSITIVE_INFINITY];
    case "<=":
      return [0, version + 1];
    case "<":
      return [0, version];
    case "~>":
      return [version, third === undefined ? versionOf(major + 1, 0, 0) : versionOf(major, minor + 1, 0)];
    default:
      return [0, Number.POSITIVE_INFINITY];
  }
}

/** A version as one number, the next patch being the next number. */
function versionOf(major: number, minor: number, patch: number): number {
  return (major * 1e4 + minor) * 1e4 + patch;
}
