import type { Entry } from "../model/entry";
import { ORCHESTRATED_SCALE_SET_TYPE } from "../model/host";
import { readLinked } from "../model/link";
import { follow, type Model } from "../model/model";
import type { Block } from "../model/terraform-json";
import { literalText } from "../model/value";
import type { Rule, Violation } from "./rule";

const TYPE = "UserAssigned";

export const orchestratedIdentity: Rule = {
  id: "orchestrated-identity",
  title:
    "a scale set with flexible orchestration has user-assigned identities only, and a size to go with them",
  why:
    "azurerm takes no other identity there, and Azure none without its id; of a scale set without sku_name azurerm " +
    "leaves the identities out, and plans them again each time",
  source: "azurerm, azurerm_orchestrated_virtual_machine_scale_set (identity, sku_name)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    model.hosts
      .filter(({ entry }) => entry.type === ORCHESTRATED_SCALE_SET_TYPE)
      .flatMap(({ entry }) => problemsOf(model, entry)),
};

function problemsOf(model: Model, entry: Entry): Violation[] {
  const [identity] = [entry.values.identity].flat() as (Block | string | undefined)[];
  if (typeof identity !== "object") return [];
  const violations: Violation[] = [];
  const type = literalText(follow(model, readLinked(identity.type, entry.stack, model.links)));
  if (type !== undefined && type !== TYPE) {
    const message =
      `identity of the type "${type}" is given to a scale set with flexible orchestration; allowed is "${TYPE}"; ` +
      "attach user-assigned identities, or make it a ScaleSetWithSystemIdentity, which is another resource";
    violations.push({ entry, message });
  }
  if (isNone(identity.identity_ids)) {
    const message =
      "identity without identity_ids is given to a scale set with flexible orchestration; allowed is one id or more; " +
      "attach a user-assigned identity, or remove the block";
    violations.push({ entry, message });
  }
  const { sku_name: sku } = entry.values;
  if (sku === undefined || sku === null) {
    const message =
      "identities are given to a scale set without sku_name, of which azurerm leaves them out; allowed is a size such " +
      'as "Standard_B2s"; set skuName';
    violations.push({ entry, message, rawLevel: "warning" });
  }
  return violations;
}

function isNone(ids: unknown): boolean {
  return ids === undefined || ids === null || (Array.isArray(ids) && ids.length === 0);
}
