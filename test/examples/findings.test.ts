import { matchers, synthesize } from "cdktf-azure-identity/testing";
import { FindingsStack } from "../../examples/findings/stack";
import { newApp } from "../support";

expect.extend(matchers);

const stack = () => new FindingsStack(newApp(), "orders");

test("a synth of the stack fails", () => {
  expect(() => synthesize(stack())).toThrow("4 errors");
});

test.each([
  ["identity-name", "orders/identity"],
  ["computer-name", "orders/vm"],
  ["duplicate-role-binding", "orders/vm/reads-group-again"],
  ["principal-id-attribute", "orders/raw"],
  ["unknown-role-name", "orders/raw"],
])("it has the finding %s at %s", (rule, path) => {
  expect(stack()).toHaveFinding({ rule, path });
});
