import { identityNotes } from "../document/identity-notes";
import type { ReportDocument, ReportIdentity } from "../document/report-document";
import { type Block, tableBlock } from "./block";
import { code } from "./escape";

/** Identities with what runs as them and who gets their tokens. */
export function identityBlocks({ identities, unknownHosts }: ReportDocument): Block[] {
  return [
    ...tableBlock(
      `Identities: ${identities.length}`,
      ["identity", "hosts", "trusts"],
      identities.map((identity) => [
        `${code(identity.label)} ${identityNotes(identity)}`.trim(),
        identity.hosts.map(({ label }) => code(label)).join("<br>"),
        trusted(identity),
      ]),
      true,
    ),
    ...tableBlock(
      `Hosts of which Terraform alone knows the identities: ${unknownHosts.length}`,
      ["host"],
      unknownHosts.map(({ label }) => [code(label)]),
      true,
    ),
  ];
}

function trusted({ federatedCredentials }: ReportIdentity): string {
  return federatedCredentials
    .map(({ subject, issuer }) => `${code(subject)} of ${code(issuer)}`)
    .join("<br>");
}
