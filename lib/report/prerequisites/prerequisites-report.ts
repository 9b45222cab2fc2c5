import type { DeclaredRole } from "../../model/declared-role";
import type { Model } from "../../model/model";
import type { DeployerNeeds, Requirements } from "../../prerequisites/requirements";
import { type ResourceNeeds, resourceNeeds } from "./resource-needs";

/** What the one who deploys some stacks needs, and for one stack what it is for. */
export interface DeployerReport {
  readonly needs: DeployerNeeds;
  /** Of several stacks together none: each has its own. */
  readonly resources: readonly ResourceNeeds[];
}

/** What is to be told of requirements; `declared` has the roles of the deployer of a stack. */
export function prerequisitesReport(
  model: Model,
  { deployers }: Requirements,
  declared: (stack: string) => readonly DeclaredRole[],
): DeployerReport[] {
  return deployers.map((needs) => {
    const [stack, ...others] = needs.stacks;
    if (stack === undefined || others.length > 0) return { needs, resources: [] };
    return { needs, resources: resourceNeeds(model, stack, declared(stack)) };
  });
}
