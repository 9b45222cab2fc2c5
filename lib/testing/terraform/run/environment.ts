/** Anything of Terraform that is set outside would make what runs here depend on it: variables, arguments, a log. */
const OF_TERRAFORM = /^(?:TF_|TERRAFORM_CONFIG$)/i;

/** Where the user has Terraform find providers. */
const INSTALLATION = [
  "TF_CLI_CONFIG_FILE",
  "TERRAFORM_CONFIG",
  "TF_PLUGIN_CACHE_DIR",
  "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE",
];

/** The environment of this process for Terraform that asks nobody, reports to nobody and knows nothing of the user's. */
export function environment(settings: {
  /** An empty file: without one Terraform reads the user's. @default - it shall read the user's */
  readonly configFile?: string;
  readonly reattach?: string;
}): NodeJS.ProcessEnv {
  const { configFile, reattach } = settings;
  const outside = Object.entries(process.env).filter(
    ([name]) => !OF_TERRAFORM.test(name) || (configFile === undefined && INSTALLATION.includes(name)),
  );
  return {
    ...Object.fromEntries(outside),
    ...(configFile !== undefined && { TF_CLI_CONFIG_FILE: configFile }),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    ...(reattach !== undefined && { TF_REATTACH_PROVIDERS: reattach }),
  };
}
