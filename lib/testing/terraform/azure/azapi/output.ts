import type { ObjectValue, Value } from "../../provider/value";
import { isObjectValue } from "../../provider/value";
import { text } from "../values";
import { fromDynamic, toDynamic } from "./dynamic";

/**
 * What is shown of an answer: dotted paths keep their place, named ones get their name. Of JMESPath such paths and the
 * keys of what is at one, with an empty object for nothing, are understood. Source: azapi, docs, `response_export_values`.
 */
export function outputOf(exported: Value | undefined, body: ObjectValue): Value {
  const wanted = fromDynamic(exported);
  if (Array.isArray(wanted)) {
    if (wanted.includes("*")) return toDynamic(body);
    return toDynamic(
      wanted.reduce<ObjectValue>((output, path) => put(output, body, text(path)?.split(".") ?? []), {}),
    );
  }
  if (isObjectValue(wanted)) {
    return toDynamic(
      Object.fromEntries(Object.entries(wanted).map(([name, path]) => [name, at(body, text(path) ?? "")])),
    );
  }
  return toDynamic({});
}

function put(output: ObjectValue, body: Value | undefined, [name, ...rest]: string[]): ObjectValue {
  if (name === undefined || !isObjectValue(body) || body[name] === undefined) return output;
  const present = output[name];
  const inner = rest.length === 0 ? body[name] : put(isObjectValue(present) ? present : {}, body[name], rest);
  return { ...output, [name]: inner };
}

const KEYS = /^keys\(([\w.]+) \|\| `\{\}`\)$/;

function at(body: ObjectValue, path: string): Value {
  const [, inner] = KEYS.exec(path) ?? [];
  if (inner !== undefined) {
    const object = at(body, inner);
    return isObjectValue(object) ? Object.keys(object) : [];
  }
  return path
    .split(".")
    .reduce<Value>((value, name) => (isObjectValue(value) ? (value[name] ?? null) : null), body);
}
