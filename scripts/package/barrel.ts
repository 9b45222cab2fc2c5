import type { Check } from "./check";
import { run } from "./command";
import { DEPENDENCIES, name } from "./manifest";

const BARREL = /[\\/]provider-azurerm[\\/]lib[\\/]index\.js$/;

export const barrel: Check = {
  claim: `require("${name}") loads neither the barrel of the provider, which costs a second and 300 MB, nor ${DEPENDENCIES.join(", ")}, which the command needs`,
  problemsOf: ({ consumer }) => {
    const program = `require("${name}"); console.log(Object.keys(require.cache).join("\\n"))`;
    const { succeeded, output } = run(process.execPath, ["-e", program], consumer);
    if (!succeeded) return [output];
    const isNeedless = (path: string) =>
      BARREL.test(path) || DEPENDENCIES.some((one) => path.includes(`node_modules/${one}/`));
    return output
      .split("\n")
      .map((path) => path.replaceAll("\\", "/"))
      .filter(isNeedless)
      .map((path) => `loaded: ${path}`);
  },
};
