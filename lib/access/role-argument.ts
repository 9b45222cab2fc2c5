import type { RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { IResolveContext } from "cdktf";
import type { IConstruct } from "constructs";
import { roleDefinitionId } from "../model/role-definition-id";
import { parseTemplate, writeExpression } from "../model/template";
import { deferredString } from "../synth/deferred";
import type { LateArguments } from "./late-role-assignment";
import type { Role } from "./role";

/** How a role is written where its scope does not matter. */
export function givenRole({
  _definition: role,
}: Role): Pick<RoleAssignmentConfig, "roleDefinitionId" | "roleDefinitionName"> {
  if ("name" in role) return { roleDefinitionName: role.name };
  return "id" in role ? { roleDefinitionId: role.id } : {};
}

/** How a role is written where it has to begin as Azure reports it for the scope. */
export function lateRole(
  owner: IConstruct,
  { _definition: role }: Role,
): Pick<LateArguments, "roleDefinitionId"> {
  if ("name" in role || "id" in role) return {};
  const written = new Map<string, string>();
  return {
    roleDefinitionId: (scope) => {
      const known = written.get(scope);
      if (known !== undefined) return known;
      const isText = typeof scope === "string" && !scope.includes("{");
      const id =
        "guid" in role && isText
          ? roleDefinitionId(role.guid, scope)
          : deferredString(owner, (context) =>
              roleDefinitionId(lastPart(role, context), String(context.resolve(scope))),
            );
      written.set(scope, id);
      return id;
    },
  };
}

function lastPart(
  role: { readonly guid: string } | { readonly resourceId: string },
  context: IResolveContext,
): string {
  if ("guid" in role) return role.guid;
  return `\${basename(${writeExpression(parseTemplate(String(context.resolve(role.resourceId))))})}`;
}
