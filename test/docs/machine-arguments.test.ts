import { readFileSync } from "node:fs";
import { join } from "node:path";
import { machineArguments, machineArgumentsPage } from "../../scripts/docs/machine-arguments";

const ROWS = machineArguments();

test("docs/virtual-machine-arguments.md is fresh: npm run generate", () => {
  const page = readFileSync(join(__dirname, "../../docs/virtual-machine-arguments.md"), "utf8");
  expect(page).toBe(machineArgumentsPage(ROWS));
});

test("every argument of the provider is a prop, derived, or named as reached through the resource", () => {
  expect(ROWS.filter(({ how }) => how === undefined)).toEqual([]);
  expect(ROWS.length).toBeGreaterThan(60);
});
