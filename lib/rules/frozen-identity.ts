import { ignoresChanges } from "../model/entry";
import { isMachineType } from "../model/host";
import { resourcesOf } from "../model/resources-of";
import type { Rule } from "./rule";

export const frozenIdentity: Rule = {
  id: "frozen-identity",
  title: "Terraform changes the identities of what it made when the program changes them",
  why:
    "under ignore_changes it leaves those alone that Azure Policy attaches, and yours too: attaching, removing or " +
    "switching one on in the program does nothing from the first apply on, and no plan shows it",
  source: "Terraform, The lifecycle Meta-Argument (ignore_changes)",
  level: "warning",
  rawLevel: "information",
  check: (model) => {
    const machines = resourcesOf(model, isMachineType).filter(({ own }) => own);
    const hosts = new Set([...model.hosts.map(({ entry }) => entry), ...machines]);
    return [...hosts].flatMap((entry) => {
      if (!ignoresChanges(entry, "identity")) return [];
      const message =
        "identities are left as they are once the resource is made, also those of this program: identities that are " +
        "attached or removed here later are not, and a system-assigned one is neither switched on nor off; allowed is " +
        "this where others attach identities; accept it with IdentityRules.acknowledge, or take " +
        "ignoreExternalIdentities (raw: identity in ignore_changes) away and list all identities";
      return [{ entry, message }];
    });
  },
};
