const { spawnSync } = require("node:child_process");

const { chromiumPath } = require("./test/chromium");

const RUN_TERRAFORM = ["/test/terraform/", "/test/testing/terraform/(?:run|provider|azure/terraform)"];

/** Tests that run Terraform need one; only outside of CI are they left out, and never without a word. */
function withoutTerraform() {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: "" };
  const isThere = ["terraform", "tofu"].some((name) => spawnSync(name, ["version"], { env }).status === 0);
  if (isThere) return [];
  const missing = "neither terraform nor tofu is on the PATH";
  if (process.env.CI)
    throw new Error(`${missing}: CI does not skip the tests that run it; install one of them`);
  console.warn(
    `\n!!! SKIPPED: ${missing}. NO TEST THAT RUNS TERRAFORM WILL RUN: test/terraform and parts of test/testing/terraform\n`,
  );
  return RUN_TERRAFORM;
}

/** The same for tests that open a page in a browser. */
function withoutBrowser() {
  if (chromiumPath()) return [];
  const missing = "no Chromium is on the PATH, and CHROMIUM_PATH names none";
  if (process.env.CI)
    throw new Error(`${missing}: CI does not skip the tests that open it; install chromium`);
  console.warn(
    `\n!!! SKIPPED: ${missing}. NO TEST THAT OPENS A PAGE WILL RUN: test/report/page/*.e2e.test.ts\n`,
  );
  return ["\\.e2e\\.test\\.ts$"];
}

module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", ...withoutTerraform(), ...withoutBrowser()],
  modulePathIgnorePatterns: ["<rootDir>/out/"],
  // Jest would leave a core free, which of the two of a small machine is half.
  maxWorkers: "100%",
  // Terraform and the compiler take their time on a small machine; what hangs still ends.
  testTimeout: 60_000,
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-azure-identity$": "<rootDir>/lib/index.ts",
    "^cdktf-azure-identity/testing/terraform$": "<rootDir>/lib/testing/terraform/index.ts",
    "^cdktf-azure-identity/testing$": "<rootDir>/lib/testing/index.ts",
  },
};
