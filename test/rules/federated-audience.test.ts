import { Lazy, TerraformCount } from "cdktf";
import { newStack } from "../support";
import { credential, rawCredential } from "./federated-support";
import { checkedStack, found, LATE_TEXTS, places } from "./support";

const RULE = "federated-audience";

test.each(["", "USGov", "China"])("api://AzureADTokenExchange%s is an audience of a cloud", (cloud) => {
  const stack = newStack();
  credential(stack, "ours", { audience: `api://AzureADTokenExchange${cloud}` });
  expect(found(RULE, stack)).toEqual([]);
});

test("another one is a warning, of the library and raw", () => {
  const stack = newStack();
  credential(stack, "ours", { audience: "https://gitlab.com" });
  rawCredential(stack, "raw", { audience: ["api://azureadtokenexchange"] });
  expect(places(RULE, stack)).toEqual(["warning test/ours", "warning test/raw"]);
  expect(found(RULE, stack)[0]).toEqual({
    rule: RULE,
    level: "warning",
    stack: "test",
    path: "test/ours",
    address: "azurerm_federated_identity_credential.ours",
    message:
      'audience "https://gitlab.com" is none that Azure documents; allowed is exactly one, "api://AzureADTokenExchange" ' +
      'in Azure\'s public cloud; write ["api://AzureADTokenExchange"]',
  });
});

test.each<[string[] | undefined, string]>([
  [undefined, "audience is not given"],
  [[], "audience is not given"],
  [["a", "b"], "audience has 2 values"],
  [[""], 'audience "" is empty'],
  [["x".repeat(601)], "has 601 characters"],
])("a raw one with %j is an error", (audience, problem) => {
  const stack = checkedStack();
  rawCredential(stack, "raw", { audience });
  expect(places(RULE, stack)).toEqual(["error test/raw"]);
  expect(found(RULE, stack)[0]?.message).toContain(problem);
});

test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
  const stack = checkedStack();
  const { text, repeated } = make(stack, "api://AzureADTokenExchange");
  rawCredential(stack, "raw", { audience: [text], ...repeated });
  rawCredential(stack, "list").addOverride("audience", "${local.audiences}");
  expect(found(RULE, stack)).toEqual([]);
});

test("the audience counts that a credential has after overrides and setters, counted or not", () => {
  const stack = checkedStack();
  rawCredential(stack, "mended", { audience: [] }).audience = ["api://AzureADTokenExchange"];
  rawCredential(stack, "set").audience = [];
  rawCredential(stack, "lazy", { audience: [Lazy.stringValue({ produce: () => "" })] });
  rawCredential(stack, "overridden").addOverride("audience.1", "b");
  rawCredential(stack, "counted", { audience: [], count: TerraformCount.of(2) });
  expect(places(RULE, stack)).toEqual([
    "error test/set",
    "error test/lazy",
    "error test/overridden",
    "error test/counted",
  ]);
});
