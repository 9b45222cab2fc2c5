import { identityGraph } from "../../report/graph/identity-graph";
import type { Project } from "../project/project";
import { documentOf } from "./document-of";
import type { Format } from "./formats";

/** How a report is written: what it is of, and the width of lines where it is for a terminal. */
export interface ReportOptions {
  readonly title: string;
  readonly width: number;
}

type Writer = (project: Project, options: ReportOptions) => string;

/** The code of a format is loaded when it is asked for. */
const WRITERS: Readonly<Record<Format, Writer>> = {
  text: (project, { width }) => {
    const { textReport } =
      require("../../report/text/text-report") as typeof import("../../report/text/text-report");
    return textReport(documentOf(project), width);
  },
  json: (project) => `${JSON.stringify(documentOf(project), undefined, 2)}\n`,
  markdown: (project) => {
    const { markdownReport } =
      require("../../report/markdown/markdown-report") as typeof import("../../report/markdown/markdown-report");
    return markdownReport(documentOf(project));
  },
  mermaid: ({ model, notices }) => {
    const { mermaidReport } =
      require("../../report/mermaid/mermaid-report") as typeof import("../../report/mermaid/mermaid-report");
    return mermaidReport(identityGraph(model), notices);
  },
  html: (project, { title }) => {
    const { reportPage } =
      require("../../report/page/report-page") as typeof import("../../report/page/report-page");
    return reportPage({ title, graph: identityGraph(project.model), document: documentOf(project) });
  },
};

/** A project as a report in one of the formats. */
export function writeReport(project: Project, format: Format, options: ReportOptions): string {
  return WRITERS[format](project, options);
}
