import type { Block, StackSource } from "./terraform-json";

/**
 * The version constraint of a stack for one of HashiCorp's providers, `azurerm`: empty where there is none, so that each
 * version will do; `undefined` where another provider of that name or an expression is meant.
 */
export function providerConstraint({ json }: StackSource, name: string): string | undefined {
  const required: unknown = json.terraform?.required_providers?.[name];
  if (typeof required === "string") return known(required);
  const { source = `hashicorp/${name}`, version = "" } = (required ?? {}) as Block;
  const isOfficial = typeof source === "string" && OFFICIAL.exec(source)?.[1]?.toLowerCase() === name;
  return isOfficial && typeof version === "string" ? known(version) : undefined;
}

/** `azurerm`, `hashicorp/azurerm`, or that with a registry before it. */
const OFFICIAL = /^(?:(?:.*\/)?hashicorp\/)?([\w-]+)$/i;

function known(constraint: string): string | undefined {
  return constraint.includes("${") ? undefined : constraint;
}
