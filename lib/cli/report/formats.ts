export const FORMATS = ["text", "json", "markdown", "mermaid", "html"] as const;

export type Format = (typeof FORMATS)[number];
