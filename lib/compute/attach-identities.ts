import type { Construct } from "constructs";
import { PresentResource } from "../azapi/present-resource";
import { ResourceAction } from "../azapi/resource-action";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { parseTemplate, writeExpression } from "../model/template";
import { deferredString, once } from "../synth/deferred";
import { EXPORTED } from "./identity-expressions";
import { type IdentityRequest, identityOnApply, identityOnDestroy } from "./identity-requests";
import { lostIdentities } from "./lost-identities";
import type { VirtualMachineIdentityOptions } from "./virtual-machine-identity-props";

/** In all 2.x of azapi. */
const TYPE = "Microsoft.Compute/virtualMachines@2024-07-01";

/** What a construct asks for. */
export interface WantedOfMachine extends VirtualMachineIdentityOptions {
  readonly isSystem: boolean;
  readonly userAssignedIdentities?: readonly IUserAssignedIdentity[];
  readonly disableOnDestroy?: boolean;
}

/** What was made of it. */
export interface MachineRequests {
  readonly before: PresentResource;
  readonly attach: ResourceAction;
}

/**
 * One request for all identities of a machine: requests that run at the same time would each overwrite the type. It
 * depends on the one that takes them away, so that this comes last of all on destroy.
 */
export function attachIdentities(owner: Construct, wanted: WantedOfMachine): MachineRequests {
  const { isSystem, disableOnDestroy = false, provider, lifecycle, dependsOn } = wanted;
  const late = (read: () => string) => deferredString(owner, once(read));
  const idsOf = (identities: readonly IUserAssignedIdentity[] = []) =>
    identities.map((each) => late(() => each.id));
  const meta = provider ? { provider } : {};
  const target = { type: TYPE, resource_id: late(() => wanted.virtualMachine.id) };
  const before = new PresentResource(owner, "before", { ...target, response_export_values: EXPORTED }, meta);
  const request: IdentityRequest = {
    isSystem,
    disableOnDestroy,
    attached: idsOf(wanted.userAssignedIdentities),
    detached: idsOf(wanted.detachedIdentities),
    inTerraform: (write) =>
      deferredString(owner, (context) => {
        const expression = (id: string) => writeExpression(parseTemplate(String(context.resolve(id))));
        return `\${${write(`${before._address}.output`, expression)}}`;
      }),
  };

  const patch = { ...target, method: "PATCH", locks: [target.resource_id] } as const;
  const onDestroy = identityOnDestroy(request);
  const detach =
    onDestroy === undefined
      ? undefined
      : new ResourceAction(
          owner,
          "detach",
          { ...patch, when: "destroy", body: { identity: onDestroy }, ignore_not_found: true },
          meta,
        );
  const { id, principalId, tenantId } = EXPORTED;
  const attach = new ResourceAction(
    owner,
    "Default",
    {
      ...patch,
      body: { identity: identityOnApply(request) },
      response_export_values: { id, principalId, tenantId },
    },
    { ...meta, ...(lifecycle ? { lifecycle } : {}), ...(dependsOn ? { dependsOn } : {}) },
  );
  if (detach) attach.dependsOn = [...(attach.dependsOn ?? []), deferredString(owner, () => detach._address)];
  // By way of the answer, which is unknown as long as the request is to be sent: until then there is nothing to check.
  const answered = deferredString(owner, () => `\${${attach._address}.output.id}`);
  new PresentResource(
    owner,
    "after",
    { ...target, resource_id: answered, response_export_values: EXPORTED },
    { ...meta, lifecycle: lostIdentities(attach, request) },
  );
  return { before, attach };
}
