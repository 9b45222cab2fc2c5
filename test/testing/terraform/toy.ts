import type { ResourceBehaviour } from "../../../lib/testing/terraform/provider/behaviour";
import { Refusal } from "../../../lib/testing/terraform/provider/behaviour";
import { type RunningProviders, serveProviders } from "../../../lib/testing/terraform/provider/server";
import { isObjectValue, type ObjectValue, UNKNOWN } from "../../../lib/testing/terraform/provider/value";
import type { BlockSchema, ProviderSchema } from "../../../lib/testing/terraform/schema/schema";

const part: BlockSchema = {
  attributes: {
    name: { type: "string", required: true },
    serial: { type: "string", computed: true },
  },
  blocks: {},
};

const thing: BlockSchema = {
  attributes: {
    id: { type: "string", computed: true },
    name: { type: "string", required: true },
    label: { type: "string", optional: true, computed: true },
    size: { type: "number", optional: true },
    tags: { type: ["map", "string"], optional: true },
    words: { type: ["set", "string"], optional: true },
    anything: { type: "dynamic", optional: true },
    password: { type: "string", optional: true, sensitive: true },
    rules: { type: ["list", ["object", { port: "number", open: "bool" }]], optional: true },
  },
  blocks: {
    part: { nesting: "list", minItems: 0, maxItems: 0, block: part },
    member: { nesting: "set", minItems: 0, maxItems: 0, block: part },
    timeouts: {
      nesting: "single",
      minItems: 0,
      maxItems: 1,
      block: { attributes: { create: { type: "string", optional: true } }, blocks: {} },
    },
  },
};

export const TOY: ProviderSchema = {
  name: "toy",
  source: "hashicorp/toy",
  version: "1.0.0",
  provider: { attributes: { owner: { type: "string", optional: true } }, blocks: {} },
  resources: { toy_thing: thing, toy_rigid: thing, toy_quirky: thing },
  dataSources: {
    toy_lookup: {
      attributes: {
        id: { type: "string", computed: true },
        name: { type: "string", required: true },
        owner: { type: "string", computed: true },
      },
      blocks: {},
    },
  },
};

export interface Toy extends RunningProviders {
  /** What the service has, by id. */
  readonly store: Map<string, ObjectValue>;
}

/** A provider with one kind of thing, that can be updated (`toy_thing`), cannot (`toy_rigid`) or has the quirk. */
export async function serveToy(overrides: Partial<ResourceBehaviour> = {}): Promise<Toy> {
  const store = new Map<string, ObjectValue>();
  const put = (state: ObjectValue) => {
    store.set(String(state.id), state);
    return state;
  };
  const common: ResourceBehaviour = {
    replacedBy: ["name", "part.name", "member.name"],
    validate: ({ label }) =>
      label === "bad" ? [{ summary: "bad label", detail: "it is bad", attribute: ["label"] }] : [],
    create: (planned) => {
      const name = String(planned.name);
      if (store.has(`toy-${name}`)) throw new Refusal("already exists", `${name} is there`);
      return put(made({ ...planned, id: `toy-${name}` }));
    },
    update: (planned) => put(made(planned)),
    delete: ({ id }) => void store.delete(String(id)),
    read: ({ id, timeouts }) => {
      const found = store.get(String(id));
      return found ? { ...found, timeouts } : null;
    },
  };
  const running = await serveProviders([
    {
      schema: TOY,
      behaviour: {
        configure: ({ owner }) => (owner === "nobody" ? [{ summary: "no such owner" }] : []),
        resource: (type) => ({
          ...common,
          ...(type === "toy_rigid" && { update: undefined }),
          leavesNestedComputedNull: type === "toy_quirky",
          ...overrides,
        }),
        dataSource: () => ({
          read: ({ name }, { provider }) => {
            const id = `toy-${String(name)}`;
            if (!store.has(id)) throw new Refusal("not found", `${id} does not exist`);
            return { id, name, owner: provider.owner };
          },
        }),
      },
    },
  ]);
  return { ...running, store };
}

/** The state with a value for all that is not known. */
function made(planned: ObjectValue): ObjectValue {
  const known = Object.entries(planned).map(([name, value]) => {
    if (value === UNKNOWN) return [name, `${name} of ${String(planned.name)}`];
    const numbered = (name === "part" || name === "member") && Array.isArray(value);
    return [name, numbered ? value.map((item) => (isObjectValue(item) ? made(item) : item)) : value];
  });
  return Object.fromEntries(known);
}
