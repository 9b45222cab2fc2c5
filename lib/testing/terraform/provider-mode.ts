/** Which azurerm a run uses. */
export type ProviderMode = "stand-in" | "real";

const VARIABLE = "CDKTF_AZURE_IDENTITY_PROVIDER";

/**
 * What `CDKTF_AZURE_IDENTITY_PROVIDER` says: `stand-in`, which is what it is when not set, or `real` for what a plain
 * `terraform init` installs.
 *
 * @throws when it says something else
 */
export function providerMode(): ProviderMode {
  const given = process.env[VARIABLE] || "stand-in";
  if (given === "stand-in" || given === "real") return given;
  throw new Error(
    `${VARIABLE} is "${given}"; allowed are "stand-in" and "real"; set it to one of them, or unset it`,
  );
}

const CREDENTIALS = [
  "ARM_CLIENT_SECRET",
  "ARM_CLIENT_SECRET_FILE_PATH",
  "ARM_CLIENT_CERTIFICATE",
  "ARM_CLIENT_CERTIFICATE_PATH",
  "ARM_OIDC_TOKEN",
  "ARM_OIDC_TOKEN_FILE_PATH",
  "ARM_USE_OIDC",
  "ARM_USE_MSI",
  "ARM_USE_CLI",
  "ARM_METADATA_HOSTNAME",
];

/** Whether the real provider has an Azure to plan and apply against: credentials, or another Resource Manager. */
export function hasRealAzure(): boolean {
  return CREDENTIALS.some((name) => process.env[name]);
}
