import {
  OrchestratedVirtualMachineScaleSet,
  type OrchestratedVirtualMachineScaleSetIdentity,
} from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { TerraformCount, type TerraformStack, TerraformVariable } from "cdktf";
import { OrchestratedScaleSet, ScaleSetWithSystemIdentity, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP, newStack } from "../support";
import { checkedStack, found, IDENTITY_ID, places, SCALE_SET } from "./support";

const RULE = "orchestrated-identity";
const MADE = { ...SCALE_SET, skuName: SCALE_SET.sku };
const NAMED = { name: "id-orders", principalId: "p", clientId: "c", tenantId: "t" };
const WITHOUT_SIZE =
  "identities are given to a scale set without sku_name, of which azurerm leaves them out; allowed is a size such as " +
  '"Standard_B2s"; set skuName';

function raw(
  stack: TerraformStack,
  id: string,
  identity?: OrchestratedVirtualMachineScaleSetIdentity,
  others = {},
) {
  const shared = { ...GROUP, name: `vmss-${id}`, platformFaultDomainCount: 1, skuName: "Standard_B2s" };
  return new OrchestratedVirtualMachineScaleSet(stack, id, { ...shared, identity, ...others });
}

test("a scale set of the library with user-assigned identities, or none, says nothing", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  new OrchestratedScaleSet(stack, "none", { ...MADE, name: "vmss-none" });
  new OrchestratedScaleSet(stack, "one", { ...MADE, userAssignedIdentities: [identity] });
  new ScaleSetWithSystemIdentity(stack, "uniform", SCALE_SET);
  expect(found(RULE, stack)).toEqual([]);
});

test("an identity of its own is an error that names the way out", () => {
  const stack = newStack();
  const identity = new UserAssignedIdentity(stack, "identity", { ...GROUP, name: "id-orders" });
  const set = new OrchestratedScaleSet(stack, "set", { ...MADE, userAssignedIdentities: [identity] });
  set.resource.addOverride("identity.type", "SystemAssigned, UserAssigned");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/set",
      address: "azurerm_orchestrated_virtual_machine_scale_set.set",
      message:
        'identity of the type "SystemAssigned, UserAssigned" is given to a scale set with flexible orchestration; ' +
        'allowed is "UserAssigned"; attach user-assigned identities, or make it a ScaleSetWithSystemIdentity, which ' +
        "is another resource",
    },
  ]);
});

test("raw scale sets are errors too, counted or not, and all that is wrong is said", () => {
  const stack = checkedStack();
  const system = { type: "SystemAssigned", identityIds: [] };
  raw(stack, "right", { type: "UserAssigned", identityIds: [IDENTITY_ID] });
  raw(stack, "without");
  raw(stack, "both", { type: "SystemAssigned, UserAssigned", identityIds: [IDENTITY_ID] });
  raw(stack, "system", system);
  raw(stack, "empty", { type: "UserAssigned", identityIds: [] });
  raw(stack, "counted", { type: "None", identityIds: [IDENTITY_ID] }, { count: TerraformCount.of(2) });
  raw(stack, "left-out").addOverride("identity", { type: "UserAssigned" });
  raw(stack, "array").addOverride("identity", [{ type: "SystemAssigned", identity_ids: [IDENTITY_ID] }]);
  expect(places(RULE, stack)).toEqual([
    "error test/both",
    "error test/system",
    "error test/system",
    "error test/empty",
    "error test/counted",
    "error test/left-out",
    "error test/array",
  ]);
  expect(found(RULE, stack)[3]?.message).toBe(
    "identity without identity_ids is given to a scale set with flexible orchestration; allowed is one id or more; " +
      "attach a user-assigned identity, or remove the block",
  );
});

test("identities of a scale set without a size never arrive, which is a warning where it is raw", () => {
  const stack = checkedStack();
  const identity = { type: "UserAssigned", identityIds: [IDENTITY_ID] };
  raw(stack, "raw", identity, { skuName: undefined });
  raw(stack, "removed", identity).addOverride("sku_name", null);
  raw(stack, "without-identity", undefined, { skuName: undefined });
  new OrchestratedScaleSet(stack, "made", {
    ...MADE,
    userAssignedIdentities: [{ ...NAMED, id: IDENTITY_ID }],
  }).resource.resetSkuName();
  expect(found(RULE, stack).map(({ level, path, message }) => `${level} ${path}: ${message}`)).toEqual([
    `warning test/raw: ${WITHOUT_SIZE}`,
    `warning test/removed: ${WITHOUT_SIZE}`,
    `error test/made: ${WITHOUT_SIZE}`,
  ]);
});

test("what only Terraform knows says nothing", () => {
  const stack = checkedStack();
  const variable = (id: string, type: string) => new TerraformVariable(stack, id, { type });
  const type = variable("type", "string").stringValue;
  const identityIds = variable("ids", "list(string)").listValue;
  raw(stack, "some-type", { type, identityIds: [IDENTITY_ID] });
  raw(stack, "some-ids", { type: "UserAssigned", identityIds });
  raw(stack, "some-size", { type, identityIds }, { skuName: variable("size", "string").stringValue });
  raw(stack, "block").addOverride("dynamic.identity", { for_each: "${local.identities}", content: {} });
  raw(stack, "text").addOverride("identity", "${local.identity}");
  expect(found(RULE, stack)).toEqual([]);
});
