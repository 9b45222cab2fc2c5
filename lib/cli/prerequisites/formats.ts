export const FORMATS = ["text", "json", "markdown"] as const;

export type Format = (typeof FORMATS)[number];
