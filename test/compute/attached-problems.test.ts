import {
  OperatingSystem,
  OrchestratedScaleSet,
  ScaleSet,
  UserAssignedIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
  Vm,
} from "cdktf-azure-identity";
import type { Construct } from "constructs";
import { GROUP, newStack, SSH_KEY } from "../support";

// What a program without types passes.
// biome-ignore lint/suspicious/noExplicitAny: the types are what is got around
const untyped = (value: unknown) => value as any;

const MACHINE = {
  ...GROUP,
  subnetId: "${var.subnet_id}",
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};
const ID = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id";
const MAKERS: readonly [string, (scope: Construct, identities: never[]) => unknown][] = [
  [
    "Vm",
    (scope, userAssignedIdentities) =>
      new Vm(scope, "app", { ...MACHINE, name: "vm", size: "B2s", userAssignedIdentities }),
  ],
  [
    "ScaleSet",
    (scope, userAssignedIdentities) =>
      new ScaleSet(scope, "app", {
        ...MACHINE,
        name: "vmss",
        sku: "B2s",
        instances: 1,
        userAssignedIdentities,
      }),
  ],
  [
    "OrchestratedScaleSet",
    (scope, userAssignedIdentities) =>
      new OrchestratedScaleSet(scope, "app", {
        ...MACHINE,
        name: "vmss",
        skuName: "Standard_B2s",
        instances: 1,
        userAssignedIdentities,
      }),
  ],
  [
    "VirtualMachineIdentity",
    (scope, userAssignedIdentities) =>
      new VirtualMachineIdentity(scope, "app", {
        virtualMachine: untyped({ id: ID }),
        userAssignedIdentities,
      }),
  ],
];

describe.each(MAKERS)("%s", (_, make) => {
  test("says which of the identities that it is given are none, all of them, and makes nothing", () => {
    const stack = newStack();
    const identity = new UserAssignedIdentity(stack, "identity", { name: "id-orders", ...GROUP });
    const vm = new Vm(stack, "other", { ...MACHINE, name: "vm", size: "B2s" });
    expect(() => make(stack, untyped([identity, ID, undefined, vm, identity.id]))).toThrow(
      [`is "${ID}"`, "is not given", "is the construct test/other", "is a value of Terraform"]
        .map(
          (given, at) =>
            `userAssignedIdentities[${at + 1}] ${given}; allowed is a user-assigned identity; pass the object itself`,
        )
        .join(", or UserAssignedIdentity.fromId(...) for an id\n  "),
    );
    expect(stack.node.tryFindChild("app")).toBeUndefined();
  });

  test("says that one identity is no list", () => {
    const stack = newStack();
    const identity = new UserAssignedIdentity(stack, "identity", { name: "id-orders", ...GROUP });
    expect(() => make(stack, untyped(identity))).toThrow(
      "[test/app] userAssignedIdentities is the construct test/identity; allowed is a list; write it in brackets",
    );
  });
});

test("what is to be detached is looked at too, and the machine", () => {
  const props = untyped({ detachedIdentities: [ID] });
  expect(() => new VirtualMachineSystemIdentity(newStack(), "app", props)).toThrow(
    [
      "[test/app] virtualMachine is not given; allowed is a virtual machine; pass the object itself, or ExistingVirtualMachine.fromId(...) for an id",
      `detachedIdentities[0] is "${ID}"; allowed is a user-assigned identity`,
    ].join("\n  "),
  );
});

test("an identity is not asked for its attributes", () => {
  const isAsked: string[] = [];
  const late = Object.defineProperty({}, "id", { get: () => isAsked.push("id") });
  new Vm(newStack(), "app", { ...MACHINE, name: "vm", size: "B2s", userAssignedIdentities: [untyped(late)] });
  expect(isAsked).toEqual([]);
});
