import type { CheckDocument } from "../../report/findings/check-document";

export const FORMATS = ["text", "json", "markdown", "sarif"] as const;

export type Format = (typeof FORMATS)[number];

/** A check in one of the formats; the code of each is loaded when it is asked for. */
export function writeCheck(document: CheckDocument, format: Format): string {
  switch (format) {
    case "text": {
      const { checkText } =
        require("../../report/findings/check-text") as typeof import("../../report/findings/check-text");
      return checkText(document);
    }
    case "markdown": {
      const { checkMarkdown } =
        require("../../report/findings/check-markdown") as typeof import("../../report/findings/check-markdown");
      return checkMarkdown(document);
    }
    case "sarif": {
      const { sarif } =
        require("../../report/findings/sarif") as typeof import("../../report/findings/sarif");
      const { uriIn, repositoryRoot } = require("./uri") as typeof import("./uri");
      const root = repositoryRoot(process.cwd());
      return json(sarif(document, (file) => uriIn(root, file)));
    }
    case "json":
      return json(document);
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
