import {
  OrchestratedScaleSet,
  ScaleSet,
  ScaleSetWithSystemIdentity,
  VirtualMachineIdentity,
  VirtualMachineSystemIdentity,
  Vm,
  VmWithSystemIdentity,
} from "cdktf-azure-identity";
import { GROUP, newStack } from "../support";

const MACHINES = [Vm, VmWithSystemIdentity, ScaleSet, ScaleSetWithSystemIdentity, OrchestratedScaleSet];
const ALLOWED =
  "allowed is an OperatingSystem; write OperatingSystem.linux({...}) or OperatingSystem.windows({...})";

describe.each(MACHINES.map((Machine) => [Machine.name, Machine] as const))("%s", (_, Machine) => {
  test.each([
    ["without an operating system", {}, "is not given"],
    ["with the name of one", { operatingSystem: "linux" }, 'is "linux"'],
    ["without props", undefined, "is not given"],
  ])("%s says what is allowed, and makes nothing", (_, given, is) => {
    const stack = newStack();
    const props = given && { ...GROUP, name: "vm-orders", subnetId: "${var.subnet}", ...given };
    expect(() => new Machine(stack, "app", props as never)).toThrow(`operatingSystem ${is}; ${ALLOWED}`);
    expect(stack.node.tryFindChild("app")).toBeUndefined();
  });

  test("says all at once of what the environment left out", () => {
    const props = { name: undefined, resourceGroupName: undefined, location: undefined };
    expect(() => new Machine(newStack(), "app", props as never)).toThrow(
      /^\[test\/app\] name is not given; .*\n {2}resourceGroupName is not given; .*\n {2}location is not given; /,
    );
  });
});

test.each([
  ["VirtualMachineIdentity", VirtualMachineIdentity],
  ["VirtualMachineSystemIdentity", VirtualMachineSystemIdentity],
])("%s without props says that it has no machine", (_, Identity) => {
  expect(() => new Identity(newStack(), "app", undefined as never)).toThrow(
    "[test/app] virtualMachine is not given; allowed is a virtual machine",
  );
});
