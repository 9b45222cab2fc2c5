import { Construct } from "constructs";

/** Why what is to be attached is no user-assigned identity, each with the fix: an id in its place, or something made later. */
export function attachedProblems(identities: readonly unknown[] = []): string[] {
  return identities.flatMap((given, at) => {
    // Asked without reading it, which would fix logical ids.
    const has = (name: string) => typeof given === "object" && given !== null && name in given;
    const isConstruct = Construct.isConstruct(given);
    if (has(isConstruct ? "clientId" : "id")) return [];
    const shown = isConstruct ? given.node.path : typeof given === "string" ? `"${given}"` : String(given);
    return [
      `userAssignedIdentities[${at}] is ${shown}: allowed is a user-assigned identity; pass the object itself, or UserAssignedIdentity.fromId(...) for an id`,
    ];
  });
}
