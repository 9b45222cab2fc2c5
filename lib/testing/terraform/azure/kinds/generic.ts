import type { ObjectValue } from "../../provider/value";
import { guid } from "../store/guid";
import { inWords, text } from "../values";
import type { Kind } from "./kind";

/**
 * A guess for a type that no rule is written for: it lies in what its arguments name as its parent, else in its
 * group, else in the subscription, and is replaced with these and with its name.
 */
export function genericKind(type: string, planned: ObjectValue): Kind {
  const words = type.replace(/^[a-z]+_/, "");
  const parent = Object.keys(planned)
    .filter(
      (name) => name === "parent_id" || (name.endsWith("_id") && words.startsWith(`${name.slice(0, -3)}_`)),
    )
    .find((name) => text(planned[name])?.startsWith("/"));
  const last = words.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  // What has no name is told apart by what it says.
  const name = text(planned.name) ? "{name}" : guid(type, inWords(planned));
  const place = parent
    ? `{${parent}}`
    : planned.resource_group_name
      ? "{group}/providers/Generic"
      : undefined;
  return { id: `${place ?? "/subscriptions/{subscription}/providers/Generic"}/${last}/${name}` };
}
