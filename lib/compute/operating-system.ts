import type { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import type { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import type { WindowsVirtualMachine } from "@cdktf/provider-azurerm/lib/windows-virtual-machine";
import type { WindowsVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/windows-virtual-machine-scale-set";
import type { Construct } from "constructs";
import type { MachineConfig } from "./machine-config";
import type { LinuxProps, WindowsProps } from "./operating-system-props";
import { linuxConfiguration, type OsConfiguration, windowsConfiguration } from "./os-configuration";
import type { ScaleSetConfig } from "./scale-set-config";

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

  /**
   * Makes the resource of a scale set with uniform orchestration.
   *
   * @internal
   */
  public abstract _createScaleSet(
    scope: Construct,
    id: string,
    config: ScaleSetConfig,
  ): LinuxVirtualMachineScaleSet | WindowsVirtualMachineScaleSet;

  /**
   * Login and names for a scale set with flexible orchestration, which has one resource for all systems.
   *
   * @internal
   */
  public abstract _osConfiguration(computerNamePrefix: string | undefined): OsConfiguration;

  /**
   * What a scale set with uniform orchestration cannot be given, each with the fix.
   *
   * @internal
   */
  public _uniformProblems(): string[] {
    return [];
  }
}

/** The provider's class of a machine is large: a stack loads that of the operating system that it uses. */
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
    const { createLinuxMachine } = require("./linux") as typeof import("./linux");
    return createLinuxMachine(scope, id, config, this.props);
  }

  public override _createScaleSet(
    scope: Construct,
    id: string,
    config: ScaleSetConfig,
  ): LinuxVirtualMachineScaleSet {
    const { createLinuxScaleSet } = require("./linux-scale-set") as typeof import("./linux-scale-set");
    return createLinuxScaleSet(scope, id, config, this.props);
  }

  public override _osConfiguration(computerNamePrefix: string | undefined): OsConfiguration {
    return linuxConfiguration(this.props, computerNamePrefix);
  }
}

class Windows extends OperatingSystem {
  public constructor(private readonly props: WindowsProps) {
    super();
  }

  public override _createMachine(scope: Construct, id: string, config: MachineConfig): WindowsVirtualMachine {
    const { createWindowsMachine } = require("./windows") as typeof import("./windows");
    return createWindowsMachine(scope, id, config, this.props);
  }

  public override _createScaleSet(
    scope: Construct,
    id: string,
    config: ScaleSetConfig,
  ): WindowsVirtualMachineScaleSet {
    const { createWindowsScaleSet } = require("./windows-scale-set") as typeof import("./windows-scale-set");
    return createWindowsScaleSet(scope, id, config, this.props);
  }

  public override _osConfiguration(computerNamePrefix: string | undefined): OsConfiguration {
    return windowsConfiguration(this.props, computerNamePrefix);
  }

  public override _uniformProblems(): string[] {
    const { hotpatchingEnabled = false } = this.props;
    if (hotpatchingEnabled === false) return [];
    return [
      "hotpatchingEnabled is given for a scale set with uniform orchestration: allowed are machines and an " +
        "OrchestratedScaleSet; remove it",
    ];
  }
}
