import { Token } from "cdktf";
import { Construct } from "constructs";
import { isKnown, kindProblem, listProblems, refuseProps, text } from "../access/given";
import { ImportedUserAssignedIdentity } from "./imported-user-assigned-identity";
import { LOOKUP } from "./lookup-kinds";
import type { IUserAssignedIdentity } from "./managed-identity";
import type { UserAssignedIdentitiesLookup } from "./user-assigned-identity-props";

const NAME = text("the name of an identity; write it out");

/** Looks each name up below one construct, under the name as its id. */
export function lookUpIdentities(
  scope: Construct,
  id: string,
  lookup: UserAssignedIdentitiesLookup,
): IUserAssignedIdentity[] {
  const { names, ...place } = lookup ?? {};
  refuseProps(scope, id, [
    ...problemsOf(names),
    ...kindProblem("resourceGroupName", place.resourceGroupName, LOOKUP.resourceGroupName),
  ]);
  const all = new Construct(scope, id);
  return names.map((name) => ImportedUserAssignedIdentity.byName(all, name, { name, ...place }));
}

function problemsOf(names: readonly string[]): string[] {
  const none = listProblems("names", names, NAME);
  if (!Array.isArray(names)) return none;
  if (Token.isUnresolved(names)) {
    return [
      "names of identities are a list that Terraform makes; allowed are names that the program knows; write them out",
    ];
  }
  const isLate = (name: string) => !isKnown(name);
  const late = names.filter(isLate).length;
  const again = [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
  return [
    ...none,
    ...(late > 0
      ? [
          `${late} of the names of identities ${late === 1 ? "is a token" : "are tokens"}; allowed are names that the program knows, as the addresses come from them; use UserAssignedIdentity.fromName, which takes an id of its own`,
        ]
      : []),
    ...again
      .filter((name) => NAME.is(name) && !isLate(name))
      .map((name) => `identity name "${name}" is given twice; allowed is once; remove one of the two`),
  ];
}
