import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { BeforeStack } from "../../examples/switch-on/before";
import { SwitchOnStack } from "../../examples/switch-on/stack";
import { addresses } from "../constructs";
import { newApp, synthesized } from "../support";
import { accessOf } from "./support";

expect.extend(matchers);

const before = () => new BeforeStack(newApp(), "switch-on");
const after = (app = newApp()) => new SwitchOnStack(app, "switch-on");

test("the addresses of before stay, and the machine differs in its identity alone", () => {
  expect(addresses(after())).toEqual(expect.arrayContaining(addresses(before())));
  const [was, is] = [before(), after()].map(
    (stack) => synthesized(stack).resource.azurerm_linux_virtual_machine.vm,
  );
  expect(is).toEqual({ ...was, identity: { type: "SystemAssigned" } });
});

test("the addresses, identities and roles stay", () => {
  const app = newApp();
  const stack = after(app);
  app.synth();
  expect(accessOf(app, stack)).toMatchSnapshot();
});

test("the role is that of the machine", () => {
  expect(accessMatrix(before())).toBe("IDENTITY  ROLE  SCOPE  BOUND BY");
  expect(accessMatrix(after())).toMatchInlineSnapshot(`
    "IDENTITY                                   ROLE                      SCOPE                              BOUND BY
    vm-orders (switch-on/vm), system-assigned  Storage Blob Data Reader  stordersblobs (switch-on/account)  switch-on/vm/blobs"
  `);
});

test("neither stack has a finding", () => {
  expect(before()).toHaveNoFindings();
  expect(after()).toHaveNoFindings();
});
