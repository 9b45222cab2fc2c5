import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { type Certificate, selfSigned } from "./certificate";

/** What the server answers to one request: a status, a body as JSON or as text, and headers. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly instead?: "wait";
}

export interface ArmServer extends Certificate {
  readonly url: string;
  readonly port: number;
  /** Method, path and query of all requests, in order. */
  readonly requests: string[];
  /** How many requests wait for an answer. */
  readonly waiting: () => number;
  /** Values of the header Authorization. */
  readonly authorizations: Set<string>;
  readonly stop: () => Promise<void>;
}

/** Resource Manager on this machine: each request is answered by the first function that has a reply for its URL. */
export async function serveArm(
  answer: (url: URL, server: ArmServer) => Reply | undefined,
): Promise<ArmServer> {
  const certificate = selfSigned();
  const requests: string[] = [];
  const authorizations = new Set<string>();
  const sockets = new Set<Socket>();
  let waiting = 0;
  const server = createServer(certificate, (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "", arm.url);
    requests.push(`${request.method} ${decodeURIComponent(url.pathname)}${decodeURIComponent(url.search)}`);
    if (request.headers.authorization) authorizations.add(request.headers.authorization);
    const { status = 200, body, text, headers = {}, instead } = answer(url, arm) ?? notFound(url);
    if (instead === "wait") {
      waiting++;
      response.on("close", () => waiting--);
      return;
    }
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(text ?? JSON.stringify(body));
  });
  server.on("connection", (socket: Socket) => sockets.add(socket));
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const arm: ArmServer = {
    ...certificate,
    url: `https://localhost:${port}`,
    port,
    requests,
    authorizations,
    waiting: () => waiting,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
  return arm;
}

function notFound(url: URL): Reply {
  return problem(404, "ResourceNotFound", `The Resource '${url.pathname}' was not found.`);
}

/** An error in the form of Resource Manager. */
export function problem(status: number, code: string, message = code): Reply {
  return { status, body: { error: { code, message } } };
}
