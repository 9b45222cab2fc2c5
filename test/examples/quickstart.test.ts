import { LocalBackend } from "cdktf";
import { accessMatrix, matchers } from "cdktf-azure-identity/testing";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { newApp, synthesized, written } from "../support";

expect.extend(matchers);

function quickstart(app = newApp()) {
  const stack = new QuickstartStack(app, "quickstart");
  new LocalBackend(stack, { path: "terraform.tfstate" });
  return stack;
}

test("the quickstart grants what it says, and nothing else", () => {
  const { azurerm_role_assignment: assignments, ...resources } = synthesized(quickstart()).resource;
  expect(assignments).toMatchSnapshot("role assignments");
  expect(resources.azurerm_linux_virtual_machine).toMatchSnapshot("virtual machine");
  expect(resources.azurerm_user_assigned_identity).toMatchSnapshot("identity");
});

test("the quickstart has no finding, and gives access as reviewed", () => {
  expect(quickstart()).toHaveNoFindings();
  expect(accessMatrix(quickstart())).toMatchSnapshot();
  expect(quickstart()).toHaveBindingCount(2);
});

test("the addresses of the quickstart stay the same", () => {
  const { resource } = synthesized(quickstart());
  const addresses = Object.entries(resource).flatMap(([type, names]) =>
    Object.keys(names as object).map((name) => `${type}.${name}`),
  );
  expect(addresses).toMatchSnapshot();
});

test("what is written is what a test of the stack alone sees", () => {
  const app = newApp();
  quickstart(app);
  app.synth();
  const resources = JSON.parse(
    JSON.stringify(written(app, "quickstart").resource, (key, value) => (key === "//" ? undefined : value)),
  );
  expect(resources).toEqual(synthesized(quickstart()).resource);
});
