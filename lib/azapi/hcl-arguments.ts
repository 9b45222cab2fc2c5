/** Arguments with what cdktf asks for when it writes HCL: of none of them it knows the type. */
export function hclArguments(given: object): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      { value, isBlock: false, type: "any", storageClassType: "any" },
    ]),
  );
}
