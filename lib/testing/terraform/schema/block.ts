import { accessClass, typeOfClass } from "./collection-class";
import type { Declarations } from "./declarations";
import { typeOfGetter } from "./getter";
import { typeOfMapper } from "./mapper";
import { isSettable, type Member } from "./members";
import { nestingOf } from "./nesting";
import { collect, NotUnderstood } from "./not-understood";
import { type Parts, partsOfStruct } from "./parts";
import type { AttributeSchema, BlockSchema, NestedBlockSchema, TypeExpression } from "./schema";

/** Where in the bindings a derivation is. */
export interface Place {
  readonly declarations: Declarations;
  /** Filled with all that is not understood. */
  readonly problems: string[];
  /** The attribute or block: `os_disk.diff_disk_settings`, empty at the top. */
  readonly path: string;
  readonly structs: readonly string[];
}

/** The schema of what the parts describe; it is whole only where no problem was added. */
export function blockSchema(place: Place, parts: Parts): BlockSchema {
  const attributes: Record<string, AttributeSchema> = {};
  const blocks: Record<string, NestedBlockSchema> = {};
  for (const member of parts.members) {
    const at = { ...place, path: pathTo(place, member) };
    collect(place.problems, at.path, () => {
      const nesting = nestingOf(member, parts);
      if (nesting === undefined) attributes[member.name] = attribute(at, member, parts);
      else blocks[member.name] = nestedBlock(at, nesting);
    });
  }
  return { attributes, blocks };
}

function nestedBlock(at: Place, { struct, ...nesting }: ReturnType<typeof nestingOf> & object) {
  return { ...nesting, block: blockSchema(enter(at, struct), partsOfStruct(at.declarations, struct)) };
}

function attribute(at: Place, member: Member, parts: Parts): AttributeSchema {
  return {
    type: attributeType(at, member, parts),
    ...(member.required ? { required: true } : {}),
    ...(member.optional ? { optional: true } : {}),
    ...(member.computed ? { computed: true } : {}),
  };
}

function attributeType(at: Place, member: Member, { entries }: Parts): TypeExpression {
  const objectType = (struct: string) => objectTypeOf(enter(at, struct), member, struct);
  const access = accessClass(member.code);
  if (access !== undefined) return typeOfClass(at.declarations, access, objectType);
  const entry = isSettable(member) ? entries.get(member.name) : undefined;
  if (entry === undefined) return typeOfGetter(member.code);
  return typeOfMapper(entry.mapper, entry.collection === "set" ? "set" : "list", objectType);
}

function objectTypeOf(place: Place, owner: Member, struct: string): TypeExpression {
  const parts = partsOfStruct(place.declarations, struct);
  const types: Record<string, TypeExpression> = {};
  for (const member of parts.members) {
    const at = { ...place, path: pathTo(place, member) };
    collect(place.problems, at.path, () => {
      types[member.name] = memberType(at, owner, member, parts);
    });
  }
  return ["object", types];
}

function memberType(at: Place, owner: Member, member: Member, parts: Parts): TypeExpression {
  if ((["required", "optional", "computed"] as const).some((flag) => member[flag] !== owner[flag])) {
    throw new NotUnderstood(
      `it is not as required, optional and computed as ${owner.name}; members of an object are, and nested attributes of protocol 6 are not supported`,
    );
  }
  return attributeType(at, member, parts);
}

function enter(place: Place, struct: string): Place {
  if (place.structs.includes(struct)) {
    throw new NotUnderstood(
      `the struct ${struct} contains itself: the generator of cdktf writes levels that look alike as one`,
    );
  }
  return { ...place, structs: [...place.structs, struct] };
}

function pathTo({ path }: Place, { name }: Member): string {
  return path === "" ? name : `${path}.${name}`;
}
