import { stringToHclTerraform } from "cdktf";

/** A text argument in the form in which cdktf writes HCL from it. */
export function hclText(value: string): unknown {
  return { value: stringToHclTerraform(value), isBlock: false, type: "simple", storageClassType: "string" };
}
