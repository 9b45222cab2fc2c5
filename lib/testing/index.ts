export { accessMatrix } from "./access-matrix";
export type { ExpectedGrant } from "./expected-grant";
export * from "./matchers";
export { synthesize } from "./synthesize";
