import type { Diagnostic } from "./diagnostic";

/** A line of what `terraform plan -json` and others print while they run. */
export interface Message {
  readonly type: string;
  readonly diagnostic?: Diagnostic;
  readonly [field: string]: unknown;
}

/** What Terraform printed: lines of JSON, a whole document with diagnostics, and anything else as text. */
export function messagesOf(stdout: string): { messages: Message[]; diagnostics: Diagnostic[]; text: string } {
  const document = parsed(stdout);
  if (document !== undefined) return { messages: [], diagnostics: diagnosticsOf(document), text: "" };
  const messages: Message[] = [];
  const rest: string[] = [];
  for (const line of stdout.split("\n")) {
    const message = parsed(line);
    if (message === undefined) rest.push(line);
    else messages.push(message as Message);
  }
  return { messages, diagnostics: messages.flatMap(diagnosticsOf), text: rest.join("\n").trim() };
}

function diagnosticsOf(document: { diagnostic?: unknown; diagnostics?: unknown }): Diagnostic[] {
  if (Array.isArray(document.diagnostics)) return document.diagnostics;
  return document.diagnostic ? [document.diagnostic as Diagnostic] : [];
}

function parsed(text: string): object | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
