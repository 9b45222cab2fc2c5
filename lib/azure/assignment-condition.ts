/** What role assignments are limited to. */
export interface AssignmentLimit {
  /** GUIDs of roles; none for any role. */
  readonly roles: readonly string[];
  /** None for any type. */
  readonly principalTypes: readonly string[];
}

/**
 * A condition that lets the holder of a role assign and take away roles within a limit alone, in version 2.0 of Azure's
 * language. Source: Azure, Examples to delegate Azure role assignment management with conditions.
 */
export function assignmentCondition({ roles, principalTypes }: AssignmentLimit): string {
  const allowed = (source: string) => [
    ...(roles.length === 0
      ? []
      : [`${attribute(source, "RoleDefinitionId")} ForAnyOfAnyValues:GuidEquals {${roles.join(", ")}}`]),
    ...(principalTypes.length === 0
      ? []
      : [
          `${attribute(source, "PrincipalType")} ForAnyOfAnyValues:StringEqualsIgnoreCase {${principalTypes.map((type) => `'${type}'`).join(", ")}}`,
        ]),
  ];
  return [limited("write", allowed("Request")), limited("delete", allowed("Resource"))].join(" AND ");
}

/** A condition that lets the holder of a role assign and take away no role at all. */
export const NO_ASSIGNMENTS = ["write", "delete"].map((verb) => `(${isNot(verb)})`).join(" AND ");

function attribute(source: string, name: string): string {
  return `@${source}[Microsoft.Authorization/roleAssignments:${name}]`;
}

function limited(verb: string, allowed: readonly string[]): string {
  return `((${isNot(verb)}) OR (${allowed.join(" AND ")}))`;
}

function isNot(verb: string): string {
  return `!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'})`;
}
