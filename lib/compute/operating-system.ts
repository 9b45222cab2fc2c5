import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { Construct } from "constructs";
import type { MachineConfig } from "./machine-config";
import type { LinuxProps, WindowsProps } from "./operating-system-props";

/** The operating system of a machine, with what is particular to it. */
export abstract class OperatingSystem {
  /**
   * Linux, with login by SSH key; passwords are off unless one is given.
   *
   * @throws when there is neither a key nor a password: nobody could log in, and azurerm refuses the machine at apply
   */
  public static linux(props: LinuxProps): OperatingSystem {
    return new Linux(props);
  }

  /** Windows, with login by password. */
  public static windows(props: WindowsProps): OperatingSystem {
    return new Windows(props);
  }

  /**
   * Makes the machine's resource.
   *
   * @internal
   */
  public abstract _createMachine(
    scope: Construct,
    id: string,
    config: MachineConfig,
  ): LinuxVirtualMachine | WindowsVirtualMachine;
}

/** Ubuntu Server 24.04 LTS on generation 2 machines. */
const UBUNTU = { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" };

class Linux extends OperatingSystem {
  public constructor(private readonly props: LinuxProps) {
    super();
    if (props.sshPublicKey === undefined && props.adminPassword === undefined) {
      throw new Error(
        "a linux machine has neither sshPublicKey nor adminPassword; allowed is one of the two or both; pass sshPublicKey",
      );
    }
  }

  public override _createMachine(scope: Construct, id: string, config: MachineConfig): LinuxVirtualMachine {
    const { adminUsername: username, adminPassword, sshPublicKey, additionalSshPublicKeys = [] } = this.props;
    const keys = [...(sshPublicKey === undefined ? [] : [sshPublicKey]), ...additionalSshPublicKeys];
    return new LinuxVirtualMachine(scope, id, {
      ...(config.sourceImageId === undefined ? { sourceImageReference: UBUNTU } : {}),
      ...config,
      adminUsername: username,
      adminPassword,
      disablePasswordAuthentication: adminPassword === undefined,
      ...(keys.length > 0 ? { adminSshKey: keys.map((publicKey) => ({ username, publicKey })) } : {}),
    });
  }
}

/** Windows Server 2022 in the edition for Azure, on generation 2 machines. */
const WINDOWS_SERVER = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-azure-edition",
  version: "latest",
};

class Windows extends OperatingSystem {
  public constructor(private readonly props: WindowsProps) {
    super();
  }

  public override _createMachine(scope: Construct, id: string, config: MachineConfig): WindowsVirtualMachine {
    return new WindowsVirtualMachine(scope, id, {
      ...(config.sourceImageId === undefined ? { sourceImageReference: WINDOWS_SERVER } : {}),
      ...config,
      ...this.props,
    });
  }
}
