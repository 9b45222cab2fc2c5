import type { Construct } from "constructs";
import { objectWith, stated } from "./given";

const PRINCIPAL = objectWith("principalId", "");

/**
 * Why what a prop holds has no principal id, with the fix.
 *
 * @param name of the prop; a `principal` may be anybody, others are identities
 */
export function principalProblems(name: string, given: unknown): string[] {
  if (PRINCIPAL.is(given)) return [];
  const { path } = (given as Partial<Construct> | undefined)?.node ?? {};
  if (path === undefined) {
    const what =
      name === "principal" ? "a Principal, or an identity" : "an identity, or an object with its principalId";
    return [`${stated(name, given)}; allowed is ${what}; pass the object itself, after it was made`];
  }
  return [
    `${name} is ${path}, which has no principal id; allowed is what has an identity of its own; pass one of its user-assigned identities, or make it a class with a system identity, such as VmWithSystemIdentity`,
  ];
}
