/** The same for one element of a stack, however it was come by. */
export function addressKey({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return `${stack}|${address}`;
}
