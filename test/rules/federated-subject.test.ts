import fc from "fast-check";
import { textProblems } from "../../lib/rules/federated-text";
import { newStack } from "../support";
import { credential } from "./federated-support";
import { describeText } from "./federated-text";
import { found } from "./support";

describeText("subject", "repo:");

test("the message of a subject says what is allowed and the fix", () => {
  const stack = newStack();
  credential(stack, "ours", { subject: "repo:shop/orders:ref:refs/heads/release/*" });
  expect(found("federated-subject", stack).map(({ message }) => message)).toEqual([
    'subject "repo:shop/orders:ref:refs/heads/release/*" contains "*", which stands for nothing but itself; allowed are ' +
      "1-600 characters without white space around them and without *; write it as the tokens of the workload have it in " +
      "sub, one credential for each",
  ]);
});

test("a text is accepted exactly when it is neither empty, long, padded nor with a star", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12, unit: fc.constantFrom("a", " ", "*", "\t", ":") }),
    fc.integer({ min: 595, max: 605 }).map((length) => "x".repeat(length)),
  );
  fc.assert(
    fc.property(text, (value) => {
      const isLegal = /^[^*\s](?:[^*]*[^*\s])?$/.test(value) && value.length <= 600;
      expect(textProblems({ kind: "literal", value }) === undefined).toBe(isLegal);
    }),
  );
});
