import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../lib/cli/program";
import { ROOT } from "../docs/markdown";
import { command, folderWith } from "./support";

const COMMANDS = ["report", "check", "prerequisites", "roles", "preflight"];

const EXIT_CODES =
  "Exit code 0: all is well; 1: check or preflight found something; 2: it could not be looked at.";

test("help is what was asked for, with all commands and exit codes", async () => {
  const { code, out, err } = await command("--help");
  expect([code, err]).toEqual([0, ""]);
  const listed = [...out.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name]) => name);
  expect(listed).toEqual([...COMMANDS, "help"]);
  expect(out).toContain(EXIT_CODES);
});

test.each(COMMANDS)("%s says what it does, what its options are, and how it ends", async (name) => {
  const { code, out } = await command(name, "--help");
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^Usage: cdktf-azure-identity ${name} `));
  expect(out).toMatch(/^ {2}--format/m);
  expect(out.split(EXIT_CODES)).toHaveLength(2);
});

test("the version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(await command("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("a mistake of ours is one line that says where it is", async () => {
  let said = "";
  const out = () => {
    throw new Error("not to be thought of");
  };
  const err = (text: string) => {
    said += text;
  };
  expect(await run(["roles", "Reader"], { out, err, isTerminal: false, env: {} })).toBe(2);
  expect(said).toMatch(
    /^mistake in cdktf-azure-identity \S+: not to be thought of \(at .*program\.test\.ts:.*\); please report it\n$/,
  );
});

test("what a terminal would act on is shown in a failure", async () => {
  const folder = folderWith({ "main.tf.json": { resource: { "\u001b[31m": "text" } } });
  const { code, err } = await command("check", folder);
  expect([code, err]).toEqual([2, expect.stringContaining("resource.\\u001b[31m is a string")]);
});

test.each([
  { what: "no command", args: [], err: /^Usage: / },
  {
    what: "a misspelt command",
    args: ["chekc"],
    err: /^error: unknown command 'chekc'\n\(Did you mean check\?\)\n/,
  },
  { what: "an unknown option", args: ["check", "--fix"], err: /^error: unknown option '--fix'\n/ },
  {
    what: "an unknown format",
    args: ["check", "--format", "xml"],
    err: /^error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, markdown, sarif.\n/,
  },
  { what: "two folders", args: ["check", "a", "b"], err: /^error: too many arguments for 'check'/ },
  { what: "no role", args: ["roles"], err: /^error: missing required argument/ },
  { what: "no folder", args: ["check", "nowhere"], err: /^there is no nowhere; [^\n]*\n$/ },
])("$what ends with exit code 2, and nothing in the output", async ({ args, err }) => {
  expect(await command(...args)).toEqual({ code: 2, out: "", err: expect.stringMatching(err) });
});
