import { readModel } from "../../lib/model/model";
import { declaredGrants } from "../../lib/prerequisites/declared-grants";
import { evaluate } from "../../lib/prerequisites/evaluate";
import { needsOf, needsOfStack } from "../../lib/prerequisites/operations";
import { showPlace } from "../../lib/prerequisites/place";
import { OTHER_SUBSCRIPTION, SUBSCRIPTION, source } from "../model/source";

const CONTRIBUTOR = { guid: "b24988ac-6180-42a0-ab88-20f7382dd24c" };
const provider = (subscription?: string) => ({
  azurerm: [{ features: [{}], ...(subscription ? { subscription_id: subscription } : {}) }],
});
const placesOf = (model: ReturnType<typeof readModel>, subscriptionsOf?: readonly string[]) =>
  declaredGrants(model, "web", [{ role: CONTRIBUTOR, ...(subscriptionsOf ? { subscriptionsOf } : {}) }]).map(
    ({ place }) => showPlace(place),
  );

test("a role at the subscriptions of several stacks is one at each of them, once", () => {
  const model = readModel([
    source("web", { provider: provider() }),
    source("data", { provider: provider(SUBSCRIPTION) }),
    source("logs", { provider: provider(SUBSCRIPTION.toUpperCase()) }),
    source("other", { provider: provider(OTHER_SUBSCRIPTION) }),
  ]);
  expect(placesOf(model, ["web", "data", "logs", "other"])).toEqual([
    "/subscriptions/<subscription of web>",
    `/subscriptions/${SUBSCRIPTION}`,
    `/subscriptions/${OTHER_SUBSCRIPTION}`,
  ]);
  expect(placesOf(model)).toEqual(["/subscriptions/<subscription of web>"]);
});

test("what is declared for an app holds where a stack attaches the identity of another one", () => {
  const identity = { name: "id-shop", resource_group_name: "rg-shop", location: "westeurope" };
  const shop = source("shop", {
    provider: provider(),
    resource: { azurerm_user_assigned_identity: { shop: identity } },
    output: { id: { value: "${azurerm_user_assigned_identity.shop.id}" } },
  });
  const web = source("web", {
    provider: provider(),
    data: { terraform_remote_state: { "cross-stack-reference-input-shop": { backend: "local" } } },
    resource: {
      azurerm_linux_virtual_machine: {
        vm: {
          name: "vm-web",
          resource_group_name: "rg-web",
          network_interface_ids: [],
          identity: {
            type: "UserAssigned",
            identity_ids: ["${data.terraform_remote_state.cross-stack-reference-input-shop.outputs.id}"],
          },
        },
      },
    },
  });
  const model = readModel([shop, web]);
  const attaching = (subscriptionsOf: readonly string[]) => {
    const grants = declaredGrants(model, "web", [{ role: CONTRIBUTOR, subscriptionsOf }]);
    return evaluate(needsOfStack(needsOf(model), "web"), grants, model).flatMap(({ operation, status }) =>
      operation?.action.endsWith("/assign/action") && operation.phase === "create" ? [status] : [],
    );
  };
  expect(attaching(["web"])).toEqual(["conditional"]);
  expect(attaching(["shop", "web"])).toEqual(["satisfied"]);
});
