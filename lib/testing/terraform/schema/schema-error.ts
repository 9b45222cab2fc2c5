/** One error of all problems, each with the type and file it was found in. */
export function schemaError(problems: readonly string[]): Error {
  return new Error(
    `the bindings do not give the schemas that are needed; allowed is what the generator of cdktf 0.21 writes:\n${problems
      .map((problem) => `  ${problem}`)
      .join("\n")}`,
  );
}
