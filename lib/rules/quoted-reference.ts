import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { remembered } from "../model/remembered";
import { type Literal, showValue, type Value } from "../model/value";
import type { Rule, Violation } from "./rule";

export const quotedReference: Rule = {
  id: "quoted-reference",
  title: "a reference to a resource is one, and not the text of its address",
  why: "text that looks like an address is text for Terraform: no identity, principal, scope or role has such an id",
  source: "Terraform, References to values and JSON configuration syntax; azurerm, issue 6079",
  level: "error",
  rawLevel: "error",
  check: (model) => [
    ...model.hosts.flatMap(({ entry, identityIds = [] }) =>
      identityIds.flatMap((id) => violation(model, entry, "identity_ids", id)),
    ),
    ...model.bindings.flatMap(({ entry, principal, scope, roleDefinitionId }) => [
      ...violation(model, entry, "principal_id", principal),
      ...violation(model, entry, "scope", scope),
      ...violation(model, entry, "role_definition_id", roleDefinitionId),
    ]),
    ...model.federatedCredentials.flatMap(({ entry, identityId }) =>
      violation(model, entry, "parent_id", identityId),
    ),
  ],
};

/** Asked for the arguments that hold ids, and never for text of the user's own. */
function violation(model: Model, entry: Entry, name: string, value: Value | undefined): readonly Violation[] {
  const given = follow(model, value);
  const address = given?.kind === "literal" ? quoted(given) : undefined;
  if (!given || address === undefined) return NONE;
  const text = showValue(given);
  const message =
    `${name} "${text}" is the text of a Terraform address and refers to nothing; allowed is a reference or an id; ` +
    `pass the attribute of the construct, such as identity.id, or write "\${${address}}"`;
  return [{ entry, message }];
}

const NONE: readonly Violation[] = [];

const quoted = remembered(({ value }: Literal) => quotedAddress(String(value)));
