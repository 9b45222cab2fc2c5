import {
  AggregateAuthenticationError,
  AuthenticationError,
  CredentialUnavailableError,
} from "@azure/identity";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { azurePackages } from "../../../lib/cli/preflight/packages";
import { exported, GROUP as IN_GROUP } from "../../support";
import { answers } from "./azure";
import { folderWith, HERE, runOn, started, synthesizedFolder } from "./support";

const folder = synthesizedFolder((stack) => {
  exported(new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" }));
});
const EXPIRED =
  "ERROR: AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-01-01.\r\nTrace ID: 1";

test.each<[string, Error, string]>([
  [
    "no sign-in at all",
    new AggregateAuthenticationError([new CredentialUnavailableError("Please run 'az login'")], "failed."),
    "nobody is signed in to Azure; run az login, or in a pipeline sign in first (azure/login, AzureCLI@2), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE; variables that begin with ARM_ are Terraform's alone\n",
  ],
  [
    "one that has expired",
    new AggregateAuthenticationError([new CredentialUnavailableError(EXPIRED)], "failed."),
    "Entra refuses the sign-in: AADSTS700082: The refresh token has expired due to inactivity; look at tenant and client, or run az login again\n",
  ],
  [
    "one that cannot reach Entra",
    new AuthenticationError(400, {
      error: "network_error",
      error_description: "See https://aka.ms/msal.js.errors",
    }),
    "<host> cannot be reached (network_error); look at the network, and at HTTPS_PROXY where there is a proxy\n",
  ],
  [
    "one that fails otherwise",
    new AuthenticationError(400, { error: "invalid_client", error_description: "The secret is wrong." }),
    "the sign-in fails: The secret is wrong.\n",
  ],
])("%s is one line and exit code 2", async (_, error, expected) => {
  const server = await started(() => undefined);
  const credential = { getToken: () => Promise.reject(error) };
  const { err, ...rest } = await runOn(folder, server, { credential });
  expect(rest).toEqual({ code: 2, out: "" });
  expect(err.replace(new URL(server.url).host, "<host>")).toBe(expected);
  expect(server.requests).toEqual([]);
});

test("where no subscription is known, a missing sign-in is said beside what is not asked", async () => {
  const server = await started(() => undefined);
  const credential = {
    getToken: () => Promise.reject(new CredentialUnavailableError("Please run 'az login'")),
  };
  const unnamed = folderWith({ resource: { azurerm_resource_group: { g: { name: "rg", location: "eu" } } } });
  const { code, out, err } = await runOn(unnamed, server, { credential });
  expect(code).toBe(2);
  expect(out).toContain("is not known here; name the subscription");
  expect(err).toMatch(/^note: nobody is signed in to Azure; run az login, .*$/m);
  const signedIn = await runOn(unnamed, server);
  expect(signedIn.out).toBe(out);
  expect(signedIn.err).not.toContain("signed in");
});

test("a token that says nothing of its owner is as good as another", async () => {
  const server = await started(answers({ holds: [{ role: "Owner", scope: HERE }] }));
  const credential = {
    getToken: async () => ({ token: "opaque", expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  const { code, out } = await runOn(folder, server, { credential });
  expect(code).toBe(0);
  expect(out).toMatch(/^orders: 7 operations, all of them allowed/);
});

test("a user is named as such", async () => {
  const server = await started(answers({ holds: [{ role: "Owner", scope: HERE }] }));
  const claims = Buffer.from(JSON.stringify({ upn: "ops@orders.example", tid: "t" })).toString("base64url");
  const credential = {
    getToken: async () => ({ token: `e.${claims}.s`, expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  expect((await runOn(folder, server, { credential })).out).toMatch(
    /^asked as ops@orders\.example, tenant t\n/,
  );
});

test("packages that are not installed come with the command that installs them", () => {
  const resolve = (name: string) => {
    if (name === "@azure/identity") throw new Error("not found");
    return name;
  };
  expect(() => azurePackages(resolve)).toThrow(
    "preflight asks Azure with packages that are not installed: @azure/identity; run npm install --save-dev @azure/identity",
  );
});
