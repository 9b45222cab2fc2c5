#!/usr/bin/env node
import { EXIT } from "./exit-code";
import { run } from "./program";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    // Who reads the output may stop before its end, as `head` does.
    if (code === "EPIPE") return;
    process.exitCode = EXIT.failed;
    if (stream === process.stdout) process.stderr.write(`the output cannot be written: ${code}\n`);
  });
}

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  columns: process.stdout.columns,
  env: process.env,
}).then((code) => {
  process.exitCode ??= code;
});
