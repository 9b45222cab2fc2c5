import type { TerraformError } from "cdktf-azure-identity/testing/terraform";

const AZURE = /unexpected status (\d+) .*? with error: (\w+):/;
const IDS = /"(?:\/|[0-9a-f]{8}-)[^"]*"/g;
/** Where the words end and what was given, or a long list, begins. */
const REST = /(?:, got | \["|: azurerm_).*$/s;
const LIMIT = 80;

/** The first error in a few words: of what Azure says its code. Terraform reports in no order, this does. */
export function shortened({ diagnostics, message }: TerraformError): string {
  const [first = message] = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ summary }) => summary)
    .sort();
  const [, status, code] = AZURE.exec(first) ?? [];
  if (code) return `${status} ${code}`;
  const words = first.replace(IDS, "...").replace(REST, "");
  return words.length > LIMIT ? `${words.slice(0, words.lastIndexOf(" ", LIMIT))} ...` : words;
}
