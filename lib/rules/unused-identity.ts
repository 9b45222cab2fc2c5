import type { Entry } from "../model/entry";
import { entryAt, follow, type Model } from "../model/model";
import { speakingTexts } from "../model/texts";
import { literalText, showValue } from "../model/value";
import type { Rule } from "./rule";

const ADDRESS = /(?:data\.)?azurerm_user_assigned_identity\.[A-Za-z_][\w-]*/g;
const ID = /\/userAssignedIdentities\/([\w-]+)/gi;

export const unusedIdentity: Rule = {
  id: "unused-identity",
  title: "a user-assigned identity is attached, bound, federated or at least referred to",
  why: "one that nothing uses is left over, or the step that was to use it is missing",
  source: "Azure, Managed identity best practice recommendations",
  level: "information",
  rawLevel: "information",
  check: (model, { isWholeApp }) => {
    // A stack alone does not see the other stacks of its app, which may be where its identities are used.
    const made = isWholeApp ? model.identities.filter(({ entry }) => !entry.isData) : [];
    if (made.length === 0) return [];
    const used = usedIdentities(model);
    return made.flatMap(({ entry, name }) => {
      const text = literalText(follow(model, name));
      const keys = [keyOf(entry.stack, entry.address), entry.address, text?.toLowerCase() ?? ""];
      if (keys.some((key) => used.has(key))) return [];
      const message =
        `identity "${name ? showValue(name) : entry.address}" is used by nothing in this app; allowed is one that is ` +
        "attached, bound, federated or exported; use it, export its id with a TerraformOutput, or remove it";
      return [{ entry, message }];
    });
  },
};

/**
 * What stacks say of identities: addresses within their stack; those of elements in other stacks, as they are until
 * cdktf has linked the stacks; names that are looked up or stand in an id.
 */
function usedIdentities(model: Model): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { stack, texts } of speakingTexts(model)) {
    for (const text of texts) {
      if (text.includes("azurerm_user_assigned_identity.")) {
        for (const [address] of text.matchAll(ADDRESS)) used.add(usedAddress(model, stack, address));
      }
      if (text.includes("/")) {
        for (const [, name = ""] of text.matchAll(ID)) used.add(name.toLowerCase());
      }
    }
  }
  for (const { entry, name } of model.identities) {
    const text = entry.isData ? literalText(follow(model, name)) : undefined;
    if (text) used.add(text.toLowerCase());
  }
  return used;
}

function usedAddress(model: Model, stack: string, address: string): string {
  return entryAt(model, stack, address) ? keyOf(stack, address) : address;
}

function keyOf(stack: Entry["stack"], address: string): string {
  return `${stack}|${address}`;
}
