import type { IResolvable } from "cdktf";

/** What a Linux machine needs to know beside what every machine does. */
export interface LinuxProps {
  /** Name of the administrator: 1-64 characters, and none of the names that Azure reserves, such as `admin`. */
  readonly adminUsername: string;

  /**
   * Public key of the administrator in OpenSSH form: RSA of at least 2048 bits, or ED25519.
   *
   * @default - login by `adminPassword` alone
   */
  readonly sshPublicKey?: string;

  /**
   * More public keys that may log in as the administrator.
   *
   * @default - `sshPublicKey` alone
   */
  readonly additionalSshPublicKeys?: string[];

  /**
   * Password of the administrator, 6-72 characters: a reference, to a sensitive variable for example. Text written
   * out is a finding.
   *
   * @default - no login by password
   */
  readonly adminPassword?: string;
}

/** What a Windows machine needs to know beside what every machine does. */
export interface WindowsProps {
  /** Name of the administrator: 1-20 characters, and none of the names that Azure reserves, such as `admin`. */
  readonly adminUsername: string;

  /**
   * Password of the administrator, 8-123 characters: a reference, to a sensitive variable for example. Text written
   * out is a finding.
   */
  readonly adminPassword: string;

  /**
   * Time zone of the machine, by its Windows name such as `W. Europe Standard Time`. Changing it replaces the machine.
   *
   * @default - UTC
   */
  readonly timezone?: string;

  /**
   * Whether Windows installs updates itself. Changing it replaces the machine.
   *
   * @default true
   */
  readonly automaticUpdatesEnabled?: boolean | IResolvable;

  /**
   * Whether patches that allow it are installed without a restart. Needs `patchMode: "AutomaticByPlatform"` and an
   * image that can do it, as the default one can. A `ScaleSet` takes none of it.
   *
   * @default false
   */
  readonly hotpatchingEnabled?: boolean | IResolvable;
}
