import { Desk, GROUP, IDENTITIES, identity } from "./support";

const TYPE = "azurerm_federated_identity_credential";
const ISSUER = "https://token.actions.githubusercontent.com";

function desk(): Desk {
  const made = new Desk({ existing: [GROUP, `${GROUP}2`] });
  identity(made);
  return made;
}

function credential(given: object = {}): object {
  return {
    name: "main",
    resource_group_name: "rg",
    parent_id: `${IDENTITIES}/id-app`,
    audience: ["api://AzureADTokenExchange"],
    issuer: ISSUER,
    subject: "repo:a/b:ref:refs/heads/main",
    ...given,
  };
}

test("it lies below its identity and is gone with it", () => {
  const at = desk();
  const made = at.create(TYPE, credential());
  expect(made.id).toBe(`${IDENTITIES}/id-app/federatedIdentityCredentials/main`);
  at.remove("azurerm_user_assigned_identity", { id: `${IDENTITIES}/id-app` });
  expect(at.read(TYPE, made)).toBeNull();
});

test("a group other than the identity's is looked into, and the identity is not found there", () => {
  expect(() => desk().create(TYPE, credential({ resource_group_name: "rg2" }))).toThrow(
    "ParentResourceNotFound",
  );
});

test("issuer and subject are unique for an identity", () => {
  const at = desk();
  at.create(TYPE, credential());
  expect(() => at.create(TYPE, credential({ name: "other" }))).toThrow(
    "Issuer and subject combination already exists for this Managed Identity.",
  );
  expect(() => at.create(TYPE, credential({ name: "other", subject: "another" }))).not.toThrow();
});

test("an identity has twenty, and no more", () => {
  const at = desk();
  const make = (index: number) => at.create(TYPE, credential({ name: `cred${index}`, subject: `${index}` }));
  for (let index = 0; index < 20; index++) make(index);
  expect(() => make(20)).toThrow("Too many Federated Identity Credentials");
});

test.each(["ab", "_ab", "a b c", "x".repeat(121)])("Azure refuses the name %s", (name) => {
  expect(() => desk().create(TYPE, credential({ name }))).toThrow("invalid");
});

test.each([{ issuer: "" }, { subject: "" }])("Azure refuses %j as empty", (given) => {
  expect(() => desk().create(TYPE, credential(given))).toThrow("has empty properties");
});

test.each([[[]], [["a", "b"]]])("Azure refuses the audiences %j", (audience) => {
  expect(() => desk().create(TYPE, credential({ audience }))).toThrow("must have exactly one audience");
});

test("issuer and subject change in place, and stay unique", () => {
  const at = desk();
  const made = at.create(TYPE, credential());
  at.create(TYPE, credential({ name: "other", subject: "another" }));
  expect(at.update(TYPE, made, { subject: "third" }).subject).toBe("third");
  expect(() => at.update(TYPE, made, { subject: "another" })).toThrow("already exists");
});
