/** Writes the generated pages of docs. Tests fail when one of them is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../lib/rules/registry";
import { CORPUS } from "../test/terraform/agreement/corpus";
import { agreementPage } from "./docs/agreement-page";
import { readApi } from "./docs/api-model";
import { apiPage } from "./docs/api-page";
import { commandPage } from "./docs/command-page";
import { machineArguments, machineArgumentsPage } from "./docs/machine-arguments";
import { NOT_CHECKED } from "./docs/not-checked";
import { rulesPage } from "./docs/rules-page";

const ROOT = join(__dirname, "..");
const DOCS = join(ROOT, "docs");

writeFileSync(join(DOCS, "rules.md"), rulesPage(RULES, NOT_CHECKED));
writeFileSync(join(DOCS, "virtual-machine-arguments.md"), machineArgumentsPage(machineArguments()));
writeFileSync(join(DOCS, "api.md"), apiPage(readApi(join(ROOT, "lib/index.ts"))));
writeFileSync(join(DOCS, "agreement.md"), agreementPage(CORPUS));

// The page is written by hand; only what its commands write is put in.
const COMMAND_PAGE = join(DOCS, "command.md");
void commandPage(readFileSync(COMMAND_PAGE, "utf8")).then((page) => writeFileSync(COMMAND_PAGE, page));
