import { createPublicKey } from "node:crypto";
import { all, type Check, matches } from "./check";

/** Texts of a key's bytes, each behind its length of four bytes. */
function parts(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return [];
  const end = 4 + bytes.readUInt32BE();
  if (end > bytes.length) throw new RangeError();
  return [bytes.subarray(4, end), ...parts(bytes.subarray(end))];
}

function modulusBits(exponent: Buffer, modulus: Buffer): number {
  const [e, n] = [exponent, modulus].map((number) => number.toString("base64url"));
  const { asymmetricKeyDetails } = createPublicKey({ key: { kty: "RSA", e, n }, format: "jwk" });
  const { publicExponent = 0n, modulusLength = 0 } = asymmetricKeyDetails ?? {};
  if (publicExponent < 3 || publicExponent > 0xffffff || Number(publicExponent) % 2 === 0) throw new Error();
  return Math.ceil(modulusLength / 8) * 8;
}

/** What is wrong with a key that can be read. @throws for one that cannot */
function unfit(encoded: string): string | undefined {
  const [type, ...fields] = parts(Buffer.from(encoded, "base64"));
  const [first, second] = fields;
  const name = String(type);
  if (name === "ssh-ed25519" && fields.length === 1 && first?.length === 32) return undefined;
  if (name === "ssh-rsa" && fields.length === 2 && first && second) {
    const bits = modulusBits(first, second);
    return bits < 2048
      ? `- the provided RSA SSH key has ${bits} bits. Only ssh-rsa keys with 2048 bits or higher are supported by Azure`
      : undefined;
  }
  if (/^(?:ecdsa-|ssh-dss|sk-)/.test(name))
    return `- the provided ${name} SSH key is not supported. Only RSA and ED25519 SSH keys are supported by Azure`;
  throw new Error();
}

const second = (value: string) => value.trim().split(/\s+/)[1] ?? "";

/** None of its words show the key. Source: azurerm, internal/services/compute/validate, SSHKey. */
export const sshKey: Check = all(
  (value, key) =>
    value.trim() === "" ? `expected "${key}" to not be an empty string or whitespace` : undefined,
  matches(/\S\s+\S/, "is not a complete SSH2 Public Key"),
  (value, key) =>
    second(value).length % 4 === 0 && /^[a-z0-9+/]*={0,2}$/i.test(second(value))
      ? undefined
      : `decoding "${key}" for public key data`,
  (value, key) => {
    try {
      return unfit(second(value));
    } catch {
      return `parsing "${key}" as a public key object`;
    }
  },
);
