import { Token } from "cdktf";
import { builtInRoleId } from "../azure/built-in-roles";
import { isScope } from "../model/scope";
import { shown } from "../synth/shown";
import type { PrincipalType } from "./condition";
import type { DeployerLimit } from "./deployer";
import type { Role } from "./role";
import { ROLE } from "./role-kind";

const PRINCIPAL_TYPES: readonly PrincipalType[] = ["ServicePrincipal", "User", "Group"];

/** All that is wrong with a role of a deployer; a program without types can pass anything. */
export function declarationProblems(
  role: Role,
  at: { readonly scope?: string },
  limit: DeployerLimit,
): string[] {
  return [...roleProblems(role), ...("scope" in at ? scopeProblems(at.scope) : []), ...limitProblems(limit)];
}

/** The GUID of a role, where it is known; `undefined` for one that the app makes. */
export function guidOf({ _definition: role }: Role): string | undefined {
  if ("guid" in role) return role.guid;
  return "name" in role ? builtInRoleId(role.name) : undefined;
}

function roleProblems(given: Role): string[] {
  if (!ROLE.is(given)) {
    return [
      `the deployer holds ${shown(given)} as a role; allowed is a Role; use Role.builtIn, the role of a CustomRole, or Role.fromDefinitionId`,
    ];
  }
  const { _definition: role } = given;
  if (!("name" in role) || builtInRoleId(role.name) !== undefined) return [];
  return [
    `the deployer holds role "${role.name}", which is not a built-in role; allowed are built-in roles, and others by their id; use Role.builtIn, the role of a CustomRole, or Role.fromDefinitionId`,
  ];
}

function scopeProblems(scope: unknown): string[] {
  const isText = typeof scope === "string";
  if (isText && (Token.isUnresolved(scope) || scope.includes("${") || isScope(scope))) return [];
  return [
    `the deployer holds a role at ${shown(scope)}, which is not a scope; allowed are /subscriptions/<guid> with what is below it, /providers/Microsoft.Management/managementGroups/<name>, and /; write it with Scope, or pass the id of a resource`,
  ];
}

function limitProblems({ roles = [], principalTypes = [], principals = [] }: DeployerLimit): string[] {
  const notRole = roles.filter((role) => !ROLE.is(role));
  const unknown = roles.some((role) => ROLE.is(role) && guidOf(role) === undefined);
  const otherTypes = principalTypes.filter((type) => !PRINCIPAL_TYPES.includes(type));
  // Its id is not looked at: that would fix its logical id.
  const notPrincipal = principals.filter((one) => typeof one !== "object" || one === null);
  return [
    ...notRole.map(
      (given) =>
        `the deployer is limited to assigning ${shown(given)} as a role; allowed is a Role; use Role.builtIn, or Role.fromDefinitionId with a literal`,
    ),
    ...(unknown
      ? [
          "the deployer is limited to assigning a role without a known GUID; allowed are built-in roles and roles by their GUID, as a condition lists them; use Role.builtIn, or Role.fromDefinitionId with a literal",
        ]
      : []),
    ...otherTypes.map(
      (type) =>
        `the deployer is limited to principals of type ${shown(type)}; allowed are ${PRINCIPAL_TYPES.join(", ")}; use one of them`,
    ),
    ...notPrincipal.map(
      (given) =>
        `the deployer is limited to ${shown(given)} as a principal; allowed is an identity or a Principal; use Principal.servicePrincipal, or pass the identity itself`,
    ),
  ];
}
