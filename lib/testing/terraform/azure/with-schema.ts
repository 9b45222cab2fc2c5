import type { ProviderBehaviour, Request } from "../provider/behaviour";
import type { BlockSchema, ProviderSchema } from "../schema/schema";

/** Tells a provider the shapes of its types, so that it can compute values of their types. */
export function withSchema(behaviour: ProviderBehaviour, schema: ProviderSchema): ProviderBehaviour {
  return {
    ...behaviour,
    resource(type) {
      const { create, update, delete: remove, read, import: bring, ...rest } = behaviour.resource(type);
      const told = (request: Request) => tell(request, schema.resources[type]);
      return {
        ...rest,
        create: (planned, request) => create(planned, told(request)),
        ...(update && { update: (planned, prior, request) => update(planned, prior, told(request)) }),
        ...(remove && { delete: (prior, request) => remove(prior, told(request)) }),
        ...(read && { read: (state, request) => read(state, told(request)) }),
        ...(bring && { import: (id, request) => bring(id, told(request)) }),
      };
    },
    dataSource(type) {
      const { read, ...rest } = behaviour.dataSource(type);
      return { ...rest, read: (config, request) => read(config, tell(request, schema.dataSources[type])) };
    },
  };
}

function tell(request: Request, schema: BlockSchema | undefined): Request {
  return schema ? { schema, ...request } : request;
}
