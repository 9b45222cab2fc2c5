import type { RuleLevel } from "../../rules/finding";
import { RULES } from "../../rules/registry";

/** What SARIF calls a level. */
export const SARIF_LEVELS: Readonly<Record<RuleLevel, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** A `reportingDescriptor` of SARIF. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly fullDescription: SarifText;
  readonly help: SarifText;
  readonly defaultConfiguration: { readonly level: (typeof SARIF_LEVELS)[RuleLevel] };
}

interface SarifText {
  readonly text: string;
  readonly markdown?: string;
}

/** All rules, also those that found nothing: so a viewer knows that they ran. */
export function sarifRules(): SarifRule[] {
  return [...RULES, UNUSED_ACKNOWLEDGEMENT].map(({ id, title, why, source, level }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. Why: ${why}` },
    help: {
      text: `Why: ${why}\nSource: ${source}`,
      markdown: `**Why:** ${why}\n\n**Source:** ${source}\n\nWhere it is right for you, accept it with \`IdentityRules.acknowledge(construct, { id: "${id}", reason: "..." })\`.`,
    },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
  }));
}

/** What `evaluate` finds beside the rules. */
const UNUSED_ACKNOWLEDGEMENT = {
  id: "unused-acknowledgement",
  title: "each acknowledgement accepts a finding",
  why: "one that accepts nothing hides the next real finding",
  source: "cdktf-azure-identity",
  level: "warning",
} as const;
