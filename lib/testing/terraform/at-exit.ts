const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const open = new Set<() => void>();

/**
 * Has something done should the process end first, by itself or by a signal. It must not wait for anything, as nothing
 * waits at the end.
 *
 * @returns what takes it back
 */
export function atExit(clean: () => void): () => void {
  if (open.size === 0) listen();
  open.add(clean);
  return () => {
    if (open.delete(clean) && open.size === 0) ignore();
  };
}

function listen(): void {
  process.on("exit", cleanAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function ignore(): void {
  process.off("exit", cleanAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  cleanAll();
  // Who listens ends the process in a way of their own; with no one left the signal does, as without this module.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function cleanAll(): void {
  ignore();
  for (const clean of open) clean();
  open.clear();
}
