import { READER_ID, rawBinding } from "./parts";
import { BY_TERRAFORM } from "./reasons";
import type { Theme } from "./small-stack";

const CONDITION =
  "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'})))";

export const CONDITIONS: Theme = {
  title: "Conditions and descriptions of role bindings",
  file: "conditions.ts",
  stacks: [
    {
      title: "a condition is empty",
      rules: ["error role-condition"],
      terraform: 'fails at validate: expected "condition" to not be an empty string',
      build: (stack) => rawBinding(stack, "reads", { condition: "", conditionVersion: "2.0" }),
    },
    {
      title: "a condition has a version that azurerm does not know",
      rules: ["error role-condition"],
      terraform: "fails at validate: expected condition_version to be one of",
      build: (stack) => rawBinding(stack, "reads", { condition: CONDITION, conditionVersion: "3.0" }),
    },
    {
      title: "a version of conditions is given without a condition",
      rules: ["error role-condition"],
      terraform: "fails at apply: `condition_version` should not be set without `condition`",
      build: (stack) => rawBinding(stack, "reads", { conditionVersion: "2.0" }),
    },
    {
      title: "a condition opens a parenthesis that it does not close",
      rules: ["error condition-syntax"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack) =>
        rawBinding(stack, "reads", { condition: CONDITION.slice(1), conditionVersion: "2.0" }),
    },
    {
      title: "a condition opens a quote that it does not close",
      rules: ["error condition-syntax"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack) =>
        rawBinding(stack, "reads", { condition: CONDITION.replace("'", ""), conditionVersion: "2.0" }),
    },
    {
      title: "a condition is longer than 8 KB",
      rules: ["error condition-syntax"],
      terraform: "fails at apply: 400 BadRequest",
      build: (stack) =>
        rawBinding(stack, "reads", {
          condition: Array(90).fill(CONDITION).join(" AND "),
          conditionVersion: "2.0",
        }),
    },
    {
      title: "a condition has version 1.0",
      rules: ["warning condition-version"],
      build: (stack) => rawBinding(stack, "reads", { condition: CONDITION, conditionVersion: "1.0" }),
    },
    {
      title: "a condition has version 2.0",
      build: (stack) => rawBinding(stack, "reads", { condition: CONDITION, conditionVersion: "2.0" }),
    },
    {
      title: "the description of a role assignment is empty",
      terraform: 'fails at validate: expected "description" to not be an empty string',
      reason: BY_TERRAFORM,
      build: (stack) => rawBinding(stack, "reads", { description: "", roleDefinitionId: READER_ID }),
    },
  ],
};
