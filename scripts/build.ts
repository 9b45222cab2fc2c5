/** Compiles lib to dist with jsii: the public API stays one that other languages can use. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npx", ["--no-install", "jsii", "--fail-on-warnings"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20" },
});
process.exitCode = status ?? 1;
