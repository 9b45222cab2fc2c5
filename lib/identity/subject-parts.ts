import { isKnown, stated } from "../access/given";
import { isGuid } from "../model/arm-id";

/** Something that a subject is made of, with the form that it has. */
export interface Part {
  readonly is: (text: string) => boolean;
  readonly allowed: string;
  /** Whether the program has to know it, as something is worked out from it. */
  readonly isWrittenOut?: boolean;
}

const NO_SPACE_AROUND = /^\S(?:.*\S)?$/s;

export const TEXT: Part = {
  is: (text) => NO_SPACE_AROUND.test(text),
  allowed: "a name without white space around it",
};

export const GIT_NAME: Part = {
  is: (text) => /^\S+$/.test(text) && !text.startsWith("refs/"),
  allowed: "a name without white space and without refs/ in front, such as main or v1.0.0",
};

export const GITHUB_REPOSITORY: Part = {
  is: (text) => /^[\w.-]+\/[\w.-]+$/.test(text) || /^[\w.-]+@\d+\/[\w.-]+@\d+$/.test(text),
  allowed: "<owner>/<name>, or <owner>@<id>/<name>@<id>",
};

export const GITLAB_PROJECT: Part = {
  is: (text) => /^\d+$/.test(text) || /^[\w.-]+(?:\/[\w.-]+)+$/.test(text),
  allowed: "<group>/<project>, or the id of the project",
};

/** Source: Kubernetes, Object Names and IDs. */
export const NAMESPACE: Part = {
  is: (text) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text),
  allowed: "1-63 of a-z 0-9 -, first and last a letter or digit",
};

export const SERVICE_ACCOUNT: Part = {
  is: (text) => text.length <= 253 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(text),
  allowed: "1-253 of a-z 0-9 - ., first and last a letter or digit",
};

export const GUID: Part = { is: isGuid, allowed: "a GUID" };

export const WRITTEN_OUT_GUID: Part = {
  is: isGuid,
  allowed: "a GUID that is written out, as the subject is encoded from it",
  isWrittenOut: true,
};

/**
 * Looks at all parts of a subject at once.
 *
 * @throws when one of them is not given, or is known and has another form
 */
export function requireParts(
  subject: string,
  props: object | undefined,
  parts: { readonly [name: string]: Part },
): void {
  const givenParts = props as { readonly [name: string]: unknown } | undefined;
  const problems = Object.entries(parts).flatMap(([name, { is, allowed, isWrittenOut }]) => {
    const given = givenParts?.[name];
    const isLate = !isWrittenOut && !isKnown(given);
    if (isLate || (typeof given === "string" && is(given))) return [];
    return [`${stated(name, given)}: allowed is ${allowed}`];
  });
  if (problems.length === 0) return;
  throw new Error(
    `${subject} cannot be told from what is given; ${problems.join("; ")}; write them so, or give issuer and subject as ` +
      "the tokens have them with FederatedSubject.of",
  );
}
