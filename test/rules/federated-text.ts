import { Lazy, TerraformCount, TerraformIterator } from "cdktf";
import { newApp, newStack } from "../support";
import { credential, rawCredential } from "./federated-support";
import { checkedStack, found, LATE_TEXTS, places, prepared } from "./support";

const LONG = "x".repeat(601);

/** What holds for the rules of both texts that tokens are compared with; a legal one begins with `legal`. */
export function describeText(argument: "issuer" | "subject", legal: string): void {
  const RULE = `federated-${argument}`;

  test("what presets and people write is accepted", () => {
    const stack = newStack();
    credential(stack, "one", { [argument]: `${legal}shop` });
    credential(stack, "two", { [argument]: `${legal}${"x".repeat(600 - legal.length)}` });
    expect(found(RULE, stack)).toEqual([]);
  });

  test.each([
    ["", '"" is empty', "error"],
    ["  ", '"  " is empty', "warning"],
    [`${legal}${LONG}`, `has ${legal.length + 601} characters`, "error"],
    [` ${legal}a`, "begins with white space", "warning"],
    [`${legal}a\n`, "ends with white space", "warning"],
    [`${legal}*`, 'contains "*", which stands for nothing but itself', "warning"],
  ])("%j is an error, and of a raw one what Azure refuses", (text, problem, rawLevel) => {
    const stack = newStack();
    credential(stack, "ours", { [argument]: text });
    rawCredential(stack, "raw", { [argument]: text });
    expect(places(RULE, stack)).toEqual(["error test/ours", `${rawLevel} test/raw`]);
    expect(found(RULE, stack)[0]?.message).toContain(problem);
  });

  test("one that is not given is an error", () => {
    const stack = checkedStack();
    rawCredential(stack, "raw", { [argument]: undefined });
    expect(places(RULE, stack)).toEqual(["error test/raw"]);
    expect(found(RULE, stack)[0]?.message).toContain(`${argument} is not given; allowed `);
  });

  test.each(LATE_TEXTS)("%s says nothing", (_, make) => {
    const stack = checkedStack();
    const { text, repeated } = make(stack, `${legal}a`);
    rawCredential(stack, "raw", { [argument]: text, ...repeated });
    expect(found(RULE, stack)).toEqual([]);
  });

  test("the certain part of a text is checked, and so is a lazy one", () => {
    const stack = checkedStack();
    rawCredential(stack, "end", { [argument]: `${legal}\${local.text} ` });
    rawCredential(stack, "long", { [argument]: `${legal}\${local.text}${LONG}` });
    rawCredential(stack, "lazy", { [argument]: Lazy.stringValue({ produce: () => `${legal}*` }) });
    expect(places(RULE, stack)).toEqual(["warning test/end", "error test/long", "warning test/lazy"]);
    expect(found(RULE, stack)[1]?.message).toContain(`${legal.length + 601} characters or more`);
  });

  test("the text counts that a credential has after overrides and setters, counted or not", () => {
    const stack = checkedStack();
    rawCredential(stack, "mended", { [argument]: "" }).addOverride(argument, `${legal}a`);
    rawCredential(stack, "reset", { [argument]: "" })[argument] = `${legal}a`;
    rawCredential(stack, "overridden").addOverride(argument, "");
    rawCredential(stack, "set")[argument] = "";
    rawCredential(stack, "counted", { [argument]: "", count: TerraformCount.of(2) });
    rawCredential(stack, "each", { [argument]: "", forEach: TerraformIterator.fromList(["a"]) });
    expect(places(RULE, stack)).toEqual([
      "error test/overridden",
      "error test/set",
      "error test/counted",
      "error test/each",
    ]);
  });

  test("a text of another stack is checked where it is used", () => {
    const app = newApp();
    const other = rawCredential(newStack("other", app), "other", { [argument]: `${legal}*` });
    rawCredential(checkedStack("test", app), "raw", { [argument]: other[argument] });
    expect(places(RULE, prepared(app))).toEqual(["warning test/raw"]);
  });
}
