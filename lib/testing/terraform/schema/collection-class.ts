import type { Declarations } from "./declarations";
import { primitiveType } from "./mapper";
import { NotUnderstood } from "./not-understood";
import type { TypeExpression } from "./schema";

/** What a member makes to give access to its value: `new XList(this, "name", true)`. */
export interface AccessClass {
  readonly name: string;
  /** Whether what looks like a list is a set. */
  readonly set: boolean;
}

const FIELD = /^\s+private \w+ = new ([\w.]+)\(this, "[^"]+"(?:, (true|false))?\);/;
const ELEMENT = /public get\((index|key): \w+\): (\w+) \{\n +return new \w+\(.*?(?:, (true|false))?\);/;
const OBJECT = /^(\w+)OutputReference$/;
const OF_CDKTF = /^cdktf\.(String|Number|Boolean|Any)((?:List|Map)+)$/;

export function accessClass(code: string): AccessClass | undefined {
  const field = FIELD.exec(code);
  return field ? { name: field[1] as string, set: field[2] === "true" } : undefined;
}

/**
 * The type of what a class gives access to: classes of lists and maps are followed to the class of their elements.
 *
 * @throws NotUnderstood for a class that is none of those
 */
export function typeOfClass(
  declarations: Declarations,
  { name, set }: AccessClass,
  objectType: (struct: string) => TypeExpression,
): TypeExpression {
  const struct = OBJECT.exec(name)?.[1];
  if (struct !== undefined) return objectType(struct);
  if (name.startsWith("cdktf.")) return typeOfCdktf(name, set);
  const element = ELEMENT.exec(declarations.get("class", name));
  if (!element) throw new NotUnderstood(`the class ${name}`);
  const [, key, elementName, elementSet] = element;
  const of = { name: elementName as string, set: elementSet === "true" };
  return [key === "key" ? "map" : listOrSet(set), typeOfClass(declarations, of, objectType)];
}

/** `cdktf.StringMapList` is a list of maps of strings; only of the outermost list it is known whether it is a set. */
function typeOfCdktf(name: string, set: boolean): TypeExpression {
  const [, primitive, suffixes] = OF_CDKTF.exec(name) ?? [];
  if (primitive === undefined || suffixes === undefined) throw new NotUnderstood(`the class ${name}`);
  const collections = suffixes.match(/List|Map/g) as string[];
  const dynamic = primitive === "Any" && collections[0] === "Map";
  const start: TypeExpression = dynamic ? "dynamic" : primitiveType(primitive.toLowerCase());
  return collections.slice(dynamic ? 1 : 0).reduce<TypeExpression>((type, collection, index, all) => {
    if (collection === "Map") return ["map", type];
    return [listOrSet(set && index === all.length - 1), type];
  }, start);
}

function listOrSet(set: boolean): "list" | "set" {
  return set ? "set" : "list";
}
