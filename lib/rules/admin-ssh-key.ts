import { readSshPublicKey } from "../azure/ssh-public-key";
import { isMachineType } from "../model/host";
import { knownBlocks } from "../model/known-blocks";
import { readLinked } from "../model/link";
import { follow } from "../model/model";
import { osConfiguration } from "../model/os-configuration";
import { quotedAddress } from "../model/quoted-address";
import { resourcesOf } from "../model/resources-of";
import { literalStart, type Value } from "../model/value";
import type { Rule } from "./rule";

const ALLOWED =
  'allowed is a public key in OpenSSH form, "ssh-ed25519 <base64>" or "ssh-rsa <base64>" of at least 2048 bits';
const FIX = 'pass the text of the .pub file, as of readFileSync("id_ed25519.pub", "utf8")';
const GENERATE = "; ssh-keygen -t ed25519 makes a pair";
const REPLACE = "; where the private key was synthesized or committed before, make a new pair";

/** None of its messages may hold a key: a private one is a secret, and what looks like none may be a part of one. */
export const adminSshKey: Rule = {
  id: "admin-ssh-key",
  title:
    "the SSH key of a machine's administrator is a public key that Azure takes: RSA of 2048 bits, or ED25519",
  why: "azurerm refuses any other text; a private key would be in cdk.tf.json by then, for all who can read that",
  source: "azurerm, internal/services/compute/validate (SSHKey); RFC 4253, 6.6",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, isMachineType).flatMap((entry) => {
      const configuration = osConfiguration(entry);
      if (configuration?.system !== "linux") return [];
      const blocks = knownBlocks(configuration.values, "admin_ssh_key");
      return blocks.flatMap(({ public_key }, at) => {
        const key = follow(model, readLinked(public_key, entry.stack, model.links));
        const problem = problemOf(certainText(key));
        const place = blocks.length > 1 ? ` ${at + 1} of ${blocks.length}` : "";
        return problem === undefined ? [] : [{ entry, message: `admin SSH key${place} ${problem}` }];
      });
    }),
};

/** Text that is there whatever Terraform makes of the rest: in front of a comment that it fills in, all that counts. */
function certainText(key: Value | undefined): string | undefined {
  if (key?.kind === "literal") return String(key.value);
  const start = literalStart(key);
  return PRIVATE.test(start) || /^\s*\S+\s+\S+\s/.test(start) ? start : undefined;
}

const PRIVATE = /BEGIN [A-Z0-9 ]*PRIVATE KEY|^PuTTY-User-Key-File/;
const PATH = /^(?:~|\.{0,2}[\\/]|[A-Za-z]:[\\/]).*|^\S+\.pub$/;

function problemOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (PRIVATE.test(text)) {
    return `is a private key, a secret that may stand neither in cdk.tf.json nor in the state; ${ALLOWED}; ${FIX}${REPLACE}`;
  }
  const fault = faultOf(text);
  return fault === undefined ? undefined : `${fault}; ${ALLOWED}; ${FIX}${GENERATE}`;
}

function faultOf(text: string): string | undefined {
  const key = readSshPublicKey(text);
  if (key?.type === "ssh-ed25519") return undefined;
  if (key?.rsaBits !== undefined) {
    return key.rsaBits < 2048 ? `is of type ssh-rsa with ${key.rsaBits} bits` : undefined;
  }
  if (key) return `is of type ${key.type}`;
  const given = text.trim();
  if (given === "") return "is empty";
  if (PATH.test(given)) return "is the path of a file, and not what is in the file";
  if (quotedAddress(given)) return "is the text of a Terraform address and refers to nothing";
  if (/BEGIN [A-Z0-9 ]*PUBLIC KEY/.test(given)) return "is a public key in PEM or SSH2 form";
  return "cannot be read: it is cut off, broken or no key at all";
}
