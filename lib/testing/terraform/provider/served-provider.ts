import type { BlockSchema, ProviderSchema } from "../schema/schema";
import type { ProviderBehaviour, Request } from "./behaviour";
import type { ObjectValue } from "./value";

/** A provider as its handlers share it. */
export class ServedProvider {
  /** What Terraform configured last; aliases of one provider cannot be told apart in the protocol. */
  configuration: ObjectValue = {};

  constructor(
    readonly schema: ProviderSchema,
    readonly behaviour: ProviderBehaviour,
  ) {}

  /** @throws where the schema has no such resource */
  resource(type: string): BlockSchema {
    return known(this.schema.resources, type, "resource");
  }

  /** @throws where the schema has no such data source */
  dataSource(type: string): BlockSchema {
    return known(this.schema.dataSources, type, "data source");
  }

  request(type: string): Request {
    return { type, provider: this.configuration };
  }
}

function known(blocks: { readonly [type: string]: BlockSchema }, type: string, kind: string): BlockSchema {
  if (!Object.hasOwn(blocks, type)) throw new Error(`${kind} ${type}: the schema has none of this type`);
  return blocks[type];
}
