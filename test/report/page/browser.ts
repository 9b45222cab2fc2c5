import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { temporaryFolder } from "../../support";

const { chromiumPath } = require("../../chromium") as { readonly chromiumPath: () => string | undefined };

/** A page that is open, and all that went wrong with it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, messages of the console, and requests for anything but the file. */
  readonly complaints: readonly string[];
}

/** Chromium without a sandbox, which containers do not allow, and without a network to reach. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() as string, args: ["--no-sandbox"] });
}

/** Opens HTML as the file that a reader of an artifact opens. */
export async function open(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const file = join(temporaryFolder(), "report.html");
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.goto(url);
  return { page, complaints };
}
