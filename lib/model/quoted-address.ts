/** `azurerm_x.y.id`, `data.azurerm_x.y[0].id`, `var.x`, `local.x`, `module.x.y`. */
const ADDRESS = String.raw`(?:(?:data\.)?[a-z][a-z0-9]*_\w+\.|(?:var|local|module|each|count)\.)[A-Za-z_][\w-]*(?:\[[^\]]*\]|\.[\w-]+)*`;

const WHOLE = new RegExp(`^["'\`\\s]*\\$*\\(?\\s*(${ADDRESS})\\s*\\)?["'\`\\s]*$`);
const IN_BRACES = new RegExp(`\\{\\s*(${ADDRESS})\\s*\\}`);

/**
 * The Terraform address that a literal text is, alone or in quotes, or that stands in braces somewhere in it: it was
 * meant to be a reference, and Terraform takes it as text. `undefined` for other text.
 */
export function quotedAddress(text: string): string | undefined {
  return WHOLE.exec(text)?.[1] ?? IN_BRACES.exec(text)?.[1];
}
