import { isKnown, kindProblem, stated } from "../access/given";
import { principalProblems } from "../access/principal-problems";
import { CLOUDS } from "../azure/clouds";
import { MACHINE } from "../compute/machine-kind";
import { parseArmId } from "../model/arm-id";
import { isScope } from "../model/scope";
import type { IdentityVerificationProps } from "./identity-verification-props";
import type { MachineFacts } from "./machine-facts";

const NAME_PREFIX = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i;

/** What props of a verification lack or have wrong, each with the fix. */
export function propsProblems(props: IdentityVerificationProps, machine: MachineFacts): string[] {
  const { accessMinutes = 15, namePrefix = "verify-identity", cloud = "AzurePublic" } = props;
  const problems = [
    ...kindProblem("virtualMachine", props.virtualMachine, MACHINE),
    ...principalProblems("identity", props.identity),
    ...scopeProblems(props),
  ];
  if (props.osType === undefined && machine.osType === undefined) {
    problems.push(
      "the operating system of the machine is not known; allowed are Linux and Windows; set osType, or pass the machine " +
        "that this app makes",
    );
  }
  if (props.location === undefined && machine.location === undefined) {
    problems.push("the region of the machine is not known; allowed is that of the machine; set location");
  }
  if (!(Number.isInteger(accessMinutes) && accessMinutes >= 1 && accessMinutes <= 60)) {
    problems.push(
      `accessMinutes is ${accessMinutes}; allowed are whole numbers from 1 to 60; set 15, or more`,
    );
  }
  if (isKnown(namePrefix) && !NAME_PREFIX.test(namePrefix)) {
    problems.push(
      `namePrefix "${namePrefix}" cannot begin the name of a run command; allowed are 1-60 of A-Z a-z 0-9 . - _, first ` +
        "a letter or digit; change it, for example to verify-identity",
    );
  }
  if (!(cloud in CLOUDS)) {
    problems.push(
      `there is no cloud "${cloud}"; allowed are ${Object.keys(CLOUDS).join(", ")}; set one of them`,
    );
  }
  return problems;
}

function scopeProblems({ scope, apiVersion }: IdentityVerificationProps): string[] {
  if (!isKnown(scope)) return [];
  if (!isScope(String(scope)) || scope === "/") {
    return [
      `${stated("scope", scope, "is nothing that Resource Manager can read")}; allowed is the id of a resource, resource group, ` +
        "subscription or management group; pass account.id, group.id, or use Scope",
    ];
  }
  if (apiVersion !== undefined || MANAGEMENT_GROUP.test(scope)) return [];
  const parsed = parseArmId(scope);
  if (parsed && parsed.type === undefined) return [];
  return [
    `scope "${scope}" is a resource, and how to read it is not said; allowed are groups and subscriptions, or a resource ` +
      "with the version of its API; set apiVersion, or check its resource group",
  ];
}
