import fc from "fast-check";
import { canonicalIdentityId, isGuid, parseArmId } from "../../lib/model/arm-id";
import { anyCase, group, name, resourceId } from "./arm-ids";
import { GUID, SUBSCRIPTION } from "./source";

const IN_GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-app`;
const IDENTITY = `${IN_GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-app`;

test.each([
  [`/subscriptions/${SUBSCRIPTION}`, { subscriptionId: SUBSCRIPTION, names: [] }],
  [`/subscriptions/${SUBSCRIPTION}/`, { subscriptionId: SUBSCRIPTION, names: [] }],
  [IN_GROUP, { subscriptionId: SUBSCRIPTION, resourceGroupName: "rg-app", names: [] }],
  [
    IDENTITY,
    {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: "rg-app",
      type: "Microsoft.ManagedIdentity/userAssignedIdentities",
      names: ["id-app"],
    },
  ],
  [
    `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
    { subscriptionId: SUBSCRIPTION, type: "Microsoft.Authorization/roleDefinitions", names: [GUID] },
  ],
  [
    `${IN_GROUP}/providers/Microsoft.Storage/storageAccounts/st/blobServices/default/containers/c`,
    {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: "rg-app",
      type: "Microsoft.Storage/storageAccounts/blobServices/containers",
      names: ["st", "default", "c"],
    },
  ],
])("%s is taken apart", (id, parts) => {
  expect(parseArmId(id)).toEqual(parts);
});

test("of a resource that extends another one the type and the name are its own", () => {
  expect(parseArmId(`${IDENTITY}/providers/Microsoft.Authorization/locks/keep`)).toEqual({
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: "rg-app",
    type: "Microsoft.Authorization/locks",
    names: ["keep"],
  });
});

test("a resource or a resource group may have the name of a segment", () => {
  const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/providers/providers/Microsoft.Compute/virtualMachines/providers`;
  expect(parseArmId(id)).toMatchObject({
    resourceGroupName: "providers",
    type: "Microsoft.Compute/virtualMachines",
    names: ["providers"],
  });
});

test.each([
  ["an empty text", ""],
  ["the root", "/"],
  ["a bare GUID", SUBSCRIPTION],
  ["a name for a subscription", "/subscriptions/my-subscription"],
  ["no subscription", "/subscriptions"],
  ["no slash at the start", IDENTITY.slice(1)],
  ["an empty segment", IDENTITY.replace("rg-app", "")],
  ["a resource group without a name", `/subscriptions/${SUBSCRIPTION}/resourceGroups`],
  ["a provider without a type", `${IN_GROUP}/providers/Microsoft.Compute`],
  ["a type without a name", `${IN_GROUP}/providers/Microsoft.Compute/virtualMachines`],
  ["a child without a name", `${IDENTITY}/federatedIdentityCredentials`],
  ["a resource without a provider", `${IN_GROUP}/virtualMachines/vm`],
  ["a management group", "/providers/Microsoft.Management/managementGroups/mg"],
])("an id with %s is not taken apart", (_, id) => {
  expect(parseArmId(id)).toBeUndefined();
});

test("the parts of any id are those it was made of, in whatever case its keywords are", () => {
  fc.assert(
    fc.property(resourceId, ({ id, parts }) => {
      expect(parseArmId(id)).toEqual(parts);
    }),
    { numRuns: 300 },
  );
});

test("any id without its last segment is taken apart no more", () => {
  fc.assert(
    fc.property(resourceId, ({ id }) => {
      expect(parseArmId(id.slice(0, id.lastIndexOf("/")))).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test("the id of an identity has one form, which is its own form", () => {
  const start = fc.tuple(anyCase("subscriptions"), fc.uuid(), anyCase("resourceGroups"), group);
  const end = fc.tuple(
    anyCase("providers"),
    anyCase("Microsoft.ManagedIdentity"),
    anyCase("userAssignedIdentities"),
    name,
  );
  fc.assert(
    fc.property(start, end, (first, second) => {
      const id = `/${[...first, ...second].join("/")}`;
      const canonical = `/subscriptions/${first[1]}/resourceGroups/${first[3]}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${second[3]}`;
      expect(canonicalIdentityId(id)).toBe(canonical);
      expect(canonicalIdentityId(canonical)).toBe(canonical);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["a child of an identity", `${IDENTITY}/federatedIdentityCredentials/github`],
  ["a lock on an identity", `${IDENTITY}/providers/Microsoft.Authorization/locks/keep`],
  ["another resource", `${IN_GROUP}/providers/Microsoft.Compute/virtualMachines/vm`],
  ["an identity without a resource group", IDENTITY.replace("/resourceGroups/rg-app", "")],
  ["a resource group", IN_GROUP],
  ["a GUID", GUID],
])("%s has no id of an identity", (_, id) => {
  expect(canonicalIdentityId(id)).toBeUndefined();
});

test("every GUID is one, in any case", () => {
  fc.assert(
    fc.property(fc.uuid(), (guid) => {
      expect(isGuid(guid)).toBe(true);
      expect(isGuid(guid.toUpperCase())).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test.each([
  "",
  GUID.slice(1),
  `${GUID}0`,
  ` ${GUID}`,
  `{${GUID}}`,
  GUID.replace("a", "g"),
  GUID.replace(/-/g, ""),
])("%j is no GUID", (text) => {
  expect(isGuid(text)).toBe(false);
});
