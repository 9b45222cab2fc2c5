import fc from "fast-check";
import { fitted, textWidth } from "../../../lib/report/page/picture/text-width";

test("a text that fits is left as it is, and one that does not loses its middle until it fits", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 40, max: 400 }),
      (text, width) => {
        const shown = fitted(text, 13, width);
        expect(textWidth(shown, 13)).toBeLessThanOrEqual(width);
        if (textWidth(text, 13) <= width) expect(shown).toBe(text);
        const [head = "", tail = ""] = shown === text ? [text] : shown.split(/…(?=[^…]*$)/);
        expect(text.startsWith(head)).toBe(true);
        expect(text.endsWith(tail)).toBe(true);
      },
    ),
  );
});

test("names of a kind stay apart, as they differ at their ends", () => {
  const names = ["01", "02"].map((end) => fitted(`vm-platform-shared-services-westeurope-${end}`, 13, 150));
  expect(names).toEqual(["vm-platfor…teurope-01", "vm-platfor…teurope-02"]);
});
