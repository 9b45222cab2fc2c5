import type { IConstruct } from "constructs";
import { grants, grantsTable } from "../report/access";
import type { Finding } from "../rules/finding";
import { findingsText } from "../rules/findings-text";
import { Findings } from "../synth/findings";
import { accessModel } from "./access-matrix";
import { requireCount, requireFindingTexts, requireGrantTexts } from "./expected-arguments";
import { type ExpectedGrant, isExpected } from "./expected-grant";
import { requireGrant, requireRule } from "./expected-names";

/** A finding as a test expects it: what is not given does not matter. */
export interface ExpectedFinding {
  /** Id of the rule. */
  readonly rule: string;

  /**
   * Construct path.
   *
   * @default - any construct
   */
  readonly path?: string;

  /**
   * Part of the message.
   *
   * @default - any message
   */
  readonly message?: string;
}

interface Result {
  readonly pass: boolean;
  message(): string;
}

/** Matchers for `expect.extend(matchers)`, with jest or any other runner that has `expect`. */
export const matchers = {
  /** No finding at any level. */
  toHaveNoFindings(received: IConstruct): Result {
    const found = Findings.of(received);
    return result(found.length === 0, "no findings", showFindings(found));
  },

  /** A finding of this rule, at this construct, with this in its message. */
  toHaveFinding(received: IConstruct, expected: ExpectedFinding): Result {
    requireFindingTexts(expected);
    requireRule(expected.rule);
    const found = Findings.of(received);
    const pass = found.some(
      ({ rule, path, message }) =>
        rule === expected.rule &&
        (expected.path === undefined || path === expected.path) &&
        (expected.message === undefined || message.includes(expected.message)),
    );
    return result(pass, `the finding ${JSON.stringify(expected)}`, showFindings(found));
  },

  /** A binding of this role to this identity at this scope. */
  toGrant(received: IConstruct, expected: ExpectedGrant): Result {
    requireGrantTexts(expected);
    const model = accessModel(received);
    const rows = grants(model);
    const pass = rows.some((row) => isExpected(row, expected));
    if (!pass) requireGrant(model, expected, rows);
    return result(pass, `the grant ${JSON.stringify(expected)}`, grantsTable(rows));
  },

  /** This many role bindings. */
  toHaveBindingCount(received: IConstruct, expected: number): Result {
    requireCount(expected);
    const rows = grants(accessModel(received));
    return result(
      rows.length === expected,
      `${expected} bindings`,
      `${rows.length} bindings\n${grantsTable(rows)}`,
    );
  },
};

function result(pass: boolean, expected: string, present: string): Result {
  return { pass, message: () => `expected ${pass ? "not " : ""}${expected}; there are:\n\n${present}` };
}

function showFindings(findings: readonly Finding[]): string {
  return findings.length === 0 ? "no findings" : findingsText(findings);
}

declare global {
  namespace jest {
    interface Matchers<R, T> {
      toHaveNoFindings(): R;
      toHaveFinding(expected: ExpectedFinding): R;
      toGrant(expected: ExpectedGrant): R;
      toHaveBindingCount(expected: number): R;
    }
  }
}
