import type { Check } from "./check";
import { run } from "./command";
import { PEERS } from "./manifest";

export const assembly: Check = {
  claim: "the assembly of jsii depends on the peers that are jsii modules, and not on what the command needs",
  problemsOf: ({ tarball }) => {
    const { succeeded, output } = run("tar", ["-xzOf", tarball, "package/.jsii"]);
    if (!succeeded) return [output];
    const { dependencies = {} } = JSON.parse(output) as { readonly dependencies?: object };
    const [given, expected] = [Object.keys(dependencies), PEERS.map(([peer]) => peer)].map((names) =>
      names.sort().join(", "),
    );
    return given === expected ? [] : [`it depends on ${given}; expected are ${expected}`];
  },
};
