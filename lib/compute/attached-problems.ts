import { Token } from "cdktf";
import { Construct } from "constructs";

/** Why what is to be attached is no user-assigned identity, each with the fix: an id in its place, or something made later. */
export function attachedProblems(identities: readonly unknown[] = []): string[] {
  return identities.flatMap((given, at) => {
    // Asked without reading it, which would fix logical ids.
    const has = (name: string) => typeof given === "object" && given !== null && name in given;
    const isConstruct = Construct.isConstruct(given);
    if (has(isConstruct ? "clientId" : "id")) return [];
    return [
      `userAssignedIdentities[${at}] is ${shown(given)}: allowed is a user-assigned identity; pass the object itself, or UserAssignedIdentity.fromId(...) for an id`,
    ];
  });
}

function shown(given: unknown): string {
  if (Construct.isConstruct(given)) return given.node.path;
  if (Token.isUnresolved(given)) return "a value of Terraform, such as the id of an identity";
  return typeof given === "string" ? `"${given}"` : String(given);
}
