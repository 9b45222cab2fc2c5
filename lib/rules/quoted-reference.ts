import { BINDING_TYPE } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { questionableUses } from "../model/principal-use";
import { quotedAddress } from "../model/quoted-address";
import { showValue, type Value } from "../model/value";
import type { Rule, Violation } from "./rule";

export const quotedReference: Rule = {
  id: "quoted-reference",
  title: "a reference to a resource is one, and not the text of its address",
  why: "text that looks like an address is text for Terraform: no identity, principal, scope or role has such an id",
  source: "Terraform, References to values and JSON configuration syntax; azurerm, issue 6079",
  level: "error",
  rawLevel: "error",
  check: (model) => [
    ...model.hosts.flatMap((host) =>
      (host.identityIds ?? []).flatMap((id) => violations(model, [host], "identity_ids", id)),
    ),
    ...questionableUses(model).flatMap((use) =>
      use.entry.type === BINDING_TYPE ? violations(model, [use], "principal_id", use.principal) : [],
    ),
    ...["scope", "role_definition_id"].flatMap((name) =>
      bindingsBy(model, name).flatMap(({ value, bindings }) => violations(model, bindings, name, value)),
    ),
    ...model.federatedCredentials.flatMap((credential) =>
      violations(model, [credential], "parent_id", credential.identityId),
    ),
  ],
};

/** Asked for the arguments that hold ids, and never for text of the user's own. */
function violations(
  model: Model,
  culprits: readonly { readonly entry: Entry }[],
  name: string,
  value: Value | undefined,
): Violation[] {
  const given = follow(model, value);
  const address = given?.kind === "literal" ? quotedAddress(String(given.value)) : undefined;
  if (!given || address === undefined) return [];
  const message =
    `${name} "${showValue(given)}" is the text of a Terraform address and refers to nothing; allowed is a reference or an id; ` +
    `pass the attribute of the construct, such as identity.id, or write "\${${address}}"`;
  return culprits.map(({ entry }) => ({ entry, message }));
}
