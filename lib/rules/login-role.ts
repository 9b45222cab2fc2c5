import { LOGIN_ROLES } from "../azure/needed-roles";
import { isGuid } from "../model/arm-id";
import type { Binding } from "../model/binding";
import { roleKey } from "../model/bound-role";
import { directoryTypeOf } from "../model/directory-principal";
import type { Entry } from "../model/entry";
import { handedOver } from "../model/handed-over";
import { VIRTUAL_MACHINE_TYPES } from "../model/host";
import { argument, entryOf, type Model, statedText } from "../model/model";
import { otherAssignments } from "../model/other-assignments";
import { resourcesOf } from "../model/resources-of";
import { entryOfId, scopeChain } from "../model/scope-chain";
import type { Rule } from "./rule";

export const loginRole: Rule = {
  id: "login-role",
  title: "where people log in to a machine with Entra, the app gives someone the role for it",
  why: "Owner and Contributor do not include it: without Virtual Machine User Login nobody gets in",
  source: "Azure, Sign in to a virtual machine by using Microsoft Entra ID (configure role assignments)",
  level: "warning",
  rawLevel: "warning",
  check: (model, { isWholeApp }) => {
    // A stack alone does not see the other stacks of its app, which may give the role.
    if (!isWholeApp) return [];
    return resourcesOf(model, (type) => type === "azurerm_virtual_machine_extension").flatMap((entry) => {
      const machine = isLogin(model, entry) ? machineOf(model, entry) : undefined;
      if (!machine || isPossible(model, machine)) return [];
      const message =
        `extension ${statedText(model, entry, "type")} lets people log in to ${machine.path} with Entra, and this app ` +
        "gives nobody the role for it; allowed is a binding of Virtual Machine Administrator Login or Virtual Machine " +
        "User Login at the machine or above; bind one, or accept this with IdentityRules.acknowledge where the role is " +
        "given elsewhere";
      return [{ entry, message }];
    });
  },
};

const LOGIN = /^(?:aadsshloginforlinux|aadloginforwindows)$/i;

function isLogin(model: Model, entry: Entry): boolean {
  if (!LOGIN.test(statedText(model, entry, "type") ?? "")) return false;
  return statedText(model, entry, "publisher")?.toLowerCase() === "microsoft.azure.activedirectory";
}

function machineOf(model: Model, extension: Entry): Entry | undefined {
  const id = argument(model, extension, "virtual_machine_id");
  const machine = id?.kind === "reference" && id.attribute === "id" ? entryOf(model, id) : undefined;
  return machine && VIRTUAL_MACHINE_TYPES.has(machine.type) ? machine : undefined;
}

function isPossible(model: Model, machine: Entry): boolean {
  const bindings = [...model.bindings, ...otherAssignments(model)];
  if (bindings.some((binding) => mayLetIn(model, binding, machine))) return true;
  const { stack, address } = machine;
  const chain = scopeChain(model, { kind: "reference", stack, address, attribute: "id" });
  // A module that gets people, the machine, or what the machine is in, may give the role.
  return handedOver(model).some((reference) => {
    if (directoryTypeOf(reference) !== undefined) return true;
    if (reference.attribute === "" && entryOf(model, reference) === machine) return true;
    const [scope] = scopeChain(model, reference);
    return scope !== undefined && chain.includes(scope);
  });
}

/** A role of the tenant or of the app may have the data action as well; the scope may be wider than it shows. */
function mayLetIn(model: Model, binding: Binding, machine: Entry): boolean {
  const role = roleKey(model, binding);
  if (role !== undefined && isGuid(role) && !LOGIN_ROLES.has(role)) return false;
  const at = binding.scope && entryOfId(model, binding.scope);
  return !at || at === machine || !VIRTUAL_MACHINE_TYPES.has(at.type);
}
