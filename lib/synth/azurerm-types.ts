import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Types of resources in the bindings of azurerm that are installed; none where a bundle holds these. */
export function azurermTypes(): Set<string> {
  try {
    // The names of their folders, as loading the bindings themselves takes a second.
    const folder = dirname(require.resolve("@cdktf/provider-azurerm/package.json"));
    const names = readdirSync(join(folder, "lib"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(?:data-azurerm-|provider$)/.test(entry.name))
      .map(({ name }) => `azurerm_${name.replaceAll("-", "_")}`);
    return new Set(names);
  } catch {
    return new Set();
  }
}
