import { Refusal } from "../../provider/behaviour";
import type { ObjectValue, Value } from "../../provider/value";
import type { BlockSchema } from "../../schema/schema";
import type { AttachedIdentities, Azure } from "../store/azure";
import { sameId } from "../store/ids";
import { blocks, text, texts } from "../values";
import type { WantedIdentities } from "./attach";

const NAMES = ["type", "identity_ids", "principal_id", "tenant_id"];

/**
 * What the `identity` block of a resource asks for; no block asks for none. Source: go-azure-helpers,
 * resourcemanager/identity (the Expand functions).
 *
 * @throws Refusal
 */
export function wantedIdentities(planned: ObjectValue): WantedIdentities {
  const [block] = blocks(planned.identity);
  const type = text(block?.type) ?? "None";
  const ids = texts(block?.identity_ids);
  if (ids.length > 0 && type === "SystemAssigned") {
    throw new Refusal(
      'expanding `identity`: `identity_ids` can only be specified when `type` is set to "SystemAssigned, UserAssigned" or "UserAssigned"',
    );
  }
  return { type, ids };
}

/** The `identity` of a host as azurerm shows it, in a resource or a data source. */
export function identityBlocks(
  azure: Azure,
  identities: AttachedIdentities | undefined,
  previous: Value | undefined,
  schema: BlockSchema | undefined,
): ObjectValue[] {
  if (!identities) return [];
  const [before] = blocks(previous);
  const { systemPrincipal, user } = identities;
  const shown: ObjectValue = {
    type: typeOf(identities),
    identity_ids: user.length === 0 && !Array.isArray(before?.identity_ids) ? null : inOrder(user, before),
    principal_id: systemPrincipal ?? "",
    tenant_id: systemPrincipal ? azure.tenantId : "",
  };
  const names = Object.keys(schema?.blocks.identity?.block.attributes ?? before ?? shown);
  return [
    Object.fromEntries(
      names.filter((name) => NAMES.includes(name)).map((name) => [name, shown[name] ?? null]),
    ),
  ];
}

/**
 * The `identity` right after a write: Terraform takes no other ids from an apply than the planned ones, so that of one
 * that was given in two spellings Azure shows only the next read what it kept.
 */
export function writtenIdentityBlocks(shown: readonly ObjectValue[], ids: readonly string[]): ObjectValue[] {
  return shown.map((block) =>
    ids.length > texts(block.identity_ids).length ? { ...block, identity_ids: [...ids] } : block,
  );
}

/** As Azure writes it for virtual machines. */
export function typeOf({ systemPrincipal, user }: AttachedIdentities): string {
  return [systemPrincipal ? ["SystemAssigned"] : [], user.length > 0 ? ["UserAssigned"] : []]
    .flat()
    .join(", ");
}

/** A set has no order; where a schema is a list the order that was given stays. */
function inOrder(user: readonly string[], before: ObjectValue | undefined): string[] {
  const given = texts(before?.identity_ids);
  const place = (id: string) => {
    const found = given.findIndex((each) => sameId(each, id));
    return found < 0 ? given.length : found;
  };
  return [...user].sort((one, other) => place(one) - place(other));
}
