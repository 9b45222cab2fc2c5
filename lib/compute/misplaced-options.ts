const OF_SYSTEM_IDENTITY = ["roles", "principalIdLookupEnabled"];

/**
 * Options that need a system-assigned identity, given where there is none: TypeScript lets them pass when the props come
 * in a variable, and nothing would come of them.
 *
 * @param fix what to do instead
 */
export function misplacedOptions(props: object, fix: string): string[] {
  const given = OF_SYSTEM_IDENTITY.filter((name) => (props as Record<string, unknown>)[name] !== undefined);
  if (given.length === 0) return [];
  return [
    `${given.join(" and ")} ${given.length === 1 ? "is" : "are"} given, and there is no system-assigned identity: allowed is that with one; ${fix}`,
  ];
}
