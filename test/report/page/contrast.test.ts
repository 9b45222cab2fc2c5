import { pageStyle } from "../../../lib/report/page/script";

type Colours = Readonly<Record<string, string>>;

/** The colours of the page by name: light ones, and those that dark mode has in their place. */
function schemes(): Readonly<Record<"light" | "dark", Colours>> {
  const [light = {}, dark = {}] = [...pageStyle().matchAll(/:root \{(.*?)\}/gs)].map(([, block = ""]) =>
    Object.fromEntries(
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
    ),
  );
  return { light, dark };
}

const TEXT = 4.5;
const SHAPE = 3;

/** What stands on what, and the least contrast that WCAG 2.2 AA asks for it. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ...["text", "muted", "link"].flatMap((front) =>
    ["page", "panel", "box", "target"].map((back) => [front, back, TEXT] as const),
  ),
  ...["error", "warning", "information"].flatMap((front) =>
    ["page", "box", "target"].map((back) => [front, back, TEXT] as const),
  ),
  ...["role", "has", "federation", "member", "border", "focus"].flatMap((front) =>
    ["page", "panel", "box"].map((back) => [front, back, SHAPE] as const),
  ),
];

test.each(["light", "dark"] as const)("%s colours can be told apart", (scheme) => {
  const colours = schemes()[scheme];
  const poor = PAIRS.map(([front, back, least]) => ({
    front,
    back,
    least,
    ratio: ratio(colours, front, back),
  })).filter((pair) => !(pair.ratio >= pair.least));
  expect(poor).toEqual([]);
});

test("dark mode has a colour of its own for each", () => {
  const { light, dark } = schemes();
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

function ratio(colours: Colours, front: string, back: string): number {
  const [dim = 0, bright = 0] = [front, back]
    .map((name) => luminance(colours[name] ?? ""))
    .sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
