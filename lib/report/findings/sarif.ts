import { createHash } from "node:crypto";
import type { CheckDocument } from "./check-document";
import type { LocatedFinding } from "./located-finding";
import { SARIF_LEVELS, sarifRules } from "./sarif-rules";

/**
 * A check as SARIF 2.1.0, for code scanning. What the program accepts is left out, as GitHub opens an alert also for what
 * is suppressed, and closes the one that is not there any more.
 *
 * @param uriOf the URI of a file: from the root of the repository where it lies in one
 */
export function sarif(
  { libraryVersion, notices, requirements, findings }: CheckDocument,
  uriOf: (file: string) => string,
): object {
  const rules = sarifRules();
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  const told = [
    ...notices.map((text) => ({ level: "note", message: { text } })),
    ...(requirements ? [{ level: "error", message: { text: requirements } }] : []),
  ];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cdktf-azure-identity",
            semanticVersion: libraryVersion,
            informationUri: "https://github.com/cdktf-azure-identity/cdktf-azure-identity",
            rules,
          },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: told }],
        columnKind: "utf16CodeUnits",
        results: withFingerprints(findings.filter(({ accepted }) => !accepted)).map(
          ({ finding, fingerprint }) => ({
            ruleId: finding.rule,
            ruleIndex: indexOf.get(finding.rule),
            level: SARIF_LEVELS[finding.level],
            message: { text: finding.message },
            locations: [locationOf(finding, uriOf(finding.file))],
            partialFingerprints: { primaryLocationLineHash: fingerprint },
          }),
        ),
      },
    ],
  };
}

function locationOf({ stack, path, address, line }: LocatedFinding, uri: string): object {
  const logical = [
    ...(path === address ? [] : [{ fullyQualifiedName: path || stack, kind: "object" }]),
    ...(address === "" ? [] : [{ fullyQualifiedName: address, kind: "resource" }]),
  ];
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line } },
    logicalLocations: logical,
  };
}

/**
 * Code scanning takes results with equal fingerprints for the same: of one rule for one element, in whatever line of
 * whatever words. What is found there more than once is counted.
 */
function withFingerprints(findings: readonly LocatedFinding[]) {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, stack, path, address } = finding;
    const hash = createHash("sha256")
      .update([rule, stack, path, address].join("\n"))
      .digest("hex")
      .slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return { finding, fingerprint: `${hash}:${count}` };
  });
}
