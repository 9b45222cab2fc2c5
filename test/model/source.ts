import { type Model, readModel } from "../../lib/model/model";
import type { StackSource, TerraformJson } from "../../lib/model/terraform-json";

export const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
export const OTHER_SUBSCRIPTION = "99999999-8888-7777-6666-555555555555";
export const GUID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

/** A stack as plain Terraform JSON. */
export function source(path: string, json: TerraformJson, own: string[] = []): StackSource {
  return { path, json, own: new Set(own), merged: [] };
}

/** The model of a single stack named `app`. */
export function modelOf(json: TerraformJson): Model {
  return readModel([source("app", json)]);
}
