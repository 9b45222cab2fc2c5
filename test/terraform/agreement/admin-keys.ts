import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { OrchestratedVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/orchestrated-virtual-machine-scale-set";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { OperatingSystem, Vm } from "cdktf-azure-identity";
import { ecdsaLine, PEM, rsaLine } from "../../ssh-keys";
import { PLACE, rawVm, SSH_KEY, SUBNET_ID, VM_PROPS } from "./parts";
import { LATE } from "./reasons";
import type { Theme } from "./small-stack";

const PATH = "~/.ssh/id_ed25519.pub";
const PRIVATE = `${PEM}\nbm90IGEgc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----\n`;
const LOGIN = { adminUsername: "azureuser" };

function ofAdministrator(publicKey: string) {
  return [{ username: "azureuser", publicKey }];
}

function own(stack: TerraformStack, sshPublicKey: string): void {
  const operatingSystem = OperatingSystem.linux({ ...LOGIN, sshPublicKey });
  new Vm(stack, "vm", { ...VM_PROPS, operatingSystem });
}

function raw(stack: TerraformStack, publicKey: string): void {
  rawVm(stack, "vm", { adminSshKey: ofAdministrator(publicKey) });
}

function uniform(stack: TerraformStack, publicKey: string): void {
  new LinuxVirtualMachineScaleSet(stack, "set", {
    ...PLACE,
    ...LOGIN,
    name: "vmss-orders",
    sku: "Standard_B2s",
    instances: 1,
    adminSshKey: ofAdministrator(publicKey),
    osDisk: { caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
    sourceImageReference: { publisher: "shop", offer: "orders", sku: "server", version: "latest" },
    networkInterface: [
      { name: "nic", primary: true, ipConfiguration: [{ name: "ip", primary: true, subnetId: SUBNET_ID }] },
    ],
  });
}

function flexible(stack: TerraformStack, publicKey: string): void {
  new OrchestratedVirtualMachineScaleSet(stack, "set", {
    ...PLACE,
    name: "vmss-orders",
    platformFaultDomainCount: 1,
    skuName: "Standard_B2s",
    osProfile: { linuxConfiguration: { ...LOGIN, adminSshKey: ofAdministrator(publicKey) } },
  });
}

function variable(stack: TerraformStack): string {
  return new TerraformVariable(stack, "key", { type: "string" }).stringValue;
}

const rules = ["error admin-ssh-key"] as const;

export const ADMIN_KEYS: Theme = {
  title: "SSH keys of administrators",
  file: "admin-keys.ts",
  stacks: [
    {
      title: "a Vm is given the path of a key",
      rules,
      terraform: 'fails at validate: "admin_ssh_key.0.public_key" is not a complete SSH2 Public Key',
      build: (stack) => own(stack, PATH),
    },
    {
      title: "a Vm is given a private key",
      rules,
      terraform: 'fails at validate: decoding "admin_ssh_key.0.public_key" for public key data',
      build: (stack) => own(stack, PRIVATE),
    },
    {
      title: "a raw machine has an ECDSA key",
      rules,
      terraform:
        "fails at validate: - the provided ecdsa-sha2-nistp256 SSH key is not supported. Only RSA and ...",
      build: (stack) => raw(stack, ecdsaLine()),
    },
    {
      title: "a raw machine has an empty key",
      rules,
      terraform:
        'fails at validate: expected "admin_ssh_key.0.public_key" to not be an empty string or whitespace',
      build: (stack) => raw(stack, ""),
    },
    {
      title: "a raw machine has a key that is cut off",
      rules,
      terraform: 'fails at validate: parsing "admin_ssh_key.0.public_key" as a public key object',
      build: (stack) => raw(stack, SSH_KEY.slice(0, -4)),
    },
    {
      title: "a uniform scale set has an RSA key of 1024 bits",
      rules,
      terraform:
        "fails at validate: - the provided RSA SSH key has 1024 bits. Only ssh-rsa keys with 2048 bits or ...",
      build: (stack) => uniform(stack, rsaLine(1024)),
    },
    {
      title: "a uniform scale set has an RSA key of 2048 bits, with a comment",
      build: (stack) => uniform(stack, `${rsaLine(2048)} orders@shop`),
    },
    {
      title: "a flexible scale set is given the path of a key",
      rules,
      terraform:
        'fails at validate: "os_profile.0.linux_configuration.0.admin_ssh_key.0.public_key" is not a ...',
      build: (stack) => flexible(stack, PATH),
    },
    {
      title: "the key of a raw machine is a variable that holds a path",
      terraform: 'fails at plan: "admin_ssh_key.0.public_key" is not a complete SSH2 Public Key',
      reason: LATE,
      build: (stack) => raw(stack, variable(stack)),
      variables: { key: PATH },
    },
  ],
};
