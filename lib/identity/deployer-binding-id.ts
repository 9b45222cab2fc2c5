/** Segments of an id that say what the next one is, by their place in it. */
const WORDS = [
  [0, "subscriptions"],
  [0, "providers"],
  [2, "resourcegroups"],
  [2, "providers"],
  [4, "providers"],
] as const;

/**
 * The id of the binding of a role at a scope: made of the two alone, so that a binding stays at its address when others
 * come and go, and different ones never have the same.
 */
export function deployerBindingId(role: string, scope: string): string {
  const segments = scope.toLowerCase().split("/").filter(Boolean);
  const named = segments.filter(
    (segment, at) => !WORDS.some(([place, word]) => place === at && word === segment),
  );
  return [role.toLowerCase().replace(/[^a-z0-9]+/g, "-"), ...named].map(part).join("--");
}

/** A part in which the two hyphens between parts do not occur, nor one of them at its ends. */
function part(text: string): string {
  return text.replaceAll("~", "~0").replace(/^-|-(?=-|$)/g, "~1");
}
