import { TerraformElement, type TerraformStack } from "cdktf";
import { synthesized } from "./support";

/** Addresses of all resources and data sources of a stack, sorted. */
export function addresses(stack: TerraformStack): string[] {
  const json = synthesized(stack);
  const of = (section: Record<string, object> = {}, prefix = "") =>
    Object.entries(section).flatMap(([type, names]) =>
      Object.keys(names).map((name) => `${prefix}${type}.${name}`),
    );
  return [...of(json.resource), ...of(json.data, "data.")].sort();
}

/** Gives every element below a construct a logical id of its own, and returns these ids. */
export function overrideLogicalIds(scope: TerraformStack, path: string): string[] {
  const root = path
    .split("/")
    .reduce((construct, id) => construct.node.findChild(id) as TerraformStack, scope);
  return root.node
    .findAll()
    .filter(TerraformElement.isTerraformElement)
    .map((element, at) => {
      element.overrideLogicalId(`renamed_${at}`);
      return `renamed_${at}`;
    });
}
