import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { IPrincipal } from "./principal";
import { durationProblem } from "./propagation-delay";
import type { RoleBindingOptions } from "./role-binding-options";

/**
 * Refuses what no role assignment can be made of. The compiler finds most of it; what is made later than it is used, and
 * programs without types, get past it.
 *
 * @param name of the prop that holds the principal
 * @throws before anything was made, with all of it
 */
export function checkBinding(
  scope: Construct,
  id: string,
  name: "identity" | "principal",
  principal: IPrincipal,
  { role, scope: at, propagationDelay }: RoleBindingOptions,
): void {
  const problems = [
    ...principalProblems(name, principal),
    ...(isRole(role)
      ? []
      : [`role is ${shown(role)}; allowed is a Role; write it as Role.builtIn("Reader")`]),
    // One that is undefined, as a variable of the environment that is not set, is found with all else at synth.
    ...(typeof at === "object" && !Token.isUnresolved(at)
      ? [`scope is ${shown(at)}; allowed is an ARM id; pass the id of a resource, or write it with Scope`]
      : []),
    ...durationProblem(propagationDelay),
  ];
  if (problems.length > 0) throw new Error(`[${scope.node.path}/${id}] ${problems.join("\n  ")}`);
}

/** Whether it is there is asked without reading it, which would fix logical ids. */
function principalProblems(name: string, principal: unknown): string[] {
  if (typeof principal === "object" && principal !== null && "principalId" in principal) return [];
  const { path } = (principal as Partial<Construct> | undefined)?.node ?? {};
  if (path === undefined) {
    const what =
      name === "identity" ? "an identity, or an object with its principalId" : "a Principal, or an identity";
    return [`${name} is ${shown(principal)}; allowed is ${what}; pass the object itself, after it was made`];
  }
  return [
    `${name} is ${path}, which has no principal id; allowed is what has an identity of its own; bind one of its user-assigned identities, or make it a class with a system identity, such as VmWithSystemIdentity`,
  ];
}

/** By what it holds: a second copy of this library in the process has a class of its own. */
function isRole(given: unknown): boolean {
  return typeof given === "object" && given !== null && "_definition" in given;
}

function shown(given: unknown): string {
  return typeof given === "string"
    ? `"${given}"`
    : typeof given === "object" && given !== null
      ? "an object"
      : String(given);
}
