import { Role, Scope, UserAssignedIdentity } from "cdktf-azure-identity";
import { GROUP as IN_GROUP } from "../../support";
import { problem, type Reply } from "./arm-server";
import { HERE, runOn, started, synthesizedFolder, TENANT, TOKEN } from "./support";

const OTHER_TENANT = "12121212-3434-5656-7878-909090909090";
const HTML = { text: "<html>sign in first</html>", headers: { "content-type": "text/html" } };
const WRONG_TENANT = `The access token is from the wrong issuer 'https://sts.windows.net/${TENANT}/'. It must match the tenant 'https://sts.windows.net/${OTHER_TENANT}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${OTHER_TENANT}' to get the token.`;

const folder = synthesizedFolder((stack) => {
  new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" });
});

/** What somebody reads whom Azure answers the same to all questions. */
async function readBy(reply: Reply): Promise<string> {
  const server = await started(() => reply);
  const { code, out, err } = await runOn(folder, server, { timeout: 500 });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  return err.replaceAll(new URL(server.url).host, "<host>");
}

function throttled(seconds: number): Reply {
  return { ...problem(429, "SubscriptionRequestsThrottled"), headers: { "retry-after": String(seconds) } };
}

test.each<[string, Reply, string]>([
  [
    "a token that Azure does not take",
    {
      ...problem(401, "InvalidAuthenticationToken"),
      headers: { "www-authenticate": 'Bearer error="invalid_token"' },
    },
    "<host> does not accept the sign-in (401 InvalidAuthenticationToken); sign in again, for example with az login\n",
  ],
  [
    "a token of another tenant",
    problem(401, "InvalidAuthenticationTokenTenant", WRONG_TENANT),
    `the sign-in is for tenant ${TENANT}, but the subscription is in ${OTHER_TENANT}; run az login --tenant ${OTHER_TENANT}, or set AZURE_TENANT_ID\n`,
  ],
  [
    "a token of another tenant, in words that are not known",
    problem(401, "InvalidAuthenticationTokenTenant"),
    "the sign-in is for another tenant than that of the subscription; run az login --tenant <tenant>, or set AZURE_TENANT_ID\n",
  ],
  [
    "throttling that does not say how long",
    problem(429, "TooManyRequests"),
    "<host> throttles requests (429 TooManyRequests), for longer than is waited for here; try again later\n",
  ],
  [
    "throttling for an hour",
    throttled(3600),
    "<host> throttles requests (429 SubscriptionRequestsThrottled), for longer than is waited for here; try again later\n",
  ],
  [
    "throttling again and again",
    throttled(0.01),
    "<host> throttles requests (429 SubscriptionRequestsThrottled), for longer than is waited for here; try again later\n",
  ],
  [
    "an error of the server, again and again",
    problem(500, "InternalServerError"),
    `<host> fails (500 InternalServerError) for ${HERE}, and still does after several tries; try again later\n`,
  ],
  [
    "JSON that ends in the middle",
    { text: '{"value": [' },
    `what <host> answers for ${HERE} cannot be read; look whether a proxy or a login page of the network is in between\n`,
  ],
  [
    "a page in place of JSON",
    HTML,
    `what <host> answers for ${HERE} cannot be read; look whether a proxy or a login page of the network is in between\n`,
  ],
  [
    "JSON of something else",
    { body: { value: "all" } },
    `what <host> answers for ${HERE} cannot be read; look whether a proxy or a login page of the network is in between\n`,
  ],
  [
    "no answer in time",
    { instead: "wait" },
    `<host> does not answer in time for ${HERE}; look at the network\n`,
  ],
])("%s is one line and exit code 2", async (_, reply, expected) => {
  expect(await readBy(reply)).toBe(expected);
});

test("nobody at the other end is one line and exit code 2", async () => {
  const server = await started(() => undefined);
  await server.stop();
  const { code, err } = await runOn(folder, server);
  expect(code).toBe(2);
  expect(err).toContain("cannot be reached (ECONNREFUSED)");
});

test("a certificate that is not trusted says how to trust it", async () => {
  const [server, other] = [await started(() => undefined), await started(() => undefined)];
  const { code, err } = await runOn(folder, { url: server.url, cert: other.cert });
  expect(code).toBe(2);
  expect(err).toContain("is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
  expect(err).toContain("NODE_EXTRA_CA_CERTS");
});

test.each<[string, Reply, string]>([
  [
    "a subscription that is not in the tenant",
    problem(404, "SubscriptionNotFound"),
    "the tenant of the sign-in has no such subscription (404 SubscriptionNotFound)",
  ],
  ["a page with status 404", { status: 404, ...HTML }, "Azure answers 404"],
  [
    "a redirect to elsewhere",
    { status: 302, text: "", headers: { location: "https://localhost:1/" } },
    "Azure answers 302",
  ],
])("%s leaves operations not asked, with exit code 2 and one request", async (_, reply, reason) => {
  const server = await started(() => reply);
  const { code, out } = await runOn(folder, server);
  expect(code).toBe(2);
  expect(out.replaceAll(/\s+/g, " ")).toContain(`as ${reason} at ${HERE} for`);
  expect(server.requests).toHaveLength(1);
});

test.each([401, 403, 404, 429])("no output has the token in it when Azure answers %s", async (status) => {
  const server = await started(() => ({
    ...problem(status, "Echo", `Bearer ${TOKEN}`),
    headers: { "retry-after": "0.01" },
  }));
  const { out, err } = await runOn(folder, server, { isTerminal: true });
  expect([...server.authorizations]).toEqual([`Bearer ${TOKEN}`]);
  expect(out + err).not.toContain(TOKEN.slice(-20));
});

test("a failure ends what else is asked at the same time", async () => {
  const two = synthesizedFolder((stack) => {
    const identity = new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" });
    identity.assignRole("reads-other", Role.builtIn("Reader"), Scope.subscription(TENANT));
  });
  const server = await started(({ pathname }) => {
    if (pathname.includes(TENANT)) return { instead: "wait" };
    return server.waiting() > 0 ? problem(401, "InvalidAuthenticationToken") : throttled(0.05);
  });
  const { err } = await runOn(two, server, { timeout: 50_000 });
  expect(err).toContain("InvalidAuthenticationToken");
  while (server.waiting() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}, 10_000);
