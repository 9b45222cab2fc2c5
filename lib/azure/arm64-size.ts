const SIZE = /^standard_/i;
const FEATURES = /^[A-Za-z]+\d+(?:-\d+)?([a-z]*)(?:_|$)/;

/**
 * Whether a size of virtual machines has an ARM64 processor: `p` among the small letters after the number of cores, as
 * in `Standard_D2ps_v5`; not the capitals of a family, as in `Standard_NP10s`.
 *
 * Source: Azure, Virtual machine sizes naming conventions (additive features: p = ARM-based processor).
 */
export function isArm64Size(size: string): boolean {
  return SIZE.test(size) && (FEATURES.exec(size.replace(SIZE, ""))?.[1]?.includes("p") ?? false);
}
