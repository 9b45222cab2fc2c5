import fc from "fast-check";
import type { ObjectValue } from "../../../../lib/testing/terraform/provider/value";
import { identityOf, machine, NIC } from "./machine";
import { Desk, IDENTITIES, identity, inGroup } from "./support";

const TYPE = "azurerm_linux_virtual_machine";
const BOTH = "SystemAssigned, UserAssigned";
const OWN = `${IDENTITIES}/id-app`;

function desk(): Desk {
  const made = new Desk({ existing: [NIC] });
  identity(made);
  return made;
}

test("ids beside a system identity alone are refused by azurerm, at apply", () => {
  expect(() => machine(desk(), { type: "SystemAssigned", identity_ids: [OWN] })).toThrow(
    "`identity_ids` can only be specified when",
  );
});

test("a user-assigned type without ids is refused by Azure", () => {
  expect(() => machine(desk(), { type: "UserAssigned" })).toThrow("MissingIdentityIds");
  expect(() => machine(desk(), { type: BOTH, identity_ids: [] })).toThrow("MissingIdentityIds");
});

test("an identity that is not there cannot be attached", () => {
  expect(() => machine(desk(), { type: "UserAssigned", identity_ids: [`${IDENTITIES}/none`] })).toThrow(
    "FailedIdentityOperation",
  );
});

test("azurerm wants the segments of an id in exactly their case", () => {
  const ids = [OWN.replace("resourceGroups", "resourcegroups")];
  expect(() => machine(desk(), { type: "UserAssigned", identity_ids: ids })).toThrow(
    "the case of its segments",
  );
});

test("an identity that is attached in two spellings is read back in one", () => {
  const at = desk();
  const identity_ids = [OWN, OWN.replace("id-app", "ID-App")];
  const made = machine(at, { type: "UserAssigned", identity_ids });
  expect(identityOf(made)?.identity_ids).toEqual(identity_ids);
  expect(identityOf(at.read(TYPE, made))?.identity_ids).toHaveLength(1);
});

test("a flexible scale set has no system identity", () => {
  const given = inGroup({ name: "set", platform_fault_domain_count: 1 });
  const problems = (type: string) =>
    desk().problems("azurerm_orchestrated_virtual_machine_scale_set", {
      ...given,
      identity: [{ type, identity_ids: [OWN] }],
    });
  expect(problems("UserAssigned")).toEqual([]);
  expect(problems(BOTH).join()).toContain('to be one of ["UserAssigned"]');
});

test("a system identity keeps its principal for as long as there is one, and never gets it back", () => {
  const at = desk();
  const blocks: Record<string, ObjectValue[]> = {
    none: [],
    system: [{ type: "SystemAssigned", identity_ids: null }],
    user: [{ type: "UserAssigned", identity_ids: [OWN] }],
    both: [{ type: BOTH, identity_ids: [OWN] }],
  };
  let count = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom("none", "system", "user", "both"), { maxLength: 12 }), (steps) => {
      let state = machine(at, undefined, `vm${count++}`);
      const seen = new Set<unknown>();
      let current: unknown;
      for (const step of steps) {
        state = at.update(TYPE, state, { identity: blocks[step] });
        const principal = identityOf(at.read(TYPE, state))?.principal_id || undefined;
        const isSystem = step === "system" || step === "both";
        expect(principal !== undefined).toBe(isSystem);
        if (current && isSystem) expect(principal).toBe(current);
        if (!current && isSystem) expect(seen).not.toContain(principal);
        if (current && !isSystem) expect(at.azure.principals.find(String(current))).toBeUndefined();
        seen.add(principal);
        current = principal;
      }
    }),
    { numRuns: 40 },
  );
});

test("an identity may be deleted while it is attached", () => {
  const at = desk();
  const state = machine(at, { type: "UserAssigned", identity_ids: [OWN] });
  at.remove("azurerm_user_assigned_identity", { id: OWN });
  expect(identityOf(at.read(TYPE, state))?.identity_ids).toEqual([OWN]);
});

test("an identity that is made again has another principal", () => {
  const at = desk();
  const first = at.data("azurerm_user_assigned_identity", { name: "id-app", resource_group_name: "rg" });
  at.remove("azurerm_user_assigned_identity", { id: OWN });
  const second = identity(at);
  expect(second.principal_id).not.toBe(first.principal_id);
  expect(second.client_id).not.toBe(first.client_id);
});

test("a machine takes its system principal with it", () => {
  const at = desk();
  const state = machine(at, { type: "SystemAssigned" });
  const principal = String(identityOf(state)?.principal_id);
  expect(at.azure.principals.find(principal)).toBeDefined();
  at.remove(TYPE, state);
  expect(at.azure.principals.find(principal)).toBeUndefined();
});

test.each([
  "ab",
  "-starts",
  "has.dot",
  "x".repeat(129),
])("Azure refuses the name %s of an identity", (name) => {
  expect(() => identity(desk(), name)).toThrow("InvalidResourceName");
});

test("a group that is not there has no identities", () => {
  const given = inGroup({ name: "id-app", resource_group_name: "other" });
  expect(() => desk().create("azurerm_user_assigned_identity", given)).toThrow(
    "ResourceGroupNotFound: Resource group 'other' could not be found.",
  );
});
