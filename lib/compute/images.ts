/** Ubuntu Server 24.04 LTS on generation 2 machines. */
export const UBUNTU = {
  publisher: "Canonical",
  offer: "ubuntu-24_04-lts",
  sku: "server",
  version: "latest",
};

/** Windows Server 2022 in the edition for Azure, on generation 2 machines. */
export const WINDOWS_SERVER = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-azure-edition",
  version: "latest",
};
