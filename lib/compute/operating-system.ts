import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { Construct } from "constructs";
import type { MachineConfig } from "./machine-config";

/** What a Linux machine needs to know beside what every machine does. */
export interface LinuxProps {
  /** Name of the administrator: 1-64 characters, and none of the names that Azure reserves, such as `admin`. */
  readonly adminUsername: string;

  /** Public key of the administrator in OpenSSH form: RSA of at least 2048 bits, or ED25519. */
  readonly sshPublicKey: string;

  /**
   * More public keys that may log in as the administrator.
   *
   * @default - `sshPublicKey` alone
   */
  readonly additionalSshPublicKeys?: string[];
}

/** The operating system of a machine, with what is particular to it. */
export abstract class OperatingSystem {
  /** Linux, with login by SSH key; passwords are off. */
  public static linux(props: LinuxProps): OperatingSystem {
    return new Linux(props);
  }

  /**
   * Makes the machine's resource.
   *
   * @internal
   */
  public abstract _createMachine(scope: Construct, id: string, config: MachineConfig): LinuxVirtualMachine;
}

/** Ubuntu Server 24.04 LTS on generation 2 machines. */
const UBUNTU = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };

class Linux extends OperatingSystem {
  public constructor(private readonly props: LinuxProps) {
    super();
  }

  public override _createMachine(scope: Construct, id: string, config: MachineConfig): LinuxVirtualMachine {
    const { adminUsername: username, sshPublicKey, additionalSshPublicKeys = [] } = this.props;
    return new LinuxVirtualMachine(scope, id, {
      ...(config.sourceImageId === undefined ? { sourceImageReference: UBUNTU } : {}),
      ...config,
      adminUsername: username,
      disablePasswordAuthentication: true,
      adminSshKey: [sshPublicKey, ...additionalSshPublicKeys].map((publicKey) => ({ username, publicKey })),
    });
  }
}
