import fc from "fast-check";
import { GUIDE_ROLES, WIDE_ROLES } from "../../lib/azure/guide-roles";
import { builtInRoleIds } from "../../lib/azure/role-permissions";
import { evaluate, type Status } from "../../lib/prerequisites/evaluate";
import type { Grant } from "../../lib/prerequisites/grant";
import { needsOf } from "../../lib/prerequisites/operations";
import { modelOf, OTHER_SUBSCRIPTION } from "../model/source";
import { at, GROUP, HERE, IDENTITY_ID, IN_GROUP, PROVIDER } from "./support";

const model = modelOf({
  provider: PROVIDER,
  resource: {
    azurerm_resource_group: { made: { name: "rg-made" } },
    azurerm_user_assigned_identity: { a: { name: "id-orders", ...IN_GROUP } },
    azurerm_linux_virtual_machine: {
      a: {
        name: "vm-orders",
        ...IN_GROUP,
        network_interface_ids: ["${var.nic}"],
        identity: [{ type: "UserAssigned", identity_ids: [IDENTITY_ID] }],
      },
    },
    azurerm_role_assignment: {
      a: {
        scope: "${azurerm_resource_group.made.id}",
        principal_id: "${var.id}",
        role_definition_name: "Reader",
      },
    },
  },
});
const needs = needsOf(model);
const RANK: Readonly<Record<Status, number>> = { missing: 0, conditional: 1, satisfied: 2, "not covered": 3 };
const ranks = (grants: readonly Grant[]) => evaluate(needs, grants, model).map(({ status }) => RANK[status]);

const CHAINS = [
  ["/", HERE, GROUP, IDENTITY_ID],
  ["/", HERE, "${azurerm_resource_group.made.id}"],
  ["/", `/subscriptions/${OTHER_SUBSCRIPTION}`],
  ["/", "${var.nic}"],
];
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const named = fc.constantFrom(OWNER, ...GUIDE_ROLES, ...WIDE_ROLES);
const role = fc.oneof(named, fc.constantFrom(...builtInRoleIds())).map((id) => ({ id }));
const grant = fc.record({ role, place: fc.constantFrom(...CHAINS.flat()).map((id) => at(model, id)) });

test("adding a role never takes a permission away", () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 4 }), grant, (grants, more) => {
      const [before, after] = [ranks(grants), ranks([...grants, more])];
      expect(after.every((rank, at) => rank >= (before[at] as number))).toBe(true);
    }),
  );
});

test("the order of roles does not matter", () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 5 }), (grants) => {
      expect(ranks([...grants].reverse())).toEqual(ranks(grants));
    }),
  );
});

test("a role at a place gives no less than the same role below it", () => {
  fc.assert(
    fc.property(role, fc.constantFrom(...CHAINS), fc.nat(), fc.nat(), (held, chain, one, other) => {
      const [high, low] = [one, other].map((index) => index % chain.length).sort() as [number, number];
      const ranksAt = (index: number) => ranks([{ role: held, place: at(model, chain[index] as string) }]);
      const [above, below] = [ranksAt(high), ranksAt(low)];
      expect(above.every((rank, index) => rank >= (below[index] as number))).toBe(true);
    }),
  );
});
