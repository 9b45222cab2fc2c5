import { TerraformVariable } from "cdktf";
import { ExistingVirtualMachine, VirtualMachineSystemIdentity } from "cdktf-azure-identity";
import { newApp, newStack } from "../support";
import { found, places, prepared, RESOURCE_GROUP_ID } from "./support";

const RULE = "competing-machine-identity";
const id = (name: string) => `${RESOURCE_GROUP_ID}/providers/Microsoft.Compute/virtualMachines/${name}`;
const machine = (name: string) => ({ virtualMachine: ExistingVirtualMachine.fromId(id(name)) });

test("two requests for one machine are an error at the second", () => {
  const stack = newStack();
  new VirtualMachineSystemIdentity(stack, "first", machine("vm-a"));
  new VirtualMachineSystemIdentity(stack, "second", machine("VM-A"));
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/second",
      address: "azapi_resource_action.second",
      message:
        `identities of "${id("VM-A")}" are asked for by test/first too; allowed is one request per machine; name all ` +
        "identities in one of the two",
    },
  ]);
});

test("each of several machines may have one, also where only Terraform knows which", () => {
  const stack = newStack();
  for (const name of ["vm-a", "vm-b"]) new VirtualMachineSystemIdentity(stack, name, machine(name));
  for (const name of ["c", "d"]) {
    const { stringValue } = new TerraformVariable(stack, name, { type: "string" });
    new VirtualMachineSystemIdentity(stack, `vm-${name}`, {
      virtualMachine: ExistingVirtualMachine.fromId(stringValue),
    });
  }
  expect(found(RULE, stack)).toEqual([]);
});

test("one variable, and one name, is one machine", () => {
  const stack = newStack();
  const { stringValue } = new TerraformVariable(stack, "id", { type: "string" });
  for (const name of ["a", "b"]) {
    new VirtualMachineSystemIdentity(stack, `variable-${name}`, { virtualMachine: { id: stringValue } });
    const lookup = { name: "vm", resourceGroupName: "rg" };
    new VirtualMachineSystemIdentity(stack, `name-${name}`, {
      virtualMachine: ExistingVirtualMachine.fromName(stack, lookup),
    });
  }
  expect(places(RULE, stack)).toEqual(["error test/variable-b", "error test/name-b"]);
});

test("a machine is the same one in every stack", () => {
  const app = newApp();
  new VirtualMachineSystemIdentity(newStack("a", app), "identity", machine("vm"));
  new VirtualMachineSystemIdentity(newStack("b", app), "identity", machine("vm"));
  expect(places(RULE, prepared(app))).toEqual(["error b/identity"]);
});

test("a request that may be made of several is compared with none", () => {
  const stack = newStack();
  for (const name of ["a", "b"]) {
    const { resource } = new VirtualMachineSystemIdentity(stack, name, machine("vm"));
    resource.addOverride("count", "${var.machines}");
  }
  expect(found(RULE, stack)).toEqual([]);
});

test("a request for something else competes with none", () => {
  const stack = newStack();
  new VirtualMachineSystemIdentity(stack, "identity", machine("vm"));
  const resource = { type: "Microsoft.Compute/virtualMachines@2024-07-01", resource_id: id("vm") };
  stack.addOverride("resource.azapi_resource_action.off", { ...resource, action: "powerOff" });
  stack.addOverride("resource.azapi_update_resource.spot", {
    ...resource,
    body: { properties: { priority: "Spot" } },
  });
  expect(found(RULE, stack)).toEqual([]);
  stack.addOverride("resource.azapi_update_resource.spot.body.identity", { type: "None" });
  expect(places(RULE, stack)).toEqual(["warning azapi_update_resource.spot"]);
});
