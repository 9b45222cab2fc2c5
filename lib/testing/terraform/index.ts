import "./peers";

export {
  Azure,
  type AzureOptions,
  type Principal,
  type PrincipalType,
  type RunCommandOutcome,
  type RunCommands,
} from "./azure";
export type { SynthesizableApp } from "./output";
export * from "./provider/behaviour";
export { UNKNOWN, type Value } from "./provider/value";
export { hasRealAzure, type ProviderMode, providerMode } from "./provider-mode";
export type { Applied } from "./run/applied";
export { findBinary } from "./run/binary";
export type { Diagnostic } from "./run/diagnostic";
export type { TerraformJson } from "./run/json-configuration";
export type { Action, Plan, ResourceChange, ValueChange } from "./run/plan";
export type { State, StateResource } from "./run/state";
export { TerraformError } from "./run/terraform-error";
export type { CommandOptions } from "./run/workspace";
export { runThrough, type StackRunThrough } from "./run-through";
export type { BindingsOptions } from "./schema/locate-bindings";
export type { StackRun } from "./stack-run";
export type { StandInOptions } from "./stand-in";
export { TerraformStacks, type TerraformStacksOptions } from "./terraform-stacks";
export { withTags } from "./with-tags";
