import type { Check } from "./check";
import { run } from "./command";
import { name } from "./manifest";

const BARREL = /[\\/]provider-azurerm[\\/]lib[\\/]index\.js$/;

export const barrel: Check = {
  claim: `require("${name}") does not load the barrel of the provider, which costs a second and 300 MB`,
  problemsOf: ({ consumer }) => {
    const program = `require("${name}"); console.log(Object.keys(require.cache).join("\\n"))`;
    const { succeeded, output } = run(process.execPath, ["-e", program], consumer);
    if (!succeeded) return [output];
    const loaded = output.split("\n").filter((path) => BARREL.test(path));
    return loaded.map((path) => `loaded: ${path}`);
  },
};
