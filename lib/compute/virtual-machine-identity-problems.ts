import { kindProblem } from "../access/given";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { attachedProblems } from "./attached-problems";
import { MACHINE } from "./machine-kind";
import type { VirtualMachineSystemIdentityProps } from "./virtual-machine-identity-props";

/** What props of a request for identities contradict, each with the fix. */
export function identityProblems(props: VirtualMachineSystemIdentityProps, isSystem: boolean): string[] {
  const { userAssignedIdentities: attached = [], detachedIdentities: detached = [] } = props;
  const problems = [
    ...kindProblem("virtualMachine", props.virtualMachine, MACHINE),
    ...attachedProblems(attached),
    ...attachedProblems(detached, "detachedIdentities"),
  ];
  if (!Array.isArray(attached) || !Array.isArray(detached)) return problems;
  if (!isSystem && attached.length === 0) {
    problems.push(
      "userAssignedIdentities is empty: allowed is at least one identity; name one, use VirtualMachineSystemIdentity, " +
        "or remove the construct, which detaches what it attached",
    );
  }
  const twice = (identities: readonly IUserAssignedIdentity[]) =>
    new Set(identities).size < identities.length;
  if (twice(attached) || twice(detached)) {
    problems.push("an identity is named twice in one list: allowed is once; remove the other");
  }
  if (attached.some((identity) => detached.includes(identity))) {
    problems.push(
      "an identity is in userAssignedIdentities and in detachedIdentities: allowed is one of the two; remove it from the other",
    );
  }
  return problems;
}
