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
