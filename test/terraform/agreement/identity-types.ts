import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { VirtualMachineExtension } from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import { PLACE, rawVm } from "./parts";
import { RAW_TYPES } from "./reasons";
import type { Theme } from "./small-stack";

const LOGIN = {
  name: "login",
  publisher: "Microsoft.Azure.ActiveDirectory",
  type: "AADSSHLoginForLinux",
  typeHandlerVersion: "1.0",
};

export const IDENTITY_TYPES: Theme = {
  title: "Types of identities, and extensions that need one",
  file: "identity-types.ts",
  stacks: [
    {
      title: "the type of identity is UserAssigned, and no id is given",
      terraform: "fails at apply: 400 MissingIdentityIds",
      reason: RAW_TYPES,
      build: (stack) => rawVm(stack, "vm", { identity: { type: "UserAssigned" } }),
    },
    {
      title: "the type of identity is SystemAssigned, and an id is given",
      terraform:
        "fails at apply: expanding `identity`: `identity_ids` can only be specified when `type` is set to ...",
      reason: RAW_TYPES,
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "SystemAssigned", identityIds: [ours.id] } }),
    },
    {
      title: "the type of identity has no space behind its comma",
      terraform: "fails at validate: expected identity.0.type to be one of",
      reason: RAW_TYPES,
      build: (stack, ours) =>
        rawVm(stack, "vm", { identity: { type: "SystemAssigned,UserAssigned", identityIds: [ours.id] } }),
    },
    {
      title: "a flexible scale set has a system-assigned identity",
      rules: ["error orchestrated-identity"],
      terraform: "fails at validate: expected identity.0.type to be one of",
      build: (stack) => {
        new OrchestratedVirtualMachineScaleSet(stack, "set", {
          ...PLACE,
          name: "vmss-orders",
          skuName: "Standard_B2s",
          platformFaultDomainCount: 1,
          identity: { type: "SystemAssigned", identityIds: [] },
        });
      },
    },
    {
      title: "a machine without an identity has the extension for Entra login",
      rules: ["warning extension-identity", "warning login-role"],
      build: (stack) => {
        new VirtualMachineExtension(stack, "login", { ...LOGIN, virtualMachineId: rawVm(stack, "vm").id });
      },
    },
    {
      title: "a machine with a system-assigned identity has the extension for Entra login",
      rules: ["warning login-role"],
      build: (stack) => {
        const vm = rawVm(stack, "vm", { identity: { type: "SystemAssigned" } });
        new VirtualMachineExtension(stack, "login", { ...LOGIN, virtualMachineId: vm.id });
      },
    },
  ],
};
