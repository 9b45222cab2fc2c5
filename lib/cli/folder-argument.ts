/** Where cdktf writes, unless the project says otherwise. */
export const DEFAULT_FOLDER = "cdktf.out";

/** The argument that all commands about a project take. */
export const FOLDER = [
  "[dir]",
  "output folder of cdktf synth, or any folder with Terraform JSON",
  DEFAULT_FOLDER,
] as const;
