import { TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { nearest } from "../azure/nearest";
import { azurermTypes } from "./azurerm-types";
import type { NamingProps } from "./identity-rules";

/** Few types differ from another in so few letters, so that one that the bindings do not have yet is hardly near. */
const MISSPELT_LETTERS = 2;

/** Why a convention for names would be kept by any name, with the fix. */
export function namingProblem(
  appOrStack: IConstruct,
  { resourceType, prefix, pattern }: NamingProps,
): string | undefined {
  if (!/^azurerm_\w+$/.test(resourceType)) {
    return `a convention for names of "${resourceType}"; allowed is a type of azurerm; write it as azurerm_user_assigned_identity`;
  }
  const meant = meantType(appOrStack, resourceType);
  if (meant) {
    return `a convention for names of ${resourceType}, which is no type in @cdktf/provider-azurerm, did you mean "${meant}"?; allowed are its types, and newer ones that the app has resources of; mend it, or set the convention after these are made`;
  }
  if ((prefix === undefined) === (pattern === undefined)) {
    const given = prefix === undefined ? "neither prefix nor pattern" : "both prefix and pattern";
    return `a convention for names of ${resourceType} with ${given}; allowed is exactly one of them; give prefix, or pattern`;
  }
  try {
    new RegExp(pattern ?? "");
    return undefined;
  } catch (error) {
    const reason = (error as Error).message;
    return `a convention for names of ${resourceType} with pattern "${pattern}"; allowed is a regular expression of JavaScript; mend it: ${reason}`;
  }
}

function meantType(appOrStack: IConstruct, type: string): string | undefined {
  const types = azurermTypes();
  if (types.has(type) || isUsed(appOrStack, type)) return undefined;
  return nearest(type, types, 1, MISSPELT_LETTERS)[0];
}

/** The program can know types that are newer than the bindings. */
function isUsed({ node }: IConstruct, type: string): boolean {
  return node.root.node
    .findAll()
    .some((one) => TerraformResource.isTerraformResource(one) && one.terraformResourceType === type);
}
