import { all, type Check, matches, matchesNot } from "./check";
import { atMost } from "./sdk";

/** Compared in exactly this case. Source: azurerm, internal/services/compute/validate, LinuxAdminUsername. */
const DISALLOWED_NAMES = new Set(
  `administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup console david
  guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5`.split(/\s+/),
);

const allowedName: Check = (value, key) =>
  DISALLOWED_NAMES.has(value)
    ? `"${key}" specified is not allowed, got "${value}", cannot match: "${[...DISALLOWED_NAMES].join(", ")}"`
    : undefined;

/** Source: azurerm, internal/services/compute/validate, LinuxAdminUsername and WindowsAdminUsername. */
export const ADMIN_USERNAME = {
  linux: all(matches(/\S/, "must not be empty"), atMost(64), allowedName),
  windows: all(
    matches(/\S/, "must not be empty"),
    atMost(20),
    matchesNot(/\.$/, "cannot end with a period"),
    allowedName,
  ),
};

/** Accounts of Linux, in any case. Source: azurerm, internal/services/compute (validateAdminUsernameLinux). */
const ACCOUNTS = new Set(
  `abrt adm admin audio backup bin cdrom cgred console crontab daemon dbus dialout dip disk fax floppy ftp fuse games
  gnats gopher haldaemon halt irc kmem landscape libuuid list lock lp mail maildrop man mem messagebus mlocate modem
  netdev news nfsnobody nobody nogroup ntp operator oprofile plugdev polkituser postdrop postfix proxy public qpidd root
  rpc rpcuser sasl saslauth shadow shutdown slocate src ssh sshd staff stapdev stapusr sudo sync sys syslog tape tcpdump
  test trusted tty users utempter utmp uucp uuidd vcsa video voice wheel whoopsie www www-data wwwrun xok`.split(
    /\s+/,
  ),
);

function inAnyCaseNot(names: ReadonlySet<string>): Check {
  return (value, key) =>
    names.has(value.toLowerCase()) || value === " "
      ? `"${key}" can not be one of [${[...names].join(" ")}], got "${value}"`
      : undefined;
}

/** What scale sets with flexible orchestration ask for. Source: azurerm, internal/services/compute (validation). */
export const ORCHESTRATED_ADMIN_USERNAME = {
  linux: all(inAnyCaseNot(ACCOUNTS), matches(/^.{1,64}$/s, "must be between 1 and 64 characters in length")),
  windows: all(
    inAnyCaseNot(DISALLOWED_NAMES),
    matchesNot(/\.$/, "can not end with a `.`"),
    matches(/^.{1,20}$/s, "must be between 1 and 20 characters in length"),
  ),
};

const DISALLOWED_PASSWORDS = new Set(
  "abc@123 P@$$w0rd P@ssw0rd P@ssword123 Pa$$word pass@word1 Password! Password1 Password22 iloveyou!".split(
    " ",
  ),
);
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^\d\w]/];

/** Source: azurerm, internal/services/compute/validate, LinuxAdminPassword and WindowsAdminPassword. */
function password(min: number, max: number): Check {
  return (value, key) => {
    const length = Buffer.byteLength(value);
    if (length < min || length > max)
      return `"${key}" must be between ${min} and ${max} characters, got ${length}`;
    if (CLASSES.filter((each) => each.test(value)).length < 3) {
      return `"${key}" has to fulfill 3 out of these 4 conditions: has lower characters, has upper characters, has a digit, has a special character other than _`;
    }
    return DISALLOWED_PASSWORDS.has(value) ? `"${key}" specified is not allowed` : undefined;
  };
}

export const ADMIN_PASSWORD = { linux: password(6, 72), windows: password(8, 123) };
