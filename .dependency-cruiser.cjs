/** Rooms of lib from the ground up: each may import from those before it that it lists. */
const ALLOWED = {
  azure: [],
  model: ["azure"],
  rules: ["model", "azure"],
  prerequisites: ["model", "azure"],
  report: ["rules", "prerequisites", "model", "azure"],
  cli: ["report", "rules", "prerequisites", "model", "azure"],
  testing: ["synth", "report", "rules", "model", "azure"],
  synth: ["rules", "report", "prerequisites", "model", "azure"],
  azapi: ["synth"],
  access: ["identity", "synth", "model", "azure"],
  compute: ["azapi", "access", "identity", "synth", "model", "azure"],
  identity: ["access", "synth", "prerequisites", "model", "azure"],
  verification: ["access", "identity", "compute", "synth", "model", "azure"],
};

const directions = Object.entries(ALLOWED).map(([room, allowed]) => ({
  name: `${room}-imports-downward`,
  comment: `lib/${room} may import ${allowed.map((other) => `lib/${other}`).join(", ") || "nothing of lib"}`,
  severity: "error",
  from: { path: `^lib/${room}/` },
  to: { path: "^lib/", pathNot: `^lib/(?:${[room, ...allowed].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "engine-free",
      comment:
        "azure, model, rules, prerequisites, report and cli know neither cdktf nor a provider, directly or not",
      severity: "error",
      from: { path: "^lib/(?:azure|model|rules|prerequisites|report|cli)/" },
      to: { path: "node_modules/(?:cdktf|constructs|@cdktf)/", reachable: true },
    },
    {
      name: "independent-witness",
      comment:
        "Azure's stand-in is what the rules are compared with: it shares none of their code, and no engine",
      severity: "error",
      from: { path: "^lib/testing/terraform/" },
      to: { path: ["node_modules/(?:cdktf|constructs|@cdktf)/", "^lib/rules/"], reachable: true },
    },
    {
      name: "no-provider-barrel",
      comment: "the barrel of the provider costs every process a second and 300 MB: import from its lib/",
      severity: "error",
      from: {},
      to: { path: "node_modules/@cdktf/provider-azurerm/lib/index" },
    },
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^lib/" }, to: {} },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default"] },
  },
};
