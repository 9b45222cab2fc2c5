import type { TerraformResourceLifecycle } from "cdktf";
import type { ResourceAction } from "../azapi/resource-action";
import { deferredString } from "../synth/deferred";
import { has, lost } from "./identity-expressions";
import type { IdentityRequest } from "./identity-requests";

/** What a look at the machine after the request fails with, when identities that it asked for are not there any more. */
export function lostIdentities(
  attach: ResourceAction,
  { isSystem, attached }: IdentityRequest,
): TerraformResourceLifecycle {
  const path = attach.node.scope?.node.path ?? "";
  const late = (write: (lost: string, say: (what: string) => string) => string) =>
    deferredString(attach, () => write(lost(`${attach._address}.body`), (what) => say(path, what, attach)));
  const users = {
    condition: late((ids) => `\${length(${ids}) == 0}`),
    errorMessage: late((ids, say) =>
      say(`user-assigned identity \${join(", ", ${ids})} is not attached to \${self.output.id} any more`),
    ),
  };
  const own = {
    condition: `\${${has("self.output", "SystemAssigned")}}`,
    errorMessage: late((_, say) => say("the system-assigned identity of ${self.output.id} is off")),
  };
  return { postcondition: [...(attached.length > 0 ? [users] : []), ...(isSystem ? [own] : [])] };
}

function say(path: string, what: string, attach: ResourceAction): string {
  return (
    `[${path}] ${what}: somebody else took it away; allowed is an owner of the machine who leaves its identities alone: ` +
    "where its owner manages it with Terraform, lifecycle { ignore_changes = [identity] } has to be on its resource, else " +
    `each apply of theirs undoes this one; to ask for it again run terraform apply -replace=${attach._address}`
  );
}
