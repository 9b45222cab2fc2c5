import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../docs/markdown";
import { folderWith, identityNamed } from "./support";

const MAIN = join(ROOT, "lib/cli/main.ts");
const NODE_OPTIONS = ["--import", "tsx", MAIN];

/** A check with an error in it, as a process of its own. */
const folder = folderWith({ "orders/main.tf.json": identityNamed("id.orders") });
const ARGS = [...NODE_OPTIONS, "check", folder, "--format", "sarif"];

test("output, notices and the exit code are those of the process", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ARGS, { cwd: ROOT, encoding: "utf8" });
  expect(status).toBe(1);
  expect(JSON.parse(stdout).version).toBe("2.1.0");
  expect(stderr).toMatch(/^note: there is no identity-report\.json: .*\n$/);
});

test("a reader who stops early, as head does, is no failure, and the exit code stays", async () => {
  const child = spawn(process.execPath, ARGS, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect(status).toBe(1);
  expect(said).toMatch(/^note: [^\n]*\n$/);
});

const FULL = "/dev/full";
(existsSync(FULL) ? test : test.skip)("a disk that is full is said", () => {
  const stdio = ["ignore", openSync(FULL, "w"), "pipe"] as const;
  const { status, stderr } = spawnSync(process.execPath, ARGS, {
    cwd: ROOT,
    stdio: [...stdio],
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/the output cannot be written: ENOSPC\n$/);
});

test("no command is loaded before it is asked for", () => {
  const program = `
    const { run } = require("./lib/cli/program.ts");
    const io = { out: () => {}, err: () => {}, isTerminal: false, env: {} };
    run(["--help"], io).then(() => console.log(Object.keys(require.cache).join("\\n")));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const loaded = stdout.split("\n").map((file) => file.slice(ROOT.length + 1));
  expect([stderr, loaded]).toEqual(["", expect.arrayContaining(["lib/cli/program.ts"])]);
  const heavy = /^lib\/(?:azure|model|rules|prerequisites|report)\/|^node_modules\/(?!commander|tsx|esbuild)/;
  expect(loaded.filter((file) => heavy.test(file))).toEqual([]);
});
