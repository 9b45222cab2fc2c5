import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { BeforeStack } from "../../examples/adoption/before";
import { AdoptionStack } from "../../examples/adoption/stack";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";
import { accessOf } from "./support";

expect.extend(matchers);

const before = () => new BeforeStack(newApp(), "adoption");
const after = (app = newApp()) => new AdoptionStack(app, "adoption");

test("every address is the same before and after", () => {
  expect(addresses(after())).toEqual(addresses(before()));
});

test("the constructs say what the raw resources said, save what azurerm had filled in itself", () => {
  const [raw, ours] = [before(), after()].map((stack) => synthesized(stack).resource);
  const { "orders-blobs": rawBinding, ...rawRest } = raw.azurerm_role_assignment;
  const { "orders-blobs": binding, ...rest } = ours.azurerm_role_assignment;
  const { role_definition_name: _, ...sameInBoth } = rawBinding;
  expect(binding).toEqual({
    ...sameInBoth,
    principal_type: "ServicePrincipal",
    role_definition_id: expect.stringContaining("ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
  });
  expect({ ...ours, azurerm_role_assignment: rest }).toEqual({
    ...raw,
    azurerm_role_assignment: rawRest,
    azurerm_linux_virtual_machine: {
      vm: { ...raw.azurerm_linux_virtual_machine.vm, disable_password_authentication: true },
    },
  });
});

test("the addresses, identities and roles stay", () => {
  const app = newApp();
  const stack = after(app);
  app.synth();
  expect(accessOf(app, stack)).toMatchSnapshot();
});

test("the access is that of the raw resources", () => {
  expect(accessMatrix(after())).toBe(accessMatrix(before()));
});

test("neither the constructs nor the raw resources beside them have a finding", () => {
  expect(after()).toHaveNoFindings();
});
