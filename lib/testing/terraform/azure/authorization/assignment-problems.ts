import { parseArmId } from "../../../../model/arm-id";
import type { Problem } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { checked, matches } from "../checks/check";
import { notEmpty, oneOf, uuid } from "../checks/sdk";
import { exactlyOne } from "../checks/together";

/**
 * What azurerm refuses of a role assignment before a plan: it looks neither at the principal nor at the role's id.
 * Source: azurerm, internal/services/authorization/role_assignment_resource.go.
 */
export function roleAssignmentProblems(config: ObjectValue): Problem[] {
  return [
    ...checked(config, {
      name: uuid,
      scope: matches(/\//, "is invalid: Root scope (/) is invalid"),
      role_definition_name: notEmpty,
      principal_type: oneOf("User", "Group", "ServicePrincipal"),
      delegated_managed_identity_resource_id: (value, key) =>
        parseArmId(value) ? undefined : `Can not parse "${key}" as a resource id: ${value}`,
      description: notEmpty,
      condition: notEmpty,
      condition_version: oneOf("1.0", "2.0"),
    }),
    ...exactlyOne(config, "role_definition_id", "role_definition_name"),
  ];
}
