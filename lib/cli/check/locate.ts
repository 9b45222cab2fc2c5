import { readFileSync } from "node:fs";
import type { LocatedFinding } from "../../report/findings/located-finding";
import type { EvaluatedFinding } from "../../rules/evaluate";
import type { Project } from "../project/project";
import { linesOfKeys } from "./lines-of-keys";

const DEPTH = 3;

/** Findings with the file and the line where what they are about begins; the first line where it is all of a stack. */
export function locate({ stacks }: Project, findings: readonly EvaluatedFinding[]): LocatedFinding[] {
  const filesOf = new Map(stacks.map(({ path, files }) => [path, files]));
  const known = new Map<string, ReadonlyMap<string, number>>();
  const linesIn = (file: string) => {
    const lines = known.get(file) ?? linesOfKeys(readFileSync(file, "utf8"), DEPTH);
    known.set(file, lines);
    return lines;
  };
  return findings.map((finding) => {
    const files = filesOf.get(finding.stack) ?? [];
    const key = keyOf(finding.address);
    const file = files.find((one) => linesIn(one).has(key)) ?? files[0] ?? "";
    return { ...finding, file, line: linesIn(file).get(key) ?? 1 };
  });
}

const SECTIONS = ["data", "module", "output", "provider", "terraform", "variable"];

/** `azurerm_x.y` is at `resource`, `azurerm_x` and `y`. */
function keyOf(address: string): string {
  const parts = address.split(".");
  return [...(SECTIONS.includes(parts[0] ?? "") ? [] : ["resource"]), ...parts].join("\t");
}
