import { groupBy } from "../model/group-by";
import { machineRequests } from "../model/machine-request";
import { argument, follow } from "../model/model";
import { showValue, valueKey } from "../model/value";
import type { Rule } from "./rule";

export const competingMachineIdentity: Rule = {
  id: "competing-machine-identity",
  title: "one request asks for all identities of a machine",
  why: "each request overwrites the type of identity, which it works out before the other one is sent: one of the two loses",
  source: "Azure, Virtual Machines - Update (identity.type); azapi, azapi_resource_action",
  level: "error",
  rawLevel: "warning",
  check: (model) => {
    const requests = machineRequests(model).flatMap((entry) => {
      const id = entry.repeated ? undefined : follow(model, argument(model, entry, "resource_id"));
      return id ? [{ entry, id }] : [];
    });
    return [...groupBy(requests, ({ id }) => valueKey(id)).values()].flatMap(([first, ...others]) =>
      others.map(({ entry, id }) => ({
        entry,
        message:
          `identities of "${showValue(id)}" are asked for by ${first?.entry.path} too; allowed is one request per ` +
          "machine; name all identities in one of the two",
      })),
    );
  },
};
