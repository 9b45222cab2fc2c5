import { accessClass } from "./collection-class";
import type { Entry } from "./entries";
import { isSettable, type Member } from "./members";
import { NotUnderstood } from "./not-understood";
import type { Parts } from "./parts";
import type { NestedBlockSchema } from "./schema";

export type Nesting = Omit<NestedBlockSchema, "block"> & { readonly struct: string };

/**
 * How the bindings nest a block, or undefined for an attribute. A larger minimum or maximum than 1 is lost in them.
 *
 * @throws NotUnderstood for what cannot be told from an attribute, and for blocks in a map
 */
export function nestingOf(member: Member, { entries, props }: Parts): Nesting | undefined {
  if (!isSettable(member)) return member.computed ? undefined : unsettableBlock(member);
  const entry = entries.get(member.name);
  if (entry === undefined) throw new NotUnderstood("it can be set, but is not written as HCL");
  const { mapper, collection } = entry;
  checkShape(entry);
  const minItems = member.required ? 1 : 0;
  if (mapper.kind === "list" && mapper.block) {
    if (mapper.of.kind !== "struct") throw new NotUnderstood("a block without a struct");
    return { nesting: listOrSet(collection), minItems, maxItems: 0, struct: mapper.of.struct };
  }
  if (mapper.kind !== "struct") return undefined;
  // The generator unwraps no list but that of a block which occurs once at most.
  if (collection !== "struct") {
    return { nesting: listOrSet(collection), minItems, maxItems: 1, struct: mapper.struct };
  }
  // A single block and an object differ only in the description that the generator makes up for blocks.
  return props.includes(`\n  * ${member.name} block\n`) ? single(mapper.struct) : undefined;
}

/** Only of a block the generator says neither computed, optional nor required: one in which nothing can be set. */
function unsettableBlock({ code }: Member): Nesting {
  const struct = /^(\w+)OutputReference$/.exec(accessClass(code)?.name ?? "")?.[1];
  if (struct === undefined) throw new NotUnderstood("a block that is neither single, a list nor a set");
  return single(struct);
}

function single(struct: string): Nesting {
  return { nesting: "single", minItems: 0, maxItems: 0, struct };
}

const SHAPES: Record<Entry["mapper"]["kind"], readonly Entry["collection"][]> = {
  primitive: ["simple"],
  struct: ["struct", "list", "set"],
  list: ["list", "set"],
  map: ["map"],
};

function checkShape({ mapper, collection }: Entry): void {
  if (SHAPES[mapper.kind].includes(collection)) return;
  throw new NotUnderstood(`its type "${collection}" does not fit its mapper, which is a ${mapper.kind}`);
}

function listOrSet(collection: Entry["collection"]): "list" | "set" {
  return collection === "set" ? "set" : "list";
}
