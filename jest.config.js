module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  moduleNameMapper: {
    "^cdktf-azure-identity$": "<rootDir>/lib/index.ts",
    "^cdktf-azure-identity/testing/terraform$": "<rootDir>/lib/testing/terraform/index.ts",
    "^cdktf-azure-identity/testing$": "<rootDir>/lib/testing/index.ts",
  },
};
