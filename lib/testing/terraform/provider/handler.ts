import type { sendUnaryData } from "@grpc/grpc-js";
import { Refusal } from "./behaviour";
import { thrownDiagnostic } from "./diagnostics";
import type { LogEntry } from "./log";
import type { RpcRequest, RpcResponse } from "./protocol";
import type { ObjectValue } from "./value";

/** How one call is answered. */
export interface Handler {
  run(request: RpcRequest): Answer;
}

export interface Answer {
  readonly response: RpcResponse;
  /** The object that it is about, for the log. */
  readonly about?: ObjectValue | null;
}

type Unary = (call: { readonly request: RpcRequest }, callback: sendUnaryData<RpcResponse>) => void;

/** The handler as gRPC calls it: whatever is thrown becomes a diagnostic, and each call an entry of the log. */
export function answering(
  handler: Handler,
  note: (entry: Pick<LogEntry, "type" | "id" | "outcome" | "stack">) => void,
): Unary {
  return ({ request }, callback) => {
    const type = request.type_name || undefined;
    try {
      const { response, about } = handler.run(request);
      const refused = response.diagnostics?.some(({ severity }) => severity === "ERROR");
      const id = request.id || about?.id;
      note({ type, ...(typeof id === "string" && { id }), outcome: refused ? "refused" : "done" });
      callback(null, response);
    } catch (thrown) {
      const defect = !(thrown instanceof Refusal);
      note({ type, outcome: defect ? "defect" : "refused", ...(defect && { stack: stackOf(thrown) }) });
      callback(null, { diagnostics: [thrownDiagnostic(thrown)] });
    }
  };
}

function stackOf(thrown: unknown): string {
  return (thrown instanceof Error && thrown.stack) || String(thrown);
}
