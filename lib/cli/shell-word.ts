/** A text as one word for a shell; names of folders may have spaces, and those of resource groups parentheses. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
