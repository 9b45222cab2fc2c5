import type { ObjectValue } from "../../provider/value";
import { fill, text } from "../values";

const GROUP = "/subscriptions/{subscription}/resourceGroups/{resource_group_name}";

/** The arguments that a template of an id has in it. */
export function argumentsOf(template: string): string[] {
  const names = [...whole(template).matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return names.filter((name) => name !== "subscription");
}

/** The id that arguments make. */
export function idFrom(
  template: string,
  object: ObjectValue,
  subscriptionId: string | undefined,
): string | undefined {
  return fill(whole(template), (name) => (name === "subscription" ? subscriptionId : text(object[name])));
}

/** The arguments that an id was made from. */
export function argumentsFrom(template: string, id: string): ObjectValue {
  const pattern = whole(template).replace(/\{(\w+)\}/g, (_, name: string) =>
    name.endsWith("_id") ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  const { subscription: _, ...found } = new RegExp(`^${pattern}$`, "i").exec(id)?.groups ?? {};
  return { ...found };
}

function whole(template: string): string {
  return template.replace("{group}", GROUP);
}
