import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a service answers: a status with a body, or a silence that outlasts the patience of who asks. */
export type Answer = readonly [status: number, body?: string, headers?: Record<string, string>] | "silence";

export interface Request {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
}

/** The instance metadata service and Resource Manager, on loopback. Of a list of answers the last one stays. */
export class Services {
  public static async start(): Promise<Services> {
    const services = new Services();
    await new Promise<void>((resolve) => services.server.listen(0, "127.0.0.1", resolve));
    return services;
  }

  public cloud: Answer = [200, "AzurePublicCloud"];
  public token: Answer[] = [];
  public manager: Answer[] = [];
  public readonly asked: { cloud: Request[]; token: Request[]; manager: Request[] } = {
    cloud: [],
    token: [],
    manager: [],
  };

  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  public get metadataUrl(): string {
    return `${this.url}/imds`;
  }

  public get managerUrl(): string {
    return `${this.url}/arm`;
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private answer({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, this.url);
    const request = {
      path: decodeURI(pathname.replace(/^\/(?:imds|arm)/, "")),
      query: searchParams,
      headers,
    };
    const service = /^\/arm/.test(pathname) ? "manager" : /azEnvironment$/.test(pathname) ? "cloud" : "token";
    const at = this.asked[service].push(request) - 1;
    const answers = service === "cloud" ? [this.cloud] : this[service];
    const answer = answers[Math.min(at, answers.length - 1)] ?? [500];
    if (answer === "silence") return;
    const [status, body = "", more = {}] = answer;
    response.writeHead(status, more).end(body);
  }
}

/** A token as Entra writes it, for a principal; nothing in it is signed. */
export function tokenFor(principal: string): string {
  const part = (object: object) => Buffer.from(JSON.stringify(object)).toString("base64url");
  const claims = { aud: "https://management.azure.com/", name: "Zoë 🎉 ~~~???", oid: principal, tid: "t" };
  return `${part({ typ: "JWT", alg: "RS256" })}.${part(claims)}.c2VjcmV0LXNpZ25hdHVyZQ`;
}

/** The body with which the metadata service hands out a token. */
export function tokenBody(token: string): string {
  return JSON.stringify({ access_token: token, expires_in: "86399", token_type: "Bearer" });
}
