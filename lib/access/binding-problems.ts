import { Token } from "cdktf";
import type { Construct } from "constructs";
import { kindProblem, refuseProps, stated } from "./given";
import type { IPrincipal } from "./principal";
import { principalProblems } from "./principal-problems";
import { durationProblem } from "./propagation-delay";
import type { RoleBindingOptions } from "./role-binding-options";
import { ROLE } from "./role-kind";

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
  refuseProps(scope, id, [
    ...principalProblems(name, principal),
    ...kindProblem("role", role, ROLE),
    // One that is undefined, as a variable of the environment that is not set, is found with all else at synth.
    ...(typeof at === "object" && !Token.isUnresolved(at)
      ? [`${stated("scope", at)}; allowed is an ARM id; pass the id of a resource, or write it with Scope`]
      : []),
    ...durationProblem(propagationDelay),
  ]);
}
