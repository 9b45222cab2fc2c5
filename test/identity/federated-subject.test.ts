import { TerraformVariable } from "cdktf";
import { FederatedSubject } from "cdktf-azure-identity";
import { newStack } from "../support";

const GITHUB = "https://token.actions.githubusercontent.com";
const TENANT = "66946bae-c7f1-4099-b768-6ec1ac684280";
const ORGANIZATION = "23609cc8-ca30-4d7d-a018-0a285693d227";
const CONNECTION = "b840b286-3e83-43e4-8e02-b8e8c0db0545";

const repository = "shop/orders";
const project = "shop/platform/orders";

test.each<[FederatedSubject, string, string]>([
  [
    FederatedSubject.gitHubBranch({ repository, branch: "release/1" }),
    GITHUB,
    "repo:shop/orders:ref:refs/heads/release/1",
  ],
  [
    FederatedSubject.gitHubBranch({ repository: "shop@5544123/orders@821093847", branch: "main" }),
    GITHUB,
    "repo:shop@5544123/orders@821093847:ref:refs/heads/main",
  ],
  [FederatedSubject.gitHubTag({ repository, tag: "v1.0" }), GITHUB, "repo:shop/orders:ref:refs/tags/v1.0"],
  [
    FederatedSubject.gitHubEnvironment({ repository, environment: "Production:V1 east" }),
    GITHUB,
    "repo:shop/orders:environment:Production%3AV1 east",
  ],
  [FederatedSubject.gitHubPullRequest({ repository }), GITHUB, "repo:shop/orders:pull_request"],
  [
    FederatedSubject.gitHubTag({ repository, tag: "v1", issuer: "https://git.shop.example/_services/token" }),
    "https://git.shop.example/_services/token",
    "repo:shop/orders:ref:refs/tags/v1",
  ],
  [
    FederatedSubject.gitLabBranch({ project, branch: "main" }),
    "https://gitlab.com",
    "project_path:shop/platform/orders:ref_type:branch:ref:main",
  ],
  [
    FederatedSubject.gitLabTag({ project: "57382910", tag: "v1", issuer: "https://git.shop.example" }),
    "https://git.shop.example",
    "project_id:57382910:ref_type:tag:ref:v1",
  ],
  [
    FederatedSubject.azurePipelines({
      tenantId: TENANT,
      organizationId: ORGANIZATION,
      serviceConnectionId: CONNECTION,
    }),
    `https://login.microsoftonline.com/${TENANT}/v2.0`,
    `/eid1/c/pub/t/rmuUZvHHmUC3aG7BrGhCgA/a/rISbSSETf0KqFyZ8ppdXmA/sc/${ORGANIZATION}/${CONNECTION}`,
  ],
  [
    FederatedSubject.kubernetes({
      issuer: "https://aks.example/id/",
      serviceAccountNamespace: "shop",
      serviceAccount: "a.b",
    }),
    "https://aks.example/id/",
    "system:serviceaccount:shop:a.b",
  ],
  [FederatedSubject.of({ issuer: "https://i", subject: "s" }), "https://i", "s"],
])("%#: a preset has the issuer and the subject of its tokens", ({ issuer, subject }, ofTokens, named) => {
  expect({ issuer, subject }).toEqual({ issuer: ofTokens, subject: named });
});

test("parts that only Terraform knows are passed on", () => {
  const text = new TerraformVariable(newStack(), "text", { type: "string" }).stringValue;
  const { subject } = FederatedSubject.gitHubEnvironment({ repository: text, environment: text });
  expect(subject).toBe(`repo:${text}:environment:${text}`);
  const expression = "${var.stage ? var.a : var.b}";
  expect(FederatedSubject.gitHubEnvironment({ repository, environment: expression }).subject).toBe(
    `repo:shop/orders:environment:${expression}`,
  );
  expect(
    FederatedSubject.azurePipelines({ tenantId: TENANT, organizationId: text, serviceConnectionId: text })
      .subject,
  ).toContain(`/sc/${text}/${text}`);
  expect(FederatedSubject.gitLabTag({ project: text, tag: text }).subject).toBe(
    `project_path:${text}:ref_type:tag:ref:${text}`,
  );
});

test("all that is wrong is said at once, with what was given, what is allowed and the fix", () => {
  const given = { repository: "https://github.com/shop/orders", branch: "refs/heads/main" };
  expect(() => FederatedSubject.gitHubBranch(given)).toThrow(
    'a branch of GitHub cannot be told from what is given; repository is "https://github.com/shop/orders": allowed is ' +
      '<owner>/<name>, or <owner>@<id>/<name>@<id>; branch is "refs/heads/main": allowed is a name without white space ' +
      "and without refs/ in front, such as main or v1.0.0; write them so, or give issuer and subject as the tokens have " +
      "them with FederatedSubject.of",
  );
});

test.each([
  ["gitHubBranch", "repository is not given: allowed is .*; branch is not given: allowed is"],
  ["gitHubTag", "repository is not given: allowed is .*; tag is not given"],
  ["gitHubEnvironment", "repository is not given: allowed is .*; environment is not given"],
  ["gitHubPullRequest", "repository is not given"],
  ["gitLabBranch", "project is not given: allowed is .*; branch is not given"],
  ["gitLabTag", "project is not given: allowed is .*; tag is not given"],
  [
    "azurePipelines",
    "tenantId is not given: .*; organizationId is not given: .*; serviceConnectionId is not given",
  ],
  [
    "kubernetes",
    "issuer is not given: .*; serviceAccountNamespace is not given: .*; serviceAccount is not given",
  ],
  [
    "of",
    "^\\[FederatedSubject.of\\] issuer is not given; allowed is iss of the tokens; .*\\n {2}subject is not given",
  ],
] as const)("%s without props says each part that is missing", (preset, message) => {
  expect(() => FederatedSubject[preset](undefined as never)).toThrow(new RegExp(message));
});

const missing = undefined as unknown as string;
const guids = { tenantId: TENANT, organizationId: ORGANIZATION, serviceConnectionId: CONNECTION };
const account = { issuer: "https://i", serviceAccountNamespace: "shop", serviceAccount: "orders" };
const late = "${var.tenant}";

test.each<[string, () => unknown]>([
  ["repository", () => FederatedSubject.gitHubPullRequest({ repository: "orders" })],
  ["repository", () => FederatedSubject.gitHubPullRequest({ repository: "shop/platform/orders" })],
  ["repository", () => FederatedSubject.gitHubPullRequest({ repository: "shop@1/orders" })],
  ["repository", () => FederatedSubject.gitHubPullRequest({ repository: missing })],
  ["branch", () => FederatedSubject.gitHubBranch({ repository, branch: "" })],
  ["branch", () => FederatedSubject.gitHubBranch({ repository, branch: "main " })],
  ["tag", () => FederatedSubject.gitHubTag({ repository, tag: "refs/tags/v1" })],
  ["environment", () => FederatedSubject.gitHubEnvironment({ repository, environment: " production" })],
  ["environment", () => FederatedSubject.gitHubEnvironment({ repository, environment: missing })],
  ["project", () => FederatedSubject.gitLabBranch({ project: "orders", branch: "main" })],
  ["project", () => FederatedSubject.gitLabBranch({ project: "/shop/orders", branch: "main" })],
  ["branch", () => FederatedSubject.gitLabBranch({ project, branch: "refs/heads/main" })],
  ["tag", () => FederatedSubject.gitLabTag({ project, tag: missing })],
  ["tenantId", () => FederatedSubject.azurePipelines({ ...guids, tenantId: "shop.example" })],
  ["tenantId", () => FederatedSubject.azurePipelines({ ...guids, tenantId: late })],
  ["organizationId", () => FederatedSubject.azurePipelines({ ...guids, organizationId: "shop" })],
  [
    "serviceConnectionId",
    () => FederatedSubject.azurePipelines({ ...guids, serviceConnectionId: "sc-orders" }),
  ],
  ["issuer", () => FederatedSubject.kubernetes({ ...account, issuer: "" })],
  [
    "serviceAccountNamespace",
    () => FederatedSubject.kubernetes({ ...account, serviceAccountNamespace: "Shop" }),
  ],
  [
    "serviceAccountNamespace",
    () => FederatedSubject.kubernetes({ ...account, serviceAccountNamespace: "n".repeat(64) }),
  ],
  ["serviceAccount", () => FederatedSubject.kubernetes({ ...account, serviceAccount: "shop:orders" })],
  ["serviceAccount", () => FederatedSubject.kubernetes({ ...account, serviceAccount: "s".repeat(254) })],
])("a wrong %s is refused", (part, make) => {
  expect(make).toThrow(part);
  expect(make).toThrow("FederatedSubject.of");
});
