const { existsSync } = require("node:fs");
const { delimiter, join } = require("node:path");

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser for tests that open a page: what CHROMIUM_PATH names, or what a system calls its Chromium. */
function chromiumPath() {
  const { CHROMIUM_PATH: given, PATH = "" } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [given ?? "", ...candidates].find((file) => file !== "" && existsSync(file));
}

module.exports = { chromiumPath };
