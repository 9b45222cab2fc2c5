import { NotUnderstood } from "./not-understood";
import type { TypeExpression } from "./schema";

/** The function that turns a property into HCL, which has the shape of the property's type. */
export type Mapper =
  | { readonly kind: "primitive"; readonly name: string }
  | { readonly kind: "struct"; readonly struct: string }
  | { readonly kind: "list"; readonly of: Mapper; readonly block: boolean }
  | { readonly kind: "map"; readonly of: Mapper };

/** @throws NotUnderstood for anything else than nested mappers of cdktf and of the bindings */
export function parseMapper(text: string): Mapper {
  const list = /^cdktf\.listMapperHcl\((.+), (true|false)\)$/.exec(text);
  if (list) return { kind: "list", of: parseMapper(list[1] as string), block: list[2] === "true" };
  const map = /^cdktf\.hashMapperHcl\((.+)\)$/.exec(text);
  if (map) return { kind: "map", of: parseMapper(map[1] as string) };
  const primitive = /^cdktf\.(string|number|boolean|any)ToHclTerraform$/.exec(text);
  if (primitive) return { kind: "primitive", name: primitive[1] as string };
  const struct = /^(\w+)ToHclTerraform$/.exec(text)?.[1];
  if (struct === undefined) throw new NotUnderstood(`the mapper ${text}`);
  return { kind: "struct", struct: struct.charAt(0).toUpperCase() + struct.slice(1) };
}

/**
 * The type of a mapper. Whether a list inside another collection is a set is lost in the bindings: it is taken for a
 * list, which Terraform treats alike but for the order.
 *
 * @param outer what the outermost list is
 * @throws NotUnderstood for what could be of any type
 */
export function typeOfMapper(
  mapper: Mapper,
  outer: "list" | "set",
  objectType: (struct: string) => TypeExpression,
): TypeExpression {
  switch (mapper.kind) {
    case "list":
      return [outer, typeOfMapper(mapper.of, "list", objectType)];
    case "map":
      // The generator knows any only as the value of a map, which is how it writes a dynamic attribute.
      if (mapper.of.kind === "primitive" && mapper.of.name === "any") return "dynamic";
      return ["map", typeOfMapper(mapper.of, "list", objectType)];
    case "struct":
      return objectType(mapper.struct);
    case "primitive":
      return primitiveType(mapper.name);
  }
}

/** @throws NotUnderstood for any, which the generator writes for attributes that it leaves out */
export function primitiveType(name: string): "string" | "number" | "bool" {
  if (name === "string" || name === "number") return name;
  if (name === "boolean") return "bool";
  throw new NotUnderstood(`the type ${name}: the generator of cdktf left the real one out`);
}
