import { UserAssignedIdentity as IdentityResource } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformOutput, TerraformVariable } from "cdktf";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, PLACE, rawIdentity, rawVm } from "./parts";
import { BY_TERRAFORM, UNSEEN } from "./reasons";
import type { Theme } from "./small-stack";

/** Two with one address are merged by cdktf without a word. */
function overridden(identity: IdentityResource): IdentityResource {
  identity.overrideLogicalId("identity");
  return identity;
}

export const ARGUMENTS: Theme = {
  title: "Arguments and addresses",
  file: "arguments.ts",
  stacks: [
    {
      title: "a location is undefined in the program",
      terraform: "fails at validate: Missing required argument",
      reason: BY_TERRAFORM,
      build: (stack) => rawIdentity(stack, "orders", { location: undefined }),
    },
    {
      title: "a location is taken out of a construct of this library",
      terraform: "fails at validate: Missing required argument",
      reason: BY_TERRAFORM,
      build: (stack) =>
        exported(
          new UserAssignedIdentity(stack, "orders", { ...PLACE, name: "id-orders" }),
        ).resource.addOverride("location", undefined),
    },
    {
      title: "an override names an argument that there is not",
      terraform: "fails at validate: Extraneous JSON object property",
      reason: BY_TERRAFORM,
      build: (stack) => rawIdentity(stack, "orders").addOverride("isolated", true),
    },
    {
      title: "an override sets what Azure decides",
      terraform: "fails at validate: Value for unconfigurable attribute",
      reason: BY_TERRAFORM,
      build: (stack) => rawIdentity(stack, "orders").addOverride("client_id", "orders"),
    },
    {
      title: "an override gives text where a list belongs",
      terraform: "fails at validate: Incorrect attribute value type",
      reason: BY_TERRAFORM,
      build: (stack) => rawVm(stack, "vm").addOverride("network_interface_ids", "nic"),
    },
    {
      title: "an override gives a machine a second identity block",
      terraform: "fails at validate: Too many identity blocks",
      reason: BY_TERRAFORM,
      build: (stack) =>
        rawVm(stack, "vm").addOverride("identity", [{ type: "SystemAssigned" }, { type: "SystemAssigned" }]),
    },
    {
      title: "changes of an attribute are ignored that there is not",
      terraform: "fails at validate: Unsupported attribute",
      reason: BY_TERRAFORM,
      build: (stack) => rawIdentity(stack, "orders", { lifecycle: { ignoreChanges: ["colour"] } }),
    },
    {
      title: "a secret is an output that is not marked sensitive",
      terraform: "fails at validate: Output refers to sensitive values",
      reason: BY_TERRAFORM,
      build: (stack) => {
        const secret = new TerraformVariable(stack, "secret", { type: "string", sensitive: true });
        new TerraformOutput(stack, "shown", { value: secret.stringValue });
      },
      variables: { secret: "Not-a-secret-1" },
    },
    {
      title: "two raw identities have one address",
      rules: ["warning merged-address"],
      build: (stack) => {
        for (const name of ["id-orders", "id-reports"]) {
          exported(overridden(new IdentityResource(stack, name, { ...PLACE, name })));
        }
      },
    },
    {
      title: "two identities of this library have one address",
      rules: ["error merged-address"],
      reason: UNSEEN,
      build: (stack) => {
        for (const name of ["id-orders", "id-reports"]) {
          const identity = new UserAssignedIdentity(stack, name, { ...PLACE, name });
          overridden(identity.resource);
          exported(identity);
        }
      },
    },
  ],
};
