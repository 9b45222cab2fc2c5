import type { Check } from "./check";
import { problemsIn, run } from "./command";

export const resolution: Check = {
  claim: "attw: types are found, and fit the code, under node10, node16 from CommonJS and ESM, and bundler",
  problemsOf: ({ tarball }) =>
    problemsIn(run("npx", ["--no-install", "attw", "--no-definitely-typed", "--no-color", tarball])),
};

export const lint: Check = {
  claim: "publint: no error and no warning in package.json",
  problemsOf: ({ tarball }) =>
    problemsIn(run("npx", ["--no-install", "publint", "run", "--strict", tarball])),
};
