import { Token } from "cdktf";
import { Construct } from "constructs";
import { ImportedUserAssignedIdentity } from "./imported-user-assigned-identity";
import type { IUserAssignedIdentity } from "./managed-identity";
import type { UserAssignedIdentitiesLookup } from "./user-assigned-identity-props";

/** Looks each name up below one construct, under the name as its id. */
export function lookUpIdentities(
  scope: Construct,
  id: string,
  { names, ...place }: UserAssignedIdentitiesLookup,
): IUserAssignedIdentity[] {
  const problems = problemsOf(names);
  if (problems.length > 0) throw new Error(`[${scope.node.path}/${id}] ${problems.join("\n  ")}`);
  const all = new Construct(scope, id);
  return names.map((name) => ImportedUserAssignedIdentity.byName(all, name, { name, ...place }));
}

function problemsOf(names: readonly string[]): string[] {
  if (Token.isUnresolved(names)) {
    return [
      "names of identities are a list that Terraform makes; allowed are names that the program knows; write them out",
    ];
  }
  const isLate = (name: string) => Token.isUnresolved(name) || name.includes("${");
  const late = names.filter(isLate).length;
  const again = [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
  return [
    ...(late > 0
      ? [
          `${late} of the names of identities ${late === 1 ? "is a token" : "are tokens"}; allowed are names that the program knows, as the addresses come from them; use UserAssignedIdentity.fromName, which takes an id of its own`,
        ]
      : []),
    ...again
      .filter((name) => !isLate(name))
      .map((name) => `identity name "${name}" is given twice; allowed is once; remove one of the two`),
  ];
}
