/** Version of this library, which is that of the command. */
export function libraryVersion(): string {
  return (require("../../package.json") as { readonly version: string }).version;
}
