/** A public key as its bytes tell it, whatever stands before them. */
export interface SshPublicKey {
  /** `ssh-ed25519`, `ssh-rsa`, `ecdsa-sha2-nistp256`. */
  readonly type: string;
  /** Length of the modulus of an RSA key, in whole bytes as azurerm counts it. */
  readonly rsaBits?: number;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TYPE = /^(?:ssh|ecdsa|sk)-[a-z\d@.-]{1,60}$/;
const ED25519_BYTES = 32;

/**
 * Reads the line of a `.pub` file, "type base64 [comment]"; `undefined` where azurerm finds no key in it. Of types that
 * Azure does not take only the name is looked at. Source: RFC 4253, 6.6; RFC 8709, 4; azurerm, SSHKey.
 */
export function readSshPublicKey(text: string): SshPublicKey | undefined {
  const [, encoded] = text.trim().split(/\s+/);
  if (!encoded || !BASE64.test(encoded)) return undefined;
  const [name, ...fields] = fieldsOf(Buffer.from(encoded, "base64")) ?? [];
  const type = name?.toString("latin1") ?? "";
  if (!TYPE.test(type)) return undefined;
  if (type === "ssh-rsa") return rsaKey(fields);
  const isWhole = type !== "ssh-ed25519" || (fields.length === 1 && fields[0]?.length === ED25519_BYTES);
  return isWhole ? { type } : undefined;
}

function rsaKey([exponent, modulus, ...others]: readonly Buffer[]): SshPublicKey | undefined {
  if (!exponent || !modulus || others.length > 0 || !isExponent(exponent)) return undefined;
  const zeros = modulus.findIndex((byte) => byte !== 0);
  return zeros < 0 ? undefined : { type: "ssh-rsa", rsaBits: (modulus.length - zeros) * 8 };
}

/** An odd number of at most 24 bits, from 3 on. */
function isExponent(bytes: Buffer): boolean {
  const number = Number(`0x0${bytes.toString("hex")}`);
  return number >= 3 && number < 2 ** 24 && number % 2 === 1;
}

/** Byte strings, each behind its length; `undefined` where one is cut off or something is left over. */
function fieldsOf(bytes: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    if (start > bytes.length) return undefined;
    at = start + bytes.readUInt32BE(at);
    if (at > bytes.length) return undefined;
    fields.push(bytes.subarray(start, at));
  }
  return fields;
}
