import { remedyFor } from "../../lib/prerequisites/remedy";
import { modelOf, SUBSCRIPTION } from "../model/source";
import { GROUP, IN_GROUP, ORDERS, operationsAt } from "./support";

const model = modelOf({
  provider: { azurerm: [{ subscription_id: SUBSCRIPTION }] },
  resource: {
    azurerm_user_assigned_identity: { orders: { name: "id-orders", ...IN_GROUP } },
    azapi_resource: { job: { type: "Microsoft.App/jobs@2024-03-01", parent_id: GROUP, name: "job" } },
  },
});
const remedy = (address: string, end: string) =>
  remedyFor(
    operationsAt(model, address).filter(({ action }) => action.endsWith(end)),
    () => "give a role",
  );

test.each([
  [
    "registering by azurerm",
    "provider.azurerm",
    "/register/action",
    'have one who may do it once, and set resource_provider_registrations of the provider to "none"',
  ],
  [
    "registering by azapi",
    "azapi_resource.job",
    "/register/action",
    "have one who may do it once, and set skip_provider_registration of the provider azapi to true",
  ],
  [
    "listing resource providers",
    "provider.azurerm",
    "/providers/read",
    "set ARM_PROVIDER_ENHANCED_VALIDATION to false where Terraform runs, or give a role",
  ],
  ["anything else", ORDERS, "/write", "give a role"],
])("a setting does without %s", (_, address, end, expected) => {
  expect(remedy(address, end)).toBe(expected);
});
