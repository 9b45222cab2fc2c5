/** Writes the generated pages of docs. Tests fail when one of them is stale. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../lib/rules/registry";
import { machineArguments, machineArgumentsPage } from "./docs/machine-arguments";
import { NOT_CHECKED } from "./docs/not-checked";
import { rulesPage } from "./docs/rules-page";

const DOCS = join(__dirname, "..", "docs");

writeFileSync(join(DOCS, "rules.md"), rulesPage(RULES, NOT_CHECKED));
writeFileSync(join(DOCS, "virtual-machine-arguments.md"), machineArgumentsPage(machineArguments()));
