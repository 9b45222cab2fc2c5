import type { Entry } from "../model/entry";
import { follow, type Model } from "../model/model";
import { quotedAddress } from "../model/quoted-address";
import { literalText, type Value } from "../model/value";
import type { Rule } from "./rule";

export const quotedReference: Rule = {
  id: "quoted-reference",
  title: "a reference to a resource is one, and not the text of its address",
  why: "text that looks like an address is text for Terraform: no identity, principal, scope or role has such an id",
  source: "Terraform, References to values and JSON configuration syntax; azurerm, issue 6079",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    argumentsOf(model).flatMap(({ entry, name, value }) => {
      const text = literalText(follow(model, value));
      const address = text === undefined ? undefined : quotedAddress(text);
      if (text === undefined || address === undefined) return [];
      const message =
        `${name} "${text}" is the text of a Terraform address and refers to nothing; allowed is a reference or an id; ` +
        `pass the attribute of the construct, such as identity.id, or write "\${${address}}"`;
      return [{ entry, message }];
    }),
};

interface Argument {
  readonly entry: Entry;
  readonly name: string;
  readonly value: Value | undefined;
}

/** The arguments of the model that hold ids, and never text of the user's own. */
function argumentsOf({ hosts, bindings }: Model): Argument[] {
  return [
    ...hosts.flatMap(({ entry, identityIds = [] }) =>
      identityIds.map((value) => ({ entry, name: "identity_ids", value })),
    ),
    ...bindings.flatMap(({ entry, principal, scope, roleDefinitionId }) => [
      { entry, name: "principal_id", value: principal },
      { entry, name: "scope", value: scope },
      { entry, name: "role_definition_id", value: roleDefinitionId },
    ]),
  ];
}
