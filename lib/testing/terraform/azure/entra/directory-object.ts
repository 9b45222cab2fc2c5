import type { ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { readAs } from "../arm/read-as";
import { settle } from "../settle";
import type { Azure } from "../store/azure";
import { guid } from "../store/guid";
import type { PrincipalType } from "../store/principals";
import { text } from "../values";

/** What one kind of object of the directory is. */
export interface DirectoryKind {
  /** The first segment of its id: `/groups/<object id>`. */
  readonly collection: string;
  /** None for what no role can be given to. */
  readonly principal?: PrincipalType;
  readonly replacedBy?: readonly string[];
  readonly validate?: ResourceBehaviour["validate"];
  /** What is computed beside the ids. @throws Refusal */
  readonly computed?: (planned: ObjectValue, objectId: string) => ObjectValue;
}

/** Source: azuread, docs/resources. */
export function directoryObject(azure: Azure, kind: DirectoryKind): ResourceBehaviour {
  return {
    leavesNestedComputedNull: true,
    ...(kind.replacedBy && { replacedBy: kind.replacedBy }),
    ...(kind.validate && { validate: kind.validate }),
    create(planned, { schema }) {
      const words = `${kind.collection} ${text(planned.display_name) ?? text(planned.client_id)}`;
      const objectId = guid(words, `${azure.nextTurn(words)}`);
      const id = `/${kind.collection}/${objectId}`;
      const computed: ObjectValue = { ...kind.computed?.(planned, objectId), id, object_id: objectId };
      const state = settle(planned, id, schema, (path) => computed[path]);
      azure.put({ id, state });
      if (kind.principal) azure.principals.add({ id: objectId, type: kind.principal });
      return state;
    },
    update(planned, prior, { schema }) {
      const id = text(prior.id) ?? "";
      const state = settle(planned, id, schema, (path) => prior[path]);
      azure.put({ id, state });
      return state;
    },
    read: (state) => readAs(state, azure.find(text(state.id) ?? "")),
    delete(prior) {
      azure.remove(text(prior.id) ?? "");
      azure.principals.remove(text(prior.object_id) ?? "");
    },
  };
}
