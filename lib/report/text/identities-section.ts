import { identityNotes } from "../document/identity-notes";
import type { ReportDocument, ReportIdentity } from "../document/report-document";
import { printable } from "./printable";
import { indentedTable, section } from "./section";
import { wrap } from "./wrap";

/** Each identity with what runs as it, and who gets its tokens. */
export function identitiesSection({ identities, unknownHosts }: ReportDocument, width: number): string[] {
  const lines = identities.flatMap((identity) => [
    ...wrap(printable(headline(identity)), width),
    ...indentedTable(usesOf(identity), width),
  ]);
  const unknown = unknownHosts.map(({ label }) => [label]);
  return [
    ...section("identities", lines, "no stack makes, looks up or runs as a managed identity"),
    ...(unknown.length > 0
      ? ["", ...wrap("Terraform alone knows the identities of", width), ...indentedTable(unknown, width)]
      : []),
  ];
}

function headline(identity: ReportIdentity): string {
  return [identity.label, identityNotes(identity)].filter(Boolean).join(", ");
}

function usesOf({ hosts, federatedCredentials }: ReportIdentity): string[][] {
  return [
    ...hosts.map(({ label }) => ["host", label]),
    ...federatedCredentials.map(({ subject, issuer }) => ["trusts", `${subject} of ${issuer}`]),
  ];
}
