import type { Entry } from "./entry";
import type { Model } from "./model";
import type { Block } from "./terraform-json";

const keys = new WeakMap<Model, Map<string, string>>();

/**
 * What tells the subscription of an entry: the literal `subscription_id` of its provider block, else that block
 * itself. Entries with the same key are in the same subscription; with different keys they need not be.
 */
export function subscriptionKey(model: Model, entry: Entry): string {
  const provider = typeof entry.values.provider === "string" ? entry.values.provider : "azurerm";
  const known = keys.get(model) ?? new Map<string, string>();
  keys.set(model, known);
  const place = `${entry.stack}|${provider}`;
  const key = known.get(place) ?? subscriptionOf(model, entry.stack, provider) ?? place;
  known.set(place, key);
  return key;
}

function subscriptionOf(model: Model, stack: string, provider: string): string | undefined {
  const alias = provider.split(".")[1]?.replace(/\}$/, "");
  const blocks = model.links.byPath.get(stack)?.json.provider?.azurerm ?? [];
  const block = [blocks].flat().find((candidate) => (candidate as Block).alias === alias) as
    | Block
    | undefined;
  const subscriptionId = block?.subscription_id;
  return typeof subscriptionId === "string" && !subscriptionId.includes("${")
    ? subscriptionId.toLowerCase()
    : undefined;
}
