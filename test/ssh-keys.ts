import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** The first line of a private key, as a key could never be. */
export const PEM = "-----BEGIN OPENSSH PRIVATE KEY-----";

/** A text of a key's bytes, behind its length. */
export function part(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The line of a `.pub` file with these parts behind the type. */
export function line(type: string, ...parts: readonly (string | Buffer)[]): string {
  return `${type} ${Buffer.concat([type, ...parts].map(part)).toString("base64")}`;
}

export function ed25519Line(): string {
  return line("ssh-ed25519", numberOf(generateKeyPairSync("ed25519").publicKey, "x"));
}

export function rsaLine(modulusLength: number, publicExponent = 65537): string {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength, publicExponent });
  return line("ssh-rsa", signed(numberOf(publicKey, "e")), signed(numberOf(publicKey, "n")));
}

export function ecdsaLine(): string {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const point = [Buffer.of(4), numberOf(publicKey, "x"), numberOf(publicKey, "y")];
  return line("ecdsa-sha2-nistp256", "nistp256", Buffer.concat(point));
}

function numberOf(key: KeyObject, name: "e" | "n" | "x" | "y"): Buffer {
  return Buffer.from(key.export({ format: "jwk" })[name] as string, "base64url");
}

/** A number whose first bit is set would be read as a negative one. */
function signed(number: Buffer): Buffer {
  return number.readUInt8() > 127 ? Buffer.concat([Buffer.of(0), number]) : number;
}
