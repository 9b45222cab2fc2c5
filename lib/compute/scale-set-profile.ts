import { ignoringIdentity } from "./ignoring-identity";
import { osDiskOf } from "./os-disk";
import type { ScaleSetOptions } from "./scale-set-options";

/** What scale sets of both orchestration modes call by the same names: all but size, login and identities. */
export function scaleSetProfile(options: ScaleSetOptions) {
  const { name, resourceGroupName, location, instances, upgradeMode, zones, tags } = options;
  const { subnetId, networkSecurityGroupId, loadBalancerBackendAddressPoolIds } = options;
  const { osDisk, sourceImageId, sourceImageReference: image } = options;
  const { ignoreExternalIdentities, lifecycle, dependsOn, provider } = options;
  return {
    name,
    resourceGroupName,
    location,
    instances,
    upgradeMode,
    zones,
    tags,
    networkInterface: [
      {
        name: `nic-${name}`,
        primary: true,
        networkSecurityGroupId,
        ipConfiguration: [{ name: "internal", primary: true, subnetId, loadBalancerBackendAddressPoolIds }],
      },
    ],
    osDisk: osDiskOf(osDisk),
    sourceImageId,
    ...(image ? { sourceImageReference: { ...image, version: image.version ?? "latest" } } : {}),
    lifecycle: ignoreExternalIdentities ? ignoringIdentity(lifecycle) : lifecycle,
    dependsOn,
    provider,
  };
}
