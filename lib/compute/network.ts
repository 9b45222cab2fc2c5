import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import type { Construct } from "constructs";
import { deferredString, once } from "../synth/deferred";
import { own } from "../synth/marks";
import type { VmProps } from "./vm-props";

/** Makes the one network interface of a machine, with a public address where it was asked for. */
export function createNetworkInterface(scope: Construct, props: VmProps, subnetId: string): NetworkInterface {
  const { name, resourceGroupName, location, tags, provider } = props;
  const shared = { resourceGroupName, location, tags, provider };
  const publicIp = props.publicIpAddressEnabled
    ? own(
        new PublicIp(scope, "public-ip", {
          ...shared,
          name: `pip-${name}`,
          allocationMethod: "Static",
          sku: "Standard",
          ...(props.zone === undefined ? {} : { zones: [props.zone] }),
        }),
      )
    : undefined;
  return own(
    new NetworkInterface(scope, "nic", {
      ...shared,
      name: `nic-${name}`,
      ipConfiguration: [
        {
          name: "internal",
          subnetId,
          privateIpAddressAllocation: "Dynamic",
          ...(publicIp
            ? {
                publicIpAddressId: deferredString(
                  scope,
                  once(() => publicIp.id),
                ),
              }
            : {}),
        },
      ],
    }),
  );
}
