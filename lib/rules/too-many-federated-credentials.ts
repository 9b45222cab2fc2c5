import type { FederatedCredential } from "../model/federated-credential";
import { groupBy } from "../model/group-by";
import { identityKey } from "../model/identity-place";
import type { Model } from "../model/model";
import type { Rule } from "./rule";

const LIMIT = 20;

export const tooManyFederatedCredentials: Rule = {
  id: "too-many-federated-credentials",
  title: `an identity has at most ${LIMIT} federated credentials`,
  why: "Azure refuses the next one halfway through the apply",
  source: "Azure, Important considerations and restrictions for federated identity credentials",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    [...groupBy(single(model), ({ identityId }) => identityKey(model, identityId)).values()]
      .filter((all) => all.length > LIMIT)
      .map((all) => {
        const message =
          `the identity has ${all.length} federated credentials in this app; allowed are ${LIMIT}; trust an environment ` +
          "in place of its branches, or give some of the workloads an identity of their own";
        const [first, ...others] = all
          .map(({ entry }) => entry)
          .sort((a, b) => Number(b.own) - Number(a.own));
        const other = others.find(({ stack }) => stack !== first?.stack);
        return {
          entry: first as FederatedCredential["entry"],
          message,
          ...(other ? { mirrored: { entry: other, message } } : {}),
        };
      }),
};

/** Those that stand for one credential on an identity that is said. */
function single({ federatedCredentials }: Model) {
  return federatedCredentials.flatMap(({ entry, identityId }) =>
    identityId && !entry.repeated ? [{ entry, identityId }] : [],
  );
}
