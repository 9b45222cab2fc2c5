import fc from "fast-check";
import { toDynamic } from "../../../../lib/testing/terraform/azure/azapi/dynamic";
import { type ObjectValue, UNKNOWN, type Value } from "../../../../lib/testing/terraform/provider/value";
import { identityOf, machine, NIC } from "./machine";
import { Desk, IDENTITIES, identity } from "./support";

const VM = "azurerm_linux_virtual_machine";
const BOTH = "SystemAssigned, UserAssigned";
const TYPE = "Microsoft.Compute/virtualMachines@2024-07-01";
const id = (name: string) => `${IDENTITIES}/${name}`;

function hosted(block?: object): { desk: Desk; vm: ObjectValue; shown: () => ObjectValue | undefined } {
  const desk = new Desk({ existing: [NIC] });
  for (const name of ["one", "two", "three"]) identity(desk, `id-${name}`);
  const vm = machine(desk, block);
  return { desk, vm, shown: () => identityOf(desk.read(VM, vm)) };
}

function body(type: string, users?: { [id: string]: Value }): { body: Value } {
  return { body: toDynamic({ identity: { type, ...(users && { userAssignedIdentities: users }) } }) };
}

function patch(desk: Desk, vm: ObjectValue, given: object): ObjectValue {
  const common = { type: TYPE, resource_id: vm.id, method: "PATCH" };
  return desk.create("azapi_resource_action", { ...common, ...given });
}

function put(desk: Desk, vm: ObjectValue, given: object): ObjectValue {
  return desk.create("azapi_update_resource", { type: TYPE, resource_id: vm.id, ...given });
}

describe("a PATCH", () => {
  test("attaches and detaches what it names, and leaves the rest", () => {
    const { desk, vm, shown } = hosted({ type: "UserAssigned", identity_ids: [id("id-one")] });
    patch(desk, vm, body("UserAssigned", { [id("id-two")]: {} }));
    expect(shown()?.identity_ids).toEqual([id("id-one"), id("id-two")]);
    patch(desk, vm, body("UserAssigned", { [id("id-one")]: null }));
    expect(shown()?.identity_ids).toEqual([id("id-two")]);
  });

  test("overwrites the type: a system identity that it does not name is gone", () => {
    const { desk, vm, shown } = hosted({ type: "SystemAssigned" });
    const principal = String(shown()?.principal_id);
    patch(desk, vm, body("UserAssigned", { [id("id-one")]: {} }));
    expect(shown()).toMatchObject({ type: "UserAssigned", principal_id: "" });
    expect(desk.azure.principals.find(principal)).toBeUndefined();
  });

  test("at destroy sends nothing before", () => {
    const { desk, vm, shown } = hosted({ type: BOTH, identity_ids: [id("id-one")] });
    const detach = { ...body("SystemAssigned"), when: "destroy" };
    const made = patch(desk, vm, detach);
    expect(shown()?.type).toBe(BOTH);
    desk.remove("azapi_resource_action", made);
    expect(shown()?.type).toBe("SystemAssigned");
  });

  test("of what is gone can be let pass", () => {
    const { desk, vm } = hosted();
    desk.remove(VM, vm);
    expect(() => patch(desk, vm, body("None"))).toThrow("ResourceNotFound");
    expect(patch(desk, vm, { ...body("None"), ignore_not_found: true }).exist).toBe(false);
  });
});

test("an answer shows the ids that are attached, none where there is none", () => {
  const ids = toDynamic({ ids: "keys(identity.userAssignedIdentities || `{}`)", type: "identity.type" });
  const { desk, vm } = hosted({ type: "UserAssigned", identity_ids: [id("id-one")] });
  const shown = (of: Value | undefined) =>
    desk.data("azapi_resource", { type: TYPE, resource_id: of ?? null, response_export_values: ids }).output;
  expect(shown(vm.id)).toEqual(toDynamic({ ids: [id("id-one")], type: "UserAssigned" }));
  const other = hosted();
  const none = other.desk.data("azapi_resource", {
    type: TYPE,
    resource_id: other.vm.id ?? null,
    response_export_values: ids,
  });
  expect(none.output).toEqual(toDynamic({ ids: [], type: null }));
});

test("the answer to another body is not known before, that to the same one is", () => {
  const { desk, vm } = hosted();
  const prior = patch(desk, vm, body("SystemAssigned"));
  const plan = (changed: object) =>
    desk.behaviour("azapi_resource_action").plan?.({
      prior,
      planned: { ...prior, ...changed },
      config: prior,
    }).planned;
  expect(plan({ locks: [vm.id] })).toBeUndefined();
  expect(plan(body("None"))).toMatchObject({ output: UNKNOWN, exist: UNKNOWN });
  expect(plan({ ...body("None"), when: "destroy" })).toMatchObject({ output: UNKNOWN, exist: prior.exist });
});

test("any order of attaching and detaching ends with what is attached, as azurerm shows it", () => {
  const names = ["id-one", "id-two", "id-three"];
  const step = fc.record({ name: fc.constantFrom(...names), attach: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
      const { desk, vm, shown } = hosted({ type: "SystemAssigned" });
      const expected = new Set<string>();
      for (const { name, attach } of steps) {
        if (attach) expected.add(name);
        else expected.delete(name);
        const type = expected.size > 0 ? BOTH : "SystemAssigned";
        const users = expected.size > 0 ? { [id(name)]: attach ? {} : null } : undefined;
        patch(desk, vm, body(type, users));
      }
      expect(shown()?.identity_ids ?? []).toEqual(expect.arrayContaining([...expected].map(id)));
      expect(shown()?.identity_ids ?? []).toHaveLength(expected.size);
    }),
    { numRuns: 25 },
  );
});

describe("azapi_update_resource", () => {
  test("adds to the map of identities, even what it gives as null", () => {
    const { desk, vm, shown } = hosted({ type: "UserAssigned", identity_ids: [id("id-one")] });
    put(desk, vm, body("UserAssigned", { [id("id-two")]: null }));
    expect(shown()?.identity_ids).toEqual([id("id-one"), id("id-two")]);
  });

  test("cannot say system-assigned alone while others are attached, unless the map is null", () => {
    const { desk, vm, shown } = hosted({ type: BOTH, identity_ids: [id("id-one")] });
    expect(() => put(desk, vm, body("SystemAssigned"))).toThrow("identityIds should not be provided");
    const none = { identity: { type: "SystemAssigned", userAssignedIdentities: null } };
    put(desk, vm, { body: toDynamic(none) });
    expect(shown()?.type).toBe("SystemAssigned");
  });

  test("shows what it is asked to export", () => {
    const { desk, vm, shown } = hosted();
    const made = put(desk, vm, {
      ...body("SystemAssigned"),
      response_export_values: toDynamic(["identity.principalId"]),
    });
    const principal = shown()?.principal_id;
    expect(made.output).toEqual(toDynamic({ identity: { principalId: String(principal) } }));
  });

  test("keeps what it made when it is destroyed", () => {
    const { desk, vm, shown } = hosted();
    const made = put(desk, vm, body("SystemAssigned"));
    desk.remove("azapi_update_resource", made);
    expect(shown()?.type).toBe("SystemAssigned");
  });

  test("wants the type that is in the id", () => {
    const { desk, vm } = hosted();
    expect(() => put(desk, vm, { type: "Microsoft.Web/sites@2024-04-01" })).toThrow("Invalid configuration");
  });
});

test("azapi_resource makes and reads what azurerm's data sources find", () => {
  const { desk } = hosted();
  const group = String(id("x")).split("/providers/")[0];
  const made = desk.create("azapi_resource", {
    type: "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31",
    name: "id-four",
    parent_id: group,
    location: "westeurope",
  });
  expect(made.id).toBe(id("id-four"));
  const found = desk.data("azurerm_user_assigned_identity", { name: "id-four", resource_group_name: "rg" });
  expect(found.principal_id).toBe(desk.azure.userAssigned(String(made.id)).principalId);
  desk.remove("azapi_resource", made);
  expect(desk.azure.find(String(made.id))).toBeUndefined();
});
