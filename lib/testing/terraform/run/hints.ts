/** What Terraform says where the cause is how it was run, and what to do about it. */
const HINTS: readonly { readonly says: RegExp; readonly hint: string }[] = [
  {
    says: /Reattachment process not found|Plugin did not respond|transport: Error while dialing/,
    hint: "the process or server of the provider is gone; close it only when the last command is done",
  },
  {
    says: /no version is selected|Failed to query available provider packages|Missing required provider/,
    hint: "a provider is not served, and not to be had: with the stand-in none is downloaded, leave out the module that needs it; with the real provider the registry, or the mirror that your Terraform configuration names, has to answer",
  },
  {
    says: /Module not installed/,
    hint: "the configuration calls a module; call init() first",
  },
  {
    says: /Unsupported state file format/,
    hint: "terraform.tfstate in the folder of the workspace is no state of Terraform; remove it, or put back what was there",
  },
];

/** What else to say of a failure, as far as the cause is known. */
export function hintsFor(text: string): string[] {
  const line = text.replace(/\s+/g, " ");
  return HINTS.filter(({ says }) => says.test(line)).map(({ hint }) => hint);
}
