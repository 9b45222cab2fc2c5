import fc from "fast-check";
import { html, jsonScript } from "../../../lib/report/page/html";

const MARKUP = fc.array(
  fc.oneof(fc.string(), fc.constantFrom("<", ">", "&", '"', "'", "</script>", "<!--", "]]>", "&lt;", "${x}")),
  { maxLength: 8 },
);

test("a text in HTML stays text, in content and in an attribute", () => {
  fc.assert(
    fc.property(MARKUP, (pieces) => {
      const text = pieces.join("");
      const written = html`<p title="${text}">${text}</p>`.text;
      const [, title, content] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(written) ?? [];
      expect([title, content].map(unescaped)).toEqual([text, text]);
    }),
  );
});

test("HTML in HTML stays HTML, lists are joined, and what is not defined is nothing", () => {
  const items = ["a", "b"].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${undefined}${0}</ul>`.text).toBe("<ul><li>a</li><li>b</li>0</ul>");
});

test("data for a script is what it was, and cannot end the script", () => {
  fc.assert(
    fc.property(MARKUP, (pieces) => {
      const [, json = ""] =
        /^<script type="application\/json" id="data">([^<]*)<\/script>$/s.exec(
          jsonScript("data", pieces).text,
        ) ?? [];
      expect(JSON.parse(json)).toEqual(pieces);
    }),
  );
});

function unescaped(text = ""): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
