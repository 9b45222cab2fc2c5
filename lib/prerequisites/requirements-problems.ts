import { isGuid } from "../model/arm-id";
import { conditionOf } from "./assigned";
import { type NeededBuiltInRole, REQUIREMENTS_VERSION } from "./requirements";

/** Why a value is not what `requirementsOf` makes, each reason with the place in it. */
export function requirementsProblems(value: unknown): string[] {
  const version = isObject(value) ? value.schemaVersion : undefined;
  if (version !== REQUIREMENTS_VERSION) {
    return [
      version === undefined
        ? "it has no schemaVersion"
        : `its schemaVersion is ${JSON.stringify(version)}, and ${REQUIREMENTS_VERSION} is read here`,
    ];
  }
  return REQUIREMENTS(value, "");
}

/** Problems of a value that stands at a path. */
type Check = (value: unknown, path: string) => string[];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function that(isRight: (text: string) => boolean, what: string): Check {
  return (value, path) =>
    typeof value === "string" && isRight(value)
      ? []
      : [`${path} is ${value === undefined ? "missing" : JSON.stringify(value)}; allowed is ${what}`];
}

function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, at) => check(one, `${path}[${at}]`))
      : [`${path} is ${value === undefined ? "missing" : "no list"}; allowed is a list`];
}

function someOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value) && value.length === 0
      ? [`${path} is empty; allowed is at least one`]
      : listOf(check)(value, path);
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

function object(fields: Readonly<Record<string, Check>>, whole: Check = () => []): Check {
  return (value, path) => {
    if (!isObject(value)) return [`${path} is no object`];
    const inside = Object.entries(fields).flatMap(([name, check]) =>
      check(value[name], path === "" ? name : `${path}.${name}`),
    );
    return inside.length > 0 ? inside : whole(value, path);
  };
}

const TEXT = that((text) => text !== "", "a text");
const GUID = that(isGuid, "a GUID");
const SCOPE = that((text) => text.startsWith("/"), "an id that begins with /");

const ACTION = object({ action: TEXT, scope: SCOPE });

/** What is bound is the limit; who reviews the file reads the condition. */
const isSameLimit: Check = (value, path) => {
  const { limit, condition } = value as NeededBuiltInRole;
  return condition === (limit && conditionOf(limit))
    ? []
    : [`${path}.condition is not that of ${path}.limit; allowed is the condition that the limit means`];
};

const ROLE = object(
  {
    role: TEXT,
    roleId: GUID,
    scope: SCOPE,
    limit: optional(object({ roles: optional(listOf(GUID)), principalTypes: optional(someOf(TEXT)) })),
    condition: optional(TEXT),
  },
  isSameLimit,
);

const REQUIREMENTS = object({
  for: optional(listOf(TEXT)),
  deployers: someOf(
    object({
      stacks: someOf(TEXT),
      placeholders: listOf(TEXT),
      roles: listOf(ROLE),
      customRoles: listOf(
        object({ scope: SCOPE, actions: listOf(TEXT), dataActions: listOf(TEXT), condition: optional(TEXT) }),
      ),
      notAllowed: listOf(ACTION),
      notCovered: listOf(object({ path: TEXT, reason: TEXT })),
      leftOut: listOf(ACTION),
      unlisted: listOf(TEXT),
    }),
  ),
});
