import type { IResolveContext } from "cdktf";
import { parseArmId } from "../model/arm-id";
import { parseTemplate, writeExpression } from "../model/template";

/** The name of the resource group in the id of an identity; one that only Terraform knows is taken apart by Terraform. */
export function resourceGroupIn(identityId: string, context: IResolveContext): string {
  const id = String(context.resolve(identityId));
  const known = parseArmId(id)?.resourceGroupName;
  return known ?? `\${element(split("/", ${writeExpression(parseTemplate(id))}), 4)}`;
}
