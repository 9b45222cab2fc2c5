import type { Binding } from "../model/binding";
import { bindingsBy } from "../model/bindings-by";
import { directoryTypeOf } from "../model/directory-principal";
import { follow, type Model } from "../model/model";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const skipServicePrincipalCheck: Rule = {
  id: "skip-service-principal-check",
  title: "skip_service_principal_aad_check is set for service principals alone",
  why: "azurerm then says that the principal is a service principal, and Azure answers 400 UnmatchedPrincipalType",
  source: "azurerm, azurerm_role_assignment (skip_service_principal_aad_check)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    skipping(model).flatMap((binding) => {
      const { entry } = binding;
      const kind = kindOf(binding);
      if (!kind) return [];
      const stated = literalText(follow(model, binding.principalType));
      const message =
        `skip_service_principal_aad_check is given for a ${kind}; allowed is it for service principals; leave it out` +
        `${stated ? "" : `, and set principal_type to "${kind}"`}`;
      // What principal_type says comes first: the argument is then wrong, but without effect.
      if (stated) return [{ entry, message, level: "warning" as const }];
      return binding.principalType ? [] : [{ entry, message }];
    }),
};

function skipping(model: Model): Binding[] {
  return bindingsBy(model, "skip_service_principal_aad_check").flatMap(({ value, bindings }) => {
    const given = follow(model, value);
    return given?.kind === "literal" && String(given.value) === "true" ? bindings : [];
  });
}

/** `User` or `Group`, where the binding says so or refers to one. */
function kindOf({ principal, principalType }: Binding): string | undefined {
  const stated = literalText(principalType);
  if (stated !== undefined) return ["User", "Group"].includes(stated) ? stated : undefined;
  const type = principal && directoryTypeOf(principal);
  return type === "ServicePrincipal" ? undefined : type;
}
