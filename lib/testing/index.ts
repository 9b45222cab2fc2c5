export { accessMatrix } from "./access-matrix";
export * from "./matchers";
export { synthesize } from "./synthesize";
