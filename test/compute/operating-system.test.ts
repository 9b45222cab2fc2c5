import { TerraformVariable } from "cdktf";
import { OperatingSystem, Vm, type VmProps, VmWithSystemIdentity } from "cdktf-azure-identity";
import { addresses } from "../constructs";
import { GROUP, newStack, SSH_KEY, synthesized } from "../support";

const MACHINE: Omit<VmProps, "operatingSystem"> = {
  ...GROUP,
  name: "vm-orders",
  size: "Standard_B2s",
  networkInterfaceIds: ["nic"],
};

function machine(operatingSystem: (password: string) => OperatingSystem, props: Partial<VmProps> = {}) {
  const stack = newStack();
  const password = new TerraformVariable(stack, "password", { type: "string", sensitive: true });
  new Vm(stack, "vm", { ...MACHINE, operatingSystem: operatingSystem(password.stringValue), ...props });
  const { azurerm_linux_virtual_machine: linux, azurerm_windows_virtual_machine: windows } =
    synthesized(stack).resource;
  return linux?.vm ?? windows?.vm;
}

const windows = (adminPassword: string) =>
  OperatingSystem.windows({ adminUsername: "azureuser", adminPassword });

test("a Windows machine logs in by password, with Windows Server 2022 unless another image is given", () => {
  expect(machine(windows)).toMatchObject({
    admin_username: "azureuser",
    admin_password: "${var.password}",
    source_image_reference: { publisher: "MicrosoftWindowsServer", sku: "2022-datacenter-azure-edition" },
  });
  expect(machine(windows, { sourceImageId: "/images/mine" }).source_image_reference).toBeUndefined();
});

test("a Windows machine has the address of the raw Windows machine with the same id", () => {
  const stack = newStack();
  new VmWithSystemIdentity(stack, "vm", { ...MACHINE, operatingSystem: windows("${var.password}") });
  expect(addresses(stack)).toEqual(["azurerm_windows_virtual_machine.vm"]);
  expect(synthesized(stack).resource.azurerm_windows_virtual_machine.vm.identity).toEqual({
    type: "SystemAssigned",
  });
});

test("what is particular to Windows is passed on", () => {
  const operatingSystem = (adminPassword: string) =>
    OperatingSystem.windows({
      adminUsername: "azureuser",
      adminPassword,
      timezone: "W. Europe Standard Time",
      automaticUpdatesEnabled: false,
      hotpatchingEnabled: true,
    });
  expect(machine(operatingSystem, { patchMode: "AutomaticByPlatform" })).toMatchObject({
    timezone: "W. Europe Standard Time",
    automatic_updates_enabled: false,
    hotpatching_enabled: true,
    patch_mode: "AutomaticByPlatform",
  });
});

test("a Linux machine with a password lets it log in, with or without a key", () => {
  const byPassword = (adminPassword: string) =>
    OperatingSystem.linux({ adminUsername: "azureuser", adminPassword });
  expect(machine(byPassword)).toMatchObject({
    admin_password: "${var.password}",
    disable_password_authentication: false,
  });
  expect(machine(byPassword).admin_ssh_key).toBeUndefined();
  const byBoth = (adminPassword: string) =>
    OperatingSystem.linux({ adminUsername: "azureuser", adminPassword, sshPublicKey: SSH_KEY });
  expect(machine(byBoth).admin_ssh_key).toHaveLength(1);
});

test("a Linux machine that nobody could log in to is refused", () => {
  expect(() => OperatingSystem.linux({ adminUsername: "azureuser" })).toThrow(
    "a linux machine has neither sshPublicKey nor adminPassword; allowed is one of the two or both; pass sshPublicKey",
  );
});

test("one operating system can serve several machines", () => {
  const stack = newStack();
  const operatingSystem = OperatingSystem.linux({ adminUsername: "azureuser", sshPublicKey: SSH_KEY });
  for (const id of ["a", "b"]) new Vm(stack, id, { ...MACHINE, name: `vm-${id}`, operatingSystem });
  expect(addresses(stack)).toEqual(["azurerm_linux_virtual_machine.a", "azurerm_linux_virtual_machine.b"]);
});

test("what most machines leave alone is passed on in azurerm's words", () => {
  expect(
    machine(windows, {
      availabilitySetId: "set",
      bootDiagnostics: {},
      dedicatedHostId: "host",
      encryptionAtHostEnabled: true,
      evictionPolicy: "Deallocate",
      licenseType: "Windows_Server",
      maxBidPrice: -1,
      patchAssessmentMode: "AutomaticByPlatform",
      plan: { name: "n", product: "p", publisher: "q" },
      priority: "Spot",
      proximityPlacementGroupId: "group",
      secureBootEnabled: true,
      userData: '${base64encode("x")}',
      vtpmEnabled: true,
      osDisk: { diskEncryptionSetId: "keys" },
    }),
  ).toMatchObject({
    availability_set_id: "set",
    boot_diagnostics: {},
    dedicated_host_id: "host",
    encryption_at_host_enabled: true,
    eviction_policy: "Deallocate",
    license_type: "Windows_Server",
    max_bid_price: -1,
    patch_assessment_mode: "AutomaticByPlatform",
    plan: { name: "n", product: "p", publisher: "q" },
    priority: "Spot",
    proximity_placement_group_id: "group",
    secure_boot_enabled: true,
    user_data: '${base64encode("x")}',
    vtpm_enabled: true,
    os_disk: { disk_encryption_set_id: "keys" },
  });
});
