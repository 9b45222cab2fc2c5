import { Azure, azureProviders } from "../../../../lib/testing/terraform/azure";
import type { Problem } from "../../../../lib/testing/terraform/provider/behaviour";
import { planNew } from "../../../../lib/testing/terraform/provider/plan";
import type { ObjectValue, Value } from "../../../../lib/testing/terraform/provider/value";
import { deriveSchemas } from "../../../../lib/testing/terraform/schema/derive";
import type { BlockSchema, ProviderSchema } from "../../../../lib/testing/terraform/schema/schema";

export const SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
export const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
export const IDENTITIES = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities`;
export const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const schemas = new Map<string, ProviderSchema>();

/** The schema with this type in it, and whatever else was asked for before. */
export function schemaOf(type: string, kind: "resources" | "dataSources" = "resources"): ProviderSchema {
  const key = `${kind} ${type}`;
  const known = schemas.get(key);
  if (known) return known;
  const provider = type.split("_")[0] ?? "";
  const need = { provider, resources: [], dataSources: [], [kind]: [type] };
  const [schema] = deriveSchemas([need]);
  if (!schema) throw new Error(`no schema of ${type}`);
  schemas.set(key, schema);
  return schema;
}

/** Does with one resource what Terraform does: validates, plans what is new, applies. */
export class Desk {
  public readonly azure: Azure;
  public provider: ObjectValue = { subscription_id: SUBSCRIPTION, features: [{}] };

  public constructor(options: ConstructorParameters<typeof Azure>[0] = { existing: [GROUP] }) {
    this.azure = new Azure(options);
    this.azure.connect(SUBSCRIPTION);
  }

  public problems(type: string, given: object): string[] {
    return (this.behaviour(type).validate?.(config(type, given)) ?? []).map(words);
  }

  public create(type: string, given: object): ObjectValue {
    const [problem] = this.problems(type, given);
    if (problem) throw new Error(problem);
    const behaviour = this.behaviour(type);
    const proposed = config(type, given);
    const common = planNew(proposed, block(type));
    const own = behaviour.plan?.({ prior: null, planned: common, config: proposed });
    return behaviour.create(own?.planned ?? common, this.request(type));
  }

  public update(type: string, prior: ObjectValue, changed: object): ObjectValue {
    const update = this.behaviour(type).update;
    if (!update) throw new Error("doesn't support update");
    return update({ ...prior, ...complete(block(type), changed, true) }, prior, this.request(type));
  }

  /** Paths that a change would replace the resource for. */
  public replacedBy(type: string, prior: ObjectValue, changed: object): string[] {
    const planned = { ...prior, ...(changed as ObjectValue) };
    const behaviour = this.behaviour(type);
    const fixed = (behaviour.replacedBy ?? []).filter((path) =>
      Object.hasOwn(changed, path.split(".")[0] ?? ""),
    );
    return [...fixed, ...(behaviour.plan?.({ prior, planned, config: planned }).replacedBy ?? [])];
  }

  public read(type: string, state: ObjectValue): ObjectValue | null {
    return this.behaviour(type).read?.(state, this.request(type)) ?? null;
  }

  public remove(type: string, state: ObjectValue): void {
    this.behaviour(type).delete?.(state, this.request(type));
  }

  public data(type: string, given: object): ObjectValue {
    const schema = schemaOf(type, "dataSources");
    const shape = schema.dataSources[type];
    if (!shape) throw new Error(type);
    const source = azureProviders(this.azure, [schema])[schema.name]?.dataSource(type);
    if (!source) throw new Error(type);
    return source.read(complete(shape, given), this.request(type));
  }

  public behaviour(type: string) {
    const schema = schemaOf(type);
    const behaviour = azureProviders(this.azure, [schema])[schema.name]?.resource(type);
    if (!behaviour) throw new Error(type);
    return behaviour;
  }

  private request(type: string) {
    return { type, provider: this.provider };
  }
}

export function identity(desk: Desk, name = "id-app"): ObjectValue {
  return desk.create("azurerm_user_assigned_identity", inGroup({ name }));
}

export function inGroup(given: object): object {
  return { resource_group_name: "rg", location: "westeurope", ...given };
}

export function assignment(given: object): object {
  return { scope: GROUP, role_definition_name: "Reader", ...given };
}

function config(type: string, given: object): ObjectValue {
  return complete(block(type), given);
}

function block(type: string): BlockSchema {
  const found = schemaOf(type).resources[type];
  if (!found) throw new Error(type);
  return found;
}

/** Null where nothing is given, as Terraform has it; with `partly` only what is given. */
function complete(shape: BlockSchema, given: object, partly = false): ObjectValue {
  const values = given as ObjectValue;
  const names = [...Object.keys(shape.attributes), ...Object.keys(shape.blocks)];
  for (const name of Object.keys(values)) if (!names.includes(name)) throw new Error(`no argument ${name}`);
  const value = (name: string): Value => {
    const nested = shape.blocks[name];
    const present = values[name];
    if (!nested) return present ?? null;
    if (Array.isArray(present)) return present.map((each) => complete(nested.block, each as object));
    return present ?? (nested.nesting === "single" ? null : []);
  };
  return Object.fromEntries(
    names.filter((name) => !partly || Object.hasOwn(values, name)).map((name) => [name, value(name)]),
  );
}

function words({ summary, detail }: Problem): string {
  return detail ? `${summary}: ${detail}` : summary;
}
