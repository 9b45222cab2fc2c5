import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { EverythingElseStack } from "../../../examples/everything-else/stack";
import { GitHubActionsStack } from "../../../examples/github-actions/stack";
import { newApp } from "../../support";
import { reportOf } from "../support";
import { launch, type OpenPage, open } from "./browser";
import { pageOf } from "./page-of";
import { awkwardStacks, EVIL, manyStacks } from "./stacks";

let browser: Browser;
let shop: string;
let crowd: string;

beforeAll(async () => {
  browser = await launch();
  const app = newApp();
  new EverythingElseStack(app, "everything-else");
  new GitHubActionsStack(app, "github-actions");
  app.synth();
  shop = await reportOf(app.outdir, "html");
  crowd = pageOf(manyStacks(200, 5));
});

afterAll(() => browser.close());

const opened: OpenPage[] = [];

async function see(html: string, options?: Parameters<typeof open>[2]): Promise<Page> {
  const one = await open(browser, html, options);
  opened.push(one);
  return one.page;
}

afterEach(async () => {
  for (const { page, complaints } of opened.splice(0)) {
    await page.close();
    expect(complaints).toEqual([]);
  }
});

const headings = (page: Page) => page.locator("h2").allTextContents();
const shownRows = (page: Page, part: string) => page.locator(`#${part} tbody tr:visible`).count();
const focused = (page: Page) => page.evaluate("document.activeElement.textContent");

test("the page that the command writes opens from a file, asks for nothing, and shows each part", async () => {
  const page = await see(shop);
  expect(await headings(page)).toEqual(["Picture", "Findings", "Identities", "Access", "Prerequisites"]);
  expect(await page.locator("#picture-svg .row:visible").count()).toBeGreaterThan(20);
  expect(await page.locator("#picture-svg").screenshot()).not.toHaveLength(0);
});

test("a search leaves what is linked with it in the picture and in the tables, and says how much that is", async () => {
  const page = await see(shop);
  const all = await shownRows(page, "access");
  await page.fill("#query", "acrpull");
  expect(await page.locator("#picture-svg .row:visible .name").allTextContents()).toEqual([
    "aks-orders",
    "ca-orders",
    "aks-orders",
    "id-orders-pulls",
    "AcrPull",
  ]);
  expect(await shownRows(page, "access")).toBe(2);
  expect(await page.locator("[role=status]#matches").textContent()).toContain(`Access 2 of ${all}`);
  expect(await page.locator("#access h2").getAttribute("data-count")).toBe(`2 of ${all}`);

  await page.keyboard.press("Escape");
  expect(await page.inputValue("#query")).toBe("");
  expect(await shownRows(page, "access")).toBe(all);
  expect(await page.locator("#matches").textContent()).toBe("");
});

test("a search that finds nothing says so in place of the parts, and a link to one of them ends it", async () => {
  const page = await see(shop);
  await page.fill("#query", " no such name ");
  expect(await page.locator("#matches").textContent()).toBe("Nothing matches “no such name”.");
  expect(await page.locator("h2:visible").count()).toBe(0);
  await page.locator("nav a", { hasText: "Access" }).click();
  expect(await page.inputValue("#query")).toBe("");
  expect(await page.locator("h2:visible").allTextContents()).toEqual(await headings(page));
  expect(await page.locator("#matches").textContent()).toBe("");
});

test("a search finds a binding by its path, and words in any order", async () => {
  const page = await see(shop);
  await page.fill("#query", "everything-else/pulls/images");
  expect(await page.locator("#picture-svg .row:visible .name").allTextContents()).toEqual([
    "ca-orders",
    "id-orders-pulls",
    "AcrPull",
  ]);
  await page.fill("#query", "contributor deploys");
  expect(await shownRows(page, "access")).toBe(1);
});

test("a group folds and unfolds, and the picture is then as it was", async () => {
  const page = await see(shop);
  const before = await page.locator("#picture-svg").innerHTML();
  const header = page.locator("#picture-svg .header").first();
  await header.click();
  expect(await header.getAttribute("aria-expanded")).toBe("false");
  expect(await page.locator("#picture-svg .row.host:visible").count()).toBe(0);
  expect((await page.locator("#picture-svg .panel").first().boundingBox())?.height).toBeLessThan(60);
  await header.click();
  await page.mouse.move(0, 0);
  await page.locator("#query").focus();
  expect(await page.locator("#picture-svg").innerHTML()).toBe(before);
});

test("who is pointed at, or has the focus, stands out with all that is linked with it", async () => {
  const page = await see(shop, { reducedMotion: "reduce" });
  const near = page.locator("#picture-svg .row.near .name");
  await page.locator("#picture-svg .row", { hasText: "func-orders" }).first().hover();
  expect(await near.allTextContents()).toEqual(["func-orders", "func-orders", "Storage Blob Data Owner"]);
  expect(await page.locator("#picture-svg .curve.near").count()).toBe(2);
  expect(
    await page
      .locator("#picture-svg .row:not(.near)")
      .first()
      .evaluate("(row) => getComputedStyle(row).opacity"),
  ).not.toBe("1");
  await page.mouse.move(0, 0);
  expect(await near.count()).toBe(0);
  await page.locator("#picture-svg .row", { hasText: "AcrPull" }).focus();
  expect(await near.allTextContents()).toEqual([
    "aks-orders",
    "ca-orders",
    "aks-orders",
    "id-orders-pulls",
    "AcrPull",
  ]);
});

test("a link to a row that a search hides ends the search", async () => {
  const page = await see(shop);
  await page.fill("#query", "group-token-cache");
  await page.locator("#findings tbody a").first().click();
  expect(await page.inputValue("#query")).toBe("");
  expect(await page.locator("#access tr:target").isVisible()).toBe(true);
});

test("links lead from a finding to its row, on to the picture, where it stands alone, and back to its table", async () => {
  const page = await see(shop);
  await page.locator("#findings tbody a").first().click();
  const row = page.locator("#access tr:target");
  expect(await row.textContent()).toContain("everything-else/web-app-in-group");
  await row.locator("a").first().click();
  const identity = page.locator("#identities tr:target");
  await identity.locator("th a").first().click();
  expect(await page.locator("#picture-svg .row:visible .name").allTextContents()).toEqual([
    "app-orders",
    "app-orders",
    "${var.group-object-id}",
  ]);
  expect(await focused(page)).toContain("system-assigned");
  expect(await page.locator("#alone").textContent()).toContain("app-orders (everything-else/web-app)");
  await page.locator("#alone-link").click();
  expect(page.url()).toContain((await identity.getAttribute("id")) ?? "?");

  await page.keyboard.press("Escape");
  expect(await page.locator("#alone").isVisible()).toBe(false);
  expect(await page.locator("#picture-svg .row:visible").count()).toBeGreaterThan(20);
});

test("every link of the page leads somewhere", async () => {
  const page = await see(shop);
  const lost = await page.evaluate(
    "[...document.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((href) => !document.querySelector(href))",
  );
  expect(lost).toEqual([]);
});

test("the keyboard alone goes through the picture: one stop, then along the lines", async () => {
  const page = await see(shop);
  for (let stops = 0; stops < 30 && !(await inPicture(page)); stops++) await page.keyboard.press("Tab");
  expect(await focused(page)).toMatch(/^everything-else, stack/);
  await page.keyboard.press("ArrowDown");
  const host = await focused(page);
  expect(host).toMatch(/^aks-orders .*kubernetes cluster$/);
  expect(await strokeOfFocus(page)).not.toBe(await strokeOf(page, ".row:not(:focus) .box"));

  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toMatch(/^aks-orders .*system-assigned$/);
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toMatch(/^Network Contributor at rg-orders/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  expect(await focused(page)).toBe(host);

  await page.keyboard.press("Enter");
  expect(await page.locator("#picture-svg .row.host:visible").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  expect(await page.locator("#picture-svg .row.host:visible").count()).toBe(0);
  await page.keyboard.press("Enter");
  expect(await page.locator("#picture-svg .row.host:visible").count()).toBe(4);
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  expect(await inPicture(page)).toBe(false);
});

test("of 200 identities the picture begins with a line for each group, and one identity is two clicks away", async () => {
  const page = await see(crowd);
  expect(await page.locator("#picture-svg .row:visible").count()).toBe(0);
  expect(await page.locator("#picture-svg .curve").count()).toBeLessThan(60);
  const team = page.locator("#picture-svg .column").nth(1).locator(".header", { hasText: "team-3" });
  await team.click();
  expect(await page.locator("#picture-svg .row:visible").count()).toBe(24);
  await page.locator("#picture-svg .row", { hasText: "id-orders-41" }).first().click();
  expect(await page.locator("#picture-svg .row.user-assigned:visible").count()).toBe(1);
  await page.locator("#alone-end").click();
  expect(await page.locator("#picture-svg .row:visible").count()).toBe(24);
});

test.each(["shop", "crowd", "awkward"])("of %s no text of the picture leaves its box", async (which) => {
  const page = await see(which === "shop" ? shop : which === "crowd" ? crowd : pageOf(awkwardStacks()));
  await page.locator("#unfold-all").click();
  const wider = await page.evaluate(`[...document.querySelectorAll("#picture-svg .row, #picture-svg .header")]
    .filter((part) => [...part.querySelectorAll("text")].some((text) => {
      const [inner, box] = [text, part.querySelector(".box")].map((one) => one.getBoundingClientRect());
      return inner.right > box.right || inner.left < box.left;
    })).map((part) => part.textContent)`);
  expect(wider).toEqual([]);
});

test.each([
  [390, 844],
  [1024, 768],
  [2560, 1440],
])("at %s x %s the page itself does not scroll sideways", async (width, height) => {
  for (const html of [shop, crowd, pageOf(awkwardStacks())]) {
    const page = await see(html, { viewport: { width, height } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  }
});

test.each([
  [1440, "fits", 1],
  [1024, "fits", 0.8],
  [390, "has to be scrolled, and says so", 1],
])("in a window of %s pixels the picture %s", async (width, _, least) => {
  const page = await see(shop, { viewport: { width, height: 844 } });
  const [inside, needed] = await page.evaluate<[number, number]>(
    "(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth])(document.querySelector('.scroll'))",
  );
  expect(await page.locator(".sideways").isVisible()).toBe(needed > inside);
  expect(needed > inside).toBe(width === 390);
  const scale = await page.evaluate<number>(
    "((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)(document.querySelector('#picture-svg'))",
  );
  expect(scale).toBeGreaterThanOrEqual(least - 0.01);
});

test.each([
  "light",
  "dark",
] as const)("in %s mode nothing stands in the way of assistive technology", async (colorScheme) => {
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  for (const [html, viewport] of [
    [shop, { width: 1440, height: 900 }],
    [shop, { width: 390, height: 844 }],
    [pageOf(awkwardStacks()), { width: 1024, height: 768 }],
  ] as const) {
    const page = await see(html, { colorScheme, viewport, reducedMotion: "reduce" });
    await page.fill("#query", "o");
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      "axe.run()",
    );
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test("dark mode has its own colours", async () => {
  const [light, dark] = await Promise.all(
    (["light", "dark"] as const).map(async (colorScheme) => {
      const page = await see(shop, { colorScheme });
      return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }),
  );
  expect(light).not.toBe(dark);
});

test("nothing moves where a reader wants no motion", async () => {
  const page = await see(shop, { reducedMotion: "reduce" });
  const moving = await page.evaluate(`[...document.querySelectorAll("*")]
    .filter((one) => getComputedStyle(one).transitionDuration !== "0s" || getComputedStyle(one).animationName !== "none").length`);
  expect(moving).toBe(0);
});

test("without a script the picture and all tables are there, and nothing that would do nothing", async () => {
  const page = await see(shop, { javaScriptEnabled: false });
  expect(await page.locator("#picture-svg .row:visible").count()).toBeGreaterThan(20);
  expect(await shownRows(page, "access")).toBeGreaterThan(5);
  expect(await page.locator("#query, button").filter({ visible: true }).count()).toBe(0);
});

test("names that look like HTML are text", async () => {
  const page = await see(pageOf(awkwardStacks(), EVIL));
  expect(await page.title()).toBe(`Azure identities of ${EVIL}`);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.locator("h3").allTextContents()).toEqual([EVIL]);
  await page.fill("#query", EVIL.slice(0, 12));
  expect(await page.locator("#picture-svg .row:visible").count()).toBeGreaterThan(2);
});

test("a script that got into the page would not run", async () => {
  const page = await see(
    shop.replace("<footer>", "<footer><script>document.title = 'taken'</script><style>*{color:red}</style>"),
  );
  expect(await page.title()).not.toBe("taken");
  expect(opened[0]?.complaints.join()).toMatch(/script.*Content Security Policy/);
  opened.splice(0);
  await page.close();
});

test("on paper there are no controls, and the picture is no wider than the page", async () => {
  const page = await see(shop, { viewport: { width: 700, height: 900 } });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav, #query, button").filter({ visible: true }).count()).toBe(0);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(700);
});

function inPicture(page: Page): Promise<boolean> {
  return page.evaluate("document.activeElement.closest('#picture-svg') !== null");
}

function strokeOfFocus(page: Page): Promise<string> {
  return strokeOf(page, ":focus .box");
}

function strokeOf(page: Page, selector: string): Promise<string> {
  return page.evaluate(`getComputedStyle(document.querySelector("${selector}")).stroke`);
}
