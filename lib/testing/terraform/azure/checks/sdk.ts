import { isGuid } from "../../../../model/arm-id";
import type { Check } from "./check";

/** Checks of the plugin SDK, in its words. Source: terraform-plugin-sdk, helper/validation. */

export function oneOf(...allowed: readonly string[]): Check {
  const listed = allowed.map((each) => JSON.stringify(each)).join(" ");
  return (value, key) =>
    allowed.includes(value) ? undefined : `expected ${key} to be one of [${listed}], got ${value}`;
}

export const notEmpty: Check = (value, key) =>
  value === "" ? `expected "${key}" to not be an empty string, got ${value}` : undefined;

export const uuid: Check = (value, key) =>
  isGuid(value) ? undefined : `expected "${key}" to be a valid UUID, got ${value}`;

export function atMost(limit: number): Check {
  return (value, key) =>
    [...value].length <= limit
      ? undefined
      : `"${key}" can be at most ${limit} characters, got ${[...value].length}`;
}
