import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { readSshPublicKey } from "../../lib/azure/ssh-public-key";
import { ecdsaLine, ed25519Line, line, PEM, part, rsaLine } from "../ssh-keys";
import { SSH_KEY } from "../support";

const KEYS = [ed25519Line(), rsaLine(2048), rsaLine(3072, 3), SSH_KEY];
const THREE = Buffer.of(3);
const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size }).map(Buffer.from);
const other = (size: number) => fc.uint8Array({ maxLength: 80 }).filter(({ length }) => length !== size);

/** A modulus of some number of bits. */
const modulus = fc
  .integer({ min: 1, max: 600 })
  .chain((size) => fc.tuple(fc.integer({ min: 1, max: 255 }), bytes(size - 1)))
  .map(([first, rest]) => Buffer.concat([Buffer.of(first), rest]));

test("keys that were made are read, with their type and the bits of RSA", () => {
  expect(readSshPublicKey(ed25519Line())).toEqual({ type: "ssh-ed25519" });
  expect(readSshPublicKey(rsaLine(1024))).toEqual({ type: "ssh-rsa", rsaBits: 1024 });
  expect(readSshPublicKey(rsaLine(2048))).toEqual({ type: "ssh-rsa", rsaBits: 2048 });
  expect(readSshPublicKey(rsaLine(4096, 3))).toEqual({ type: "ssh-rsa", rsaBits: 4096 });
  expect(readSshPublicKey(ecdsaLine())).toEqual({ type: "ecdsa-sha2-nistp256" });
});

test("a modulus that does not fill its first byte counts that byte, as in azurerm", () => {
  expect(readSshPublicKey(rsaLine(2047))).toEqual({ type: "ssh-rsa", rsaBits: 2048 });
});

test("space around and a comment behind change nothing", () => {
  const space = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r"), minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...KEYS), space, fc.string(), (key, around, comment) => {
      expect(readSshPublicKey(`${around}${key}${around}${comment}`)).toEqual(readSshPublicKey(key));
    }),
  );
});

test("any 32 bytes are an ED25519 key, and no other number of bytes is", () => {
  fc.assert(
    fc.property(bytes(32), other(32), (right, wrong) => {
      expect(readSshPublicKey(line("ssh-ed25519", right))).toEqual({ type: "ssh-ed25519" });
      expect(readSshPublicKey(line("ssh-ed25519", Buffer.from(wrong)))).toBeUndefined();
    }),
  );
});

test("the bits of a modulus are those of its bytes, zeros in front aside", () => {
  fc.assert(
    fc.property(modulus, fc.nat(3), (number, zeros) => {
      const padded = Buffer.concat([Buffer.alloc(zeros), number]);
      const key = readSshPublicKey(line("ssh-rsa", THREE, padded));
      expect(key).toEqual({ type: "ssh-rsa", rsaBits: number.length * 8 });
    }),
  );
});

test("a key that is cut off anywhere, or has more behind it, is not read", () => {
  const parts = KEYS.map((key) => Buffer.from(key.split(" ")[1] as string, "base64"));
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.nat(1000), (key, at) => {
      const cut = key.subarray(0, at % key.length);
      expect(readSshPublicKey(`ssh-rsa ${cut.toString("base64")}`)).toBeUndefined();
      const more = Buffer.concat([key, part(cut)]);
      expect(readSshPublicKey(`ssh-rsa ${more.toString("base64")}`)).toBeUndefined();
    }),
  );
});

test("no text makes the reading throw", () => {
  const encoded = fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw).toString("base64"));
  const text = fc.oneof(
    fc.string(),
    encoded.map((each) => `ssh-rsa ${each}`),
  );
  fc.assert(fc.property(text, (given) => readSshPublicKey(given) === undefined || true));
});

test.each([
  ["nothing", ""],
  ["a path", "~/.ssh/id_ed25519.pub"],
  ["base64 alone", SSH_KEY.split(" ")[1] as string],
  ["base64 without a character", SSH_KEY.slice(0, -1)],
  ["base64 for addresses", "ssh-ed25519 AAAA-_=="],
  ["options in front", `no-pty ${SSH_KEY}`],
  ["no type", line("", Buffer.alloc(32))],
  ["a type that is none", line("b3BlbnNzaC1rZXktdjE", Buffer.alloc(32))],
  ["an RSA key without a modulus", line("ssh-rsa", THREE)],
  ["an RSA key with a modulus of zeros", line("ssh-rsa", THREE, Buffer.alloc(4))],
  ["an even exponent", line("ssh-rsa", Buffer.of(4), Buffer.alloc(256, 1))],
  ["an exponent of 1", line("ssh-rsa", Buffer.of(1), Buffer.alloc(256, 1))],
  ["an exponent of 25 bits", line("ssh-rsa", Buffer.of(1, 0, 0, 1), Buffer.alloc(256, 1))],
  ["a private key", `${PEM}\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----\n`],
  ["a public key in PEM", generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" })],
])("%s is not read", (_, text) => {
  expect(readSshPublicKey(String(text))).toBeUndefined();
});
