import { type Server, ServerCredentials } from "@grpc/grpc-js";

export interface Address {
  readonly network: "unix" | "tcp";
  readonly name: string;
}

/** The shortest that any system allows for the path of a socket, in bytes. */
const LONGEST_PATH = 103;

/** Starts a server at a socket of this path, or at a port of this machine where no socket can have it. */
export async function listen(server: Server, path: string): Promise<Address> {
  if (process.platform === "win32" || Buffer.byteLength(path) > LONGEST_PATH) {
    return { network: "tcp", name: `127.0.0.1:${await bind(server, "127.0.0.1:0")}` };
  }
  await bind(server, `unix:${path}`);
  return { network: "unix", name: path };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}
