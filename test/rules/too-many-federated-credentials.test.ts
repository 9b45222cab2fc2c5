import type { TerraformStack } from "cdktf";
import { newApp, newStack } from "../support";
import { credential, rawCredential } from "./federated-support";
import { checkedStack, found, IDENTITY_ID, places } from "./support";

const RULE = "too-many-federated-credentials";

function raws(stack: TerraformStack, many: number, parentId = IDENTITY_ID): void {
  for (let at = 0; at < many; at++) rawCredential(stack, `raw-${at}`, { parentId });
}

test("an identity has twenty", () => {
  const stack = checkedStack();
  raws(stack, 20);
  rawCredential(stack, "other", { parentId: `${IDENTITY_ID}-2` });
  rawCredential(stack, "counted").count = 30;
  rawCredential(stack, "nowhere").addOverride("parent_id", null);
  expect(found(RULE, stack)).toEqual([]);
});

test("one more is one error, at one of the library where there is one", () => {
  const stack = newStack();
  raws(stack, 20, IDENTITY_ID.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions"));
  credential(stack, "ours");
  expect(found(RULE, stack)).toEqual([
    {
      rule: RULE,
      level: "error",
      stack: "test",
      path: "test/ours",
      address: "azurerm_federated_identity_credential.ours",
      message:
        "the identity has 21 federated credentials in this app; allowed are 20; trust an environment in place of its " +
        "branches, or give some of the workloads an identity of their own",
    },
  ]);
});

test("those of two stacks count together, and the one that is checked is told", () => {
  const app = newApp();
  raws(newStack("unchecked", app), 15);
  const checked = checkedStack("checked", app);
  raws(checked, 6);
  expect(places(RULE, app)).toEqual(["error checked/raw-0"]);
});
