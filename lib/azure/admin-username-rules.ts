import type { NameRule } from "./name-rules";

const RESERVED = [
  ...["1", "123", "a", "actuser", "adm", "admin", "admin1", "admin2", "administrator", "aspnet", "backup"],
  ...[
    "console",
    "david",
    "guest",
    "john",
    "owner",
    "root",
    "server",
    "sql",
    "support",
    "support_388945a0",
    "sys",
  ],
  ...["test", "test1", "test2", "test3", "user", "user1", "user2", "user3", "user4", "user5"],
];
/** Accounts that Linux itself has. */
const OF_THE_SYSTEM = `abrt adm admin audio backup bin cdrom cgred console crontab daemon dbus dialout dip disk fax floppy
  ftp fuse games gnats gopher haldaemon halt irc kmem landscape libuuid list lock lp mail maildrop man mem messagebus
  mlocate modem netdev news nfsnobody nobody nogroup ntp operator oprofile plugdev polkituser postdrop postfix proxy
  public qpidd root rpc rpcuser sasl saslauth shadow shutdown slocate src ssh sshd staff stapdev stapusr sudo sync sys
  syslog tape tcpdump test trusted tty users utempter utmp uucp uuidd vcsa video voice wheel whoopsie www www-data
  wwwrun xok`;
const ANY = "\\s\\S";
const ANY_BUT_A_DOT = "\\u{0}-\\-\\/-\\u{10ffff}";

export const LINUX_ADMIN_USERNAME: NameRule = {
  min: 1,
  max: 64,
  chars: ANY,
  first: ANY,
  last: ANY,
  reserved: new Set(RESERVED),
  allowed: "1-64 characters, and none of the names that Azure reserves, such as admin, root, user and test",
  source: "azurerm, LinuxAdminUsername",
};

export const WINDOWS_ADMIN_USERNAME: NameRule = {
  ...LINUX_ADMIN_USERNAME,
  max: 20,
  last: ANY_BUT_A_DOT,
  allowed:
    "1-20 characters, the last one no dot, and none of the names that Azure reserves, such as administrator, admin, " +
    "user and test",
  source: "azurerm, WindowsAdminUsername",
};

/** azurerm looks for other names here, in any case; Azure for the same as ever. */
export const ORCHESTRATED_LINUX_ADMIN_USERNAME: NameRule = {
  ...LINUX_ADMIN_USERNAME,
  reservedInAnyCase: new Set([" ", ...OF_THE_SYSTEM.split(/\s+/)]),
  allowed:
    "1-64 characters, and none of the names that Azure reserves or Linux has, such as admin, root, users and daemon",
  source: "azurerm, azurerm_orchestrated_virtual_machine_scale_set (validateAdminUsernameLinux)",
};

export const ORCHESTRATED_WINDOWS_ADMIN_USERNAME: NameRule = {
  ...WINDOWS_ADMIN_USERNAME,
  reservedInAnyCase: new Set([" ", ...RESERVED]),
  source: "azurerm, azurerm_orchestrated_virtual_machine_scale_set (validateAdminUsernameWindows)",
};
