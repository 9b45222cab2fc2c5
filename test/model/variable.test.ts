import { readModel } from "../../lib/model/model";
import { readValue } from "../../lib/model/value";
import { variableOf } from "../../lib/model/variable";
import { source } from "./source";

const MODEL = readModel([
  source("a", { variable: { password: { sensitive: true }, "my-password": {} } }),
  source("b", { variable: { password: { default: "x" } } }),
]);
const variable = (raw: unknown, stack = "a") => variableOf(MODEL, readValue(raw, stack));

test("a value that is a variable as a whole is that variable, of its own stack", () => {
  expect(variable("${var.password}")).toEqual({ name: "password", block: { sensitive: true } });
  expect(variable("${ var.my-password }")).toEqual({ name: "my-password", block: {} });
  expect(variable("${var.password}", "b")).toEqual({ name: "password", block: { default: "x" } });
});

test.each([
  undefined,
  "password",
  "var.password",
  "x-${var.password}",
  "${var.password.first}",
  "${lower(var.password)}",
  "${local.password}",
  "${var.elsewhere}",
  "${random_password.admin.result}",
])("%j is no variable of the stack", (raw) => {
  expect(variable(raw)).toBeUndefined();
});

test("a stack without variables has none", () => {
  expect(variable("${var.password}", "unknown")).toBeUndefined();
});
