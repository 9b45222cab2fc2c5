import type { Entry } from "../model/entry";
import { entryAt, entryOf, follow, type Model } from "../model/model";
import { visitTexts } from "../model/texts";
import { literalText, showValue, type Value } from "../model/value";
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
    if (!isWholeApp) return [];
    const bound = new Set(model.bindings.map(({ principal }) => boundIdentity(model, principal)));
    const others = model.identities.filter(({ entry }) => !entry.isData && !bound.has(entry));
    if (others.length === 0) return [];
    const used = usedIdentities(model);
    return others.flatMap(({ entry, name }) => {
      if (used.entries.has(entry) || used.texts.has(entry.address)) return [];
      const text = literalText(follow(model, name));
      if (text !== undefined && used.texts.has(text.toLowerCase())) return [];
      const message =
        `identity "${name ? showValue(name) : entry.address}" is used by nothing in this app; allowed is one that is ` +
        "attached, bound, federated or exported; use it, export its id with a TerraformOutput, or remove it";
      return [{ entry, message }];
    });
  },
};

/** What most identities are used for; others may be named anywhere. */
function boundIdentity(model: Model, principal: Value | undefined): Entry | undefined {
  return principal?.kind === "reference" ? entryOf(model, principal) : undefined;
}

interface Used {
  readonly entries: ReadonlySet<Entry>;
  /** Addresses in other stacks, as they are until cdktf has linked the stacks; names that are looked up or in an id. */
  readonly texts: ReadonlySet<string>;
}

function usedIdentities(model: Model): Used {
  const entries = new Set<Entry>();
  const found = new Set<string>();
  for (const { path, json } of model.stacks) {
    visitTexts(json, (text) => {
      for (const address of text.match(ADDRESS) ?? []) {
        const entry = entryAt(model, path, address);
        if (entry) entries.add(entry);
        else found.add(address);
      }
      for (const [, name = ""] of text.matchAll(ID)) found.add(name.toLowerCase());
    });
  }
  for (const { entry, name } of model.identities) {
    const text = entry.isData ? literalText(follow(model, name)) : undefined;
    if (text) found.add(text.toLowerCase());
  }
  return { entries, texts: found };
}
