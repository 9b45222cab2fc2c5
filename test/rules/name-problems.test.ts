import fc from "fast-check";
import {
  LINUX_COMPUTER_NAME,
  LINUX_COMPUTER_NAME_PREFIX,
  type NameRule,
  RESOURCE_NAMES,
  SCALE_SET_NAME,
  USER_ASSIGNED_IDENTITY_NAME,
  VIRTUAL_MACHINE_NAME,
  WINDOWS_COMPUTER_NAME,
  WINDOWS_COMPUTER_NAME_PREFIX,
} from "../../lib/azure/name-rules";
import { literal, readValue, type Value } from "../../lib/model/value";
import { nameMessage } from "../../lib/rules/name-message";
import { nameProblems, suggestName } from "../../lib/rules/name-problems";

const read = (raw: unknown) => readValue(raw, "app") as Value;
const problems = (rule: NameRule, raw: unknown) => nameProblems(rule, read(raw));

const ruleOf = (type: string) => RESOURCE_NAMES[type]?.rule as NameRule;

/** Each rule as one regular expression: Azure, "Naming rules and restrictions", where azurerm is not stricter. */
const RULES: [name: string, rule: NameRule, form: RegExp][] = [
  ["a user-assigned identity", USER_ASSIGNED_IDENTITY_NAME, /^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$/],
  ["a virtual machine", VIRTUAL_MACHINE_NAME, /^(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_])?$/],
  ["a Linux computer", LINUX_COMPUTER_NAME, /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/],
  ["a Windows computer", WINDOWS_COMPUTER_NAME, /^(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?$/],
  [
    "Linux computers of a scale set",
    LINUX_COMPUTER_NAME_PREFIX,
    /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,56}[A-Za-z0-9-])?$/,
  ],
  [
    "Windows computers of a scale set",
    WINDOWS_COMPUTER_NAME_PREFIX,
    /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9-]{0,8}$/,
  ],
  ["a scale set", SCALE_SET_NAME, /^(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_])?$/],
  ["a network interface", ruleOf("azurerm_network_interface"), /^\w(?:[\w.-]{0,78}\w)?$/],
  ["a virtual network", ruleOf("azurerm_virtual_network"), /^\w[\w.-]{0,62}\w$/],
  ["a managed disk", ruleOf("azurerm_managed_disk"), /^[A-Za-z0-9](?:[\w.-]{0,78}\w)?$/],
  ["a resource group", ruleOf("azurerm_resource_group"), /^[\w.()-]{0,89}[\w()-]$/],
  ["a key vault", ruleOf("azurerm_key_vault"), /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/],
  ["a storage account", ruleOf("azurerm_storage_account"), /^[a-z0-9]{3,24}$/],
  ["a federated credential", ruleOf("azurerm_federated_identity_credential"), /^[A-Za-z0-9][\w-]{2,119}$/],
  ["a management lock", ruleOf("azurerm_management_lock"), /^[^<>%&:\\?/\p{Cc}]{1,259}$/u],
];

test.each([
  "abc",
  "a_b",
  "1abc",
  "123",
  "ab-",
  "ab_",
  "ABC",
  "a".repeat(24),
  "a".repeat(25),
  "a".repeat(128),
])("%j is a legal name of a user-assigned identity", (name) => {
  expect(problems(USER_ASSIGNED_IDENTITY_NAME, name)).toEqual([]);
});

test.each([
  ["a".repeat(129), "has 129 characters"],
  ["ab", "has 2 characters"],
  ["", "has 0 characters"],
  ["-abc", 'starts with "-"'],
  ["_abc", 'starts with "_"'],
  ["a.bc", 'contains "."'],
  ["a bc", 'contains " "'],
  ["abc\n", 'contains "\\n"'],
  ["größe", 'contains "ö", "ß"'],
  ["id-😀", 'contains "😀"'],
  ["😀", 'has 1 character and contains "😀"'],
  ["a.b.c,d", 'contains ".", ","'],
  [".a", 'has 2 characters and contains "."'],
  ["-.", 'has 2 characters and contains "." and starts with "-"'],
])("%j %s, so it is no name of a user-assigned identity", (name, expected) => {
  expect(problems(USER_ASSIGNED_IDENTITY_NAME, name).join(" and ")).toBe(expected);
});

test.each([
  "a",
  "ab",
  "vm1",
  "vm_1",
  "vm.1",
  "1vm",
  "vm_",
  "1-2",
  "v".repeat(64),
])("%j is a legal name of a virtual machine", (name) => {
  expect(problems(VIRTUAL_MACHINE_NAME, name)).toEqual([]);
});

test.each([
  ["v".repeat(65), "has 65 characters"],
  ["", "has 0 characters"],
  ["123", "has digits only"],
  ["1", "has digits only"],
  ["vm 1", 'contains " "'],
  ["vm#1", 'contains "#"'],
  ["-vm", 'starts with "-"'],
  ["_vm", 'starts with "_"'],
  [".vm", 'starts with "."'],
  ["vm-", 'ends with "-"'],
  ["vm.", 'ends with "."'],
  ["-", 'starts with "-" and ends with "-"'],
])("%j %s, so it is no name of a virtual machine", (name, expected) => {
  expect(problems(VIRTUAL_MACHINE_NAME, name).join(" and ")).toBe(expected);
});

test.each(["a", "vm.1", "vm-1", "123", "v".repeat(64)])("%j is a legal name of a Linux computer", (name) => {
  expect(problems(LINUX_COMPUTER_NAME, name)).toEqual([]);
});

test.each([
  ["v".repeat(65), "has 65 characters"],
  ["", "has 0 characters"],
  ["vm_1", 'contains "_"'],
  ["vm_", 'contains "_"'],
  ["vm 1", 'contains " "'],
  ["-vm", 'starts with "-"'],
  ["vm-", 'ends with "-"'],
  ["vm.", 'ends with "."'],
])("%j %s, so it is no name of a Linux computer", (name, expected) => {
  expect(problems(LINUX_COMPUTER_NAME, name).join(" and ")).toBe(expected);
});

test.each(["a", "vm-1", "VM1", "a1", "v".repeat(15)])("%j is a legal name of a Windows computer", (name) => {
  expect(problems(WINDOWS_COMPUTER_NAME, name)).toEqual([]);
});

test.each([
  ["v".repeat(16), "has 16 characters"],
  ["", "has 0 characters"],
  ["123", "has digits only"],
  ["vm.1", 'contains "."'],
  ["vm_1", 'contains "_"'],
  ["-vm", 'starts with "-"'],
  ["vm-", 'ends with "-"'],
])("%j %s, so it is no name of a Windows computer", (name, expected) => {
  expect(problems(WINDOWS_COMPUTER_NAME, name).join(" and ")).toBe(expected);
});

test("a number is checked as its digits", () => {
  expect(problems(USER_ASSIGNED_IDENTITY_NAME, 12)).toEqual(["has 2 characters"]);
});

test.each([
  ["${var.name}", []],
  ["${azurerm_resource_group.app.name}", []],
  ["${var.a}${var.b}", []],
  ["-${var.name}", ['starts with "-"']],
  ["${var.name}-", []],
  ["a-${var.name}-b", []],
  ["a.${var.name}", ['contains "."']],
  ["${var.a}.${var.b}", ['contains "."']],
  ["a${var.name}", []],
  [`${"a".repeat(64)}\${var.name}${"b".repeat(64)}`, []],
  [`${"a".repeat(64)}\${var.name}${"b".repeat(65)}`, ["has 129 characters or more"]],
  ["id-%{ if var.long }a.b%{ endif }", []],
  ["id.%{ if var.long }a.b%{ endif }", ['contains "."']],
])("of %j for a user-assigned identity only the text that is certain is checked: %j", (name, expected) => {
  expect(problems(USER_ASSIGNED_IDENTITY_NAME, name)).toEqual(expected);
});

test.each([
  ["kv--a${var.name}", ['contains "--"']],
  ["kv-${var.name}-a", []],
  ["kv${var.a}${var.b}-", ['ends with "-"']],
])("of %j for a key vault only the text that is certain is checked: %j", (name, expected) => {
  expect(problems(ruleOf("azurerm_key_vault"), name)).toEqual(expected);
});

test.each([
  ["${var.name}-", ['ends with "-"']],
  ["vm-${var.name}", []],
  ["1${var.name}2", []],
])("of %j for a virtual machine only the text that is certain is checked: %j", (name, expected) => {
  expect(problems(VIRTUAL_MACHINE_NAME, name)).toEqual(expected);
});

const foreign = fc.constantFrom(".", "_", "-", " ", "/", "\n", "é", "e\u0301", "ß", "İ", "٣", "😀");
const legal = fc.stringMatching(/^[A-Za-z0-9]$/);

/** Names that are legal almost: of any length about the limits, with few characters that are not. */
const names = fc
  .oneof(
    fc.array(fc.oneof({ arbitrary: legal, weight: 5 }, foreign), { maxLength: 8 }),
    fc.array(fc.nat(9).map(String), { maxLength: 4 }),
    fc
      .tuple(
        fc.constantFrom(
          1,
          2,
          7,
          8,
          13,
          14,
          22,
          23,
          57,
          58,
          61,
          62,
          63,
          78,
          79,
          88,
          89,
          118,
          119,
          126,
          127,
          258,
        ),
        fc.array(fc.oneof(legal, foreign), { maxLength: 3 }),
      )
      .map(([length, end]) => ["a".repeat(length), ...end]),
    fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
  )
  .map((pieces) => pieces.join(""));

describe.each(RULES)("for any name of %s", (_, rule, form) => {
  test("there are problems exactly when it does not match the expression of its rule", () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(problemsOf(name).length === 0).toBe(form.test(name));
      }),
      { numRuns: 500 },
    );
  });

  test("a suggestion is another name, and legal", () => {
    fc.assert(
      fc.property(names, (name) => {
        const suggestion = suggestName(rule, name);
        if (suggestion === undefined) return;
        expect(suggestion).toMatch(form);
        expect(suggestion).not.toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  test("what is said of a name with unknown parts holds whatever these are", () => {
    const part = fc.oneof(
      fc.record({ text: names, known: fc.constant(true) }),
      fc.record({ text: fc.stringMatching(/^[a-z0-9]{0,9}$/), known: fc.constant(false) }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const unknown: Value = { kind: "unknown", stack: "app", expression: "var.x" };
        const template: Value = {
          kind: "template",
          parts: parts.map(({ text, known }) => (known ? literal(text) : unknown)),
        };
        const whole = problemsOf(parts.map(({ text }) => text).join(""));
        const isWhole = parts.every(({ known }) => known);
        for (const problem of nameProblems(rule, template)) {
          if (isWhole || !problem.endsWith(" or more")) expect(whole).toContain(problem);
          else expect(lengthIn(whole)).toBeGreaterThanOrEqual(lengthIn([problem]));
        }
      }),
      { numRuns: 500 },
    );
  });

  function problemsOf(name: string): string[] {
    return nameProblems(rule, literal(name));
  }
});

function lengthIn(all: string[]): number {
  return Number(/has (\d+) characters/.exec(all.join())?.[1]);
}

test.each([
  ["id.orders", "id-orders", USER_ASSIGNED_IDENTITY_NAME],
  ["_id-orders", "id-orders", USER_ASSIGNED_IDENTITY_NAME],
  ["id orders & more", "id-orders-more", USER_ASSIGNED_IDENTITY_NAME],
  ["idéal", "ideal", USER_ASSIGNED_IDENTITY_NAME],
  ["a".repeat(200), "a".repeat(128), USER_ASSIGNED_IDENTITY_NAME],
  ["vm-", "vm", VIRTUAL_MACHINE_NAME],
  [`${"v".repeat(63)}-v`, "v".repeat(63), VIRTUAL_MACHINE_NAME],
  ["vm_app_01", "vm-app-01", LINUX_COMPUTER_NAME],
  [" id-orders ", "id-orders", USER_ASSIGNED_IDENTITY_NAME],
])("in place of %j, %j is suggested", (name, suggestion, rule) => {
  expect(suggestName(rule, name)).toBe(suggestion);
});

test.each([
  ["-id", USER_ASSIGNED_IDENTITY_NAME],
  ["ab", USER_ASSIGNED_IDENTITY_NAME],
  ["日本", USER_ASSIGNED_IDENTITY_NAME],
  ["id-orders", USER_ASSIGNED_IDENTITY_NAME],
  ["123", VIRTUAL_MACHINE_NAME],
])("in place of %j, nothing is suggested", (name, rule) => {
  expect(suggestName(rule, name)).toBeUndefined();
});

describe("the message for a name", () => {
  const message = (raw: unknown) =>
    nameMessage(USER_ASSIGNED_IDENTITY_NAME, "name", readValue(raw, "app"), "change the name");

  test("says what is wrong, what is allowed, what to do, and a name that would do", () => {
    expect(message("_id.a")).toBe(
      'name "_id.a" contains "." and starts with "_"; allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit; change the name, for example to "id-a"',
    );
  });

  test("shows unknown parts as they are written, and suggests nothing in their place", () => {
    expect(message("id.${var.x}")).toBe(
      'name "id.${var.x}" contains "."; allowed are 3-128 of A-Z a-z 0-9 - _, first a letter or digit; change the name',
    );
  });

  test("is empty for a legal name, and for none", () => {
    expect(message("id-orders")).toBeUndefined();
    expect(message(undefined)).toBeUndefined();
  });
});

test("names that are reserved in any case are, and only as a whole", () => {
  const rule = { ...USER_ASSIGNED_IDENTITY_NAME, reservedInAnyCase: new Set(["root"]) };
  expect(["root", "ROOT", "roots", "Root${local.text}"].map((name) => problems(rule, name))).toEqual([
    ["is reserved"],
    ["is reserved"],
    [],
    [],
  ]);
});
