import type { Entry } from "../model/entry";
import { isMachineType } from "../model/host";
import { link } from "../model/link";
import { follow, type Model } from "../model/model";
import { resourcesOf } from "../model/resources-of";
import { readValue } from "../model/value";
import { variableOf } from "../model/variable";
import type { Rule } from "./rule";

const ALLOWED =
  "allowed is a value that only Terraform knows, such as a sensitive variable without a default";
const FIX = 'pass the stringValue of new TerraformVariable(this, "password", { sensitive: true })';

/** None of its messages may hold the password: they end up in logs, which is what the rule is against. */
export const adminPassword: Rule = {
  id: "admin-password",
  title:
    "the password of a machine's administrator is written out nowhere in the program, and its variable is sensitive",
  why: "who can read the program or the synthesized JSON can log in; Terraform shows what is not marked sensitive",
  source:
    "azurerm, azurerm_linux_virtual_machine (admin_password is sensitive); Terraform, Suppress values in CLI output",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    resourcesOf(model, isMachineType).flatMap((entry) =>
      passwords(entry.values).flatMap((raw) =>
        problemsOf(model, entry, raw).map((message) => ({ entry, message })),
      ),
    ),
};

function problemsOf(model: Model, entry: Entry, raw: unknown): string[] {
  const password = follow(model, link(readValue(raw, entry.stack), model.links));
  if (password?.kind === "literal")
    return [`admin password is written out in the program; ${ALLOWED}; ${FIX}`];
  const variable = variableOf(model, password);
  if (!variable) return [];
  const { name, block } = variable;
  const problems: string[] = [];
  if (block.default !== undefined && block.default !== null && block.default !== "") {
    problems.push(
      `admin password is the variable "${name}", whose default is written out in the program; ${ALLOWED}; remove the ` +
        `default and set TF_VAR_${name} where Terraform runs`,
    );
  }
  if (String(block.sensitive) !== "true") {
    problems.push(
      `admin password is the variable "${name}", which is not sensitive; ${ALLOWED}; give the variable sensitive: true`,
    );
  }
  return problems;
}

/** Scale sets with flexible orchestration have theirs in the block of the operating system. */
function passwords(block: unknown): unknown[] {
  if (typeof block !== "object" || block === null) return [];
  return Object.entries(block).flatMap(([name, value]) =>
    name === "admin_password" ? [value] : passwords(value),
  );
}
