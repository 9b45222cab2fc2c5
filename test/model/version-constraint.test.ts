import { admitsFrom, isBelow, isFrom } from "../../lib/model/version-constraint";

test.each([
  "",
  ">= 4.0",
  ">=4.0.0",
  "> 4.99.0",
  ">= 4, < 6",
  ">= 4.0, != 5.0.0",
  "~> 5.0",
  "~> 5.2.1",
  "~> 5.0, >= 5.1",
  "5.0.0",
  "= 6",
  "<= 5.0.0",
  "< 5.0.1",
  ">= 4.0, <= 5.0",
  "!= 4.60.0",
])("%j admits azurerm 5", (constraint) => {
  expect(admitsFrom(constraint, 5)).toBe(true);
});

test.each([
  "4.55.0",
  "= 4.55.0",
  "~> 4.55",
  "~> 4.55.1",
  "~> 4",
  "~> 4.0, >= 4.20",
  "< 5.0",
  "< 5",
  "<= 4.99.9",
  ">= 4.0, < 5.0.0",
  ">= 6.0, < 6.0.0",
  ">= 5.0, < 4.0",
  "> 5.0.0, <= 5.0.0",
  "~> 5.0.0, >= 5.1",
  "~> 4.9999",
])("%j admits no azurerm 5", (constraint) => {
  expect(admitsFrom(constraint, 5)).toBe(false);
});

test.each([
  "latest",
  ">= 4.x",
  "=> 4.0",
  "^4.0",
  ">= 5.0.0-beta1",
  "v5.0.0",
  ">= 1.2.3.4",
  "${var.version}",
])("%j cannot be read and says no", (constraint) => {
  expect(admitsFrom(constraint, 5)).toBe(false);
});

test.each([
  "4.60.0",
  "~> 4.60",
  ">= 4.60, < 6",
  "> 4.60.1",
  ">= 4.0, ~> 4.61.0",
  "5.2.0",
])("%j is from 4.60 on", (constraint) => {
  expect([isFrom(constraint, 4, 60), isBelow(constraint, 4, 60)]).toEqual([true, false]);
});

test.each([
  "4.59.0",
  "~> 4.55.0",
  "< 4.60",
  "<= 4.59.9",
  "~> 4.0, < 4.60.0",
  "~> 3.0",
])("%j is below 4.60", (constraint) => {
  expect([isFrom(constraint, 4, 60), isBelow(constraint, 4, 60)]).toEqual([false, true]);
});

test.each(["", "~> 4.55", ">= 4.0", "<= 4.60.0", "!= 4.60.0", "latest"])("%j is neither", (constraint) => {
  expect([isFrom(constraint, 4, 60), isBelow(constraint, 4, 60)]).toEqual([false, false]);
});
