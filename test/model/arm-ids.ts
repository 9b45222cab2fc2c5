import fc from "fast-check";
import type { ArmId } from "../../lib/model/arm-id";

/** A keyword of an ARM id: Azure ignores the case of keywords. */
export function anyCase(keyword: string): fc.Arbitrary<string> {
  return fc.constantFrom(keyword, keyword.toLowerCase(), keyword.toUpperCase());
}

/** Names, among them such as are keywords elsewhere in an id. */
export const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/),
  fc.constantFrom("providers", "subscriptions", "resourceGroups"),
);
export const group = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_().-]{0,8}[A-Za-z0-9]$/), name);

const namespace = fc.constantFrom("Microsoft.Compute", "Microsoft.Storage", "microsoft.insights");
const pair = fc.tuple(fc.constantFrom("virtualMachines", "storageAccounts", "components", "locks"), name);

/** An id of a resource in a group or in a subscription, possibly a child of another one, with its parts. */
export const resourceId: fc.Arbitrary<{ id: string; parts: ArmId }> = fc
  .record({
    keywords: fc.tuple(anyCase("subscriptions"), anyCase("resourceGroups"), anyCase("providers")),
    subscriptionId: fc.uuid(),
    resourceGroupName: fc.option(group, { nil: undefined }),
    namespace,
    pairs: fc.array(pair, { minLength: 1, maxLength: 3 }),
  })
  .map(({ keywords: [subscriptions, groups, providers], ...of }) => ({
    id: [
      "",
      subscriptions,
      of.subscriptionId,
      ...(of.resourceGroupName === undefined ? [] : [groups, of.resourceGroupName]),
      providers,
      of.namespace,
      ...of.pairs.flat(),
    ].join("/"),
    parts: {
      subscriptionId: of.subscriptionId,
      ...(of.resourceGroupName === undefined ? {} : { resourceGroupName: of.resourceGroupName }),
      type: [of.namespace, ...of.pairs.map(([type]) => type)].join("/"),
      names: of.pairs.map(([, one]) => one),
    },
  }));
