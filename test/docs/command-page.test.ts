import { commandPage } from "../../scripts/docs/command-page";
import { command, folderWith, identityNamed } from "../cli/support";
import { programsOf, readPage } from "./markdown";
import { runProgram } from "./run-program";

const PAGE = readPage("docs/command.md");

test("docs/command.md shows what the commands write: npm run generate", async () => {
  expect(await commandPage(PAGE)).toBe(PAGE);
});

test("an output that is not what the command writes is found out", async () => {
  const wrong = PAGE.replace("no findings in 1 stack", "no findings in 2 stacks");
  expect(wrong).not.toBe(PAGE);
  expect(await commandPage(wrong)).toBe(PAGE);
});

test("the page has every field of the JSON of check and roles", async () => {
  const read = async (...args: string[]) => JSON.parse((await command(...args, "--format", "json")).out);
  const [{ text } = { text: "" }] = programsOf("docs/command.md");
  const accepted = (await read("check", runProgram(text))).findings[0];
  const check = await read("check", folderWith({ "main.tf.json": identityNamed("id.orders") }));
  const action = await read("roles", "Microsoft.Compute/virtualMachines/write");
  const role = await read("roles", "Reader");
  const parts = [check, check.findings[0], accepted, accepted.accepted];
  const all = [...parts, action, action.roles[0], role, role.permissions[0]];
  const fields = new Set(all.flatMap((part) => Object.keys(part)));
  expect([...fields].filter((field) => !PAGE.includes(`\`${field}\``))).toEqual([]);
});
