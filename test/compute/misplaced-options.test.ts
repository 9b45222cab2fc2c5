import {
  OperatingSystem,
  OrchestratedScaleSet,
  Role,
  ScaleSet,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newStack, SSH_KEY } from "../support";

const LINUX = {
  ...GROUP,
  name: "machine",
  size: "Standard_B2s",
  subnetId: "/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
  operatingSystem: OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY }),
};

const MACHINE = { roles: [{ id: "reads", role: Role.builtIn("Reader"), scope: "/" }] };
const GIVEN =
  "[test/machine] roles is given, and there is no system-assigned identity: allowed is that with one; ";

test.each([
  [Vm, "make it a VmWithSystemIdentity, or leave that out"],
  [ScaleSet, "make it a ScaleSetWithSystemIdentity, or leave that out"],
  [OrchestratedScaleSet, "bind roles to a user-assigned identity, or make it a ScaleSetWithSystemIdentity"],
])("%p refuses roles, which the compiler lets pass in a variable", (Machine, fix) => {
  const stack = newStack();
  expect(() => new Machine(stack, "machine", { ...LINUX, ...MACHINE } as never)).toThrow(GIVEN + fix);
  expect(stack.node.tryFindChild("machine")).toBeUndefined();
});

test("both are named at once", () => {
  const props = { ...LINUX, ...MACHINE, principalIdLookupEnabled: true };
  expect(() => new Vm(newStack(), "machine", props)).toThrow("roles and principalIdLookupEnabled are given");
});

test("a machine with an identity of its own takes them", () => {
  const props = { ...LINUX, ...MACHINE, principalIdLookupEnabled: true };
  expect(new VmWithSystemIdentity(newStack(), "machine", props).principalIdLookup).toBeDefined();
});
