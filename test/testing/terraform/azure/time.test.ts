import { Azure, azureProviders } from "../../../../lib/testing/terraform/azure";
import { type ObjectValue, UNKNOWN } from "../../../../lib/testing/terraform/provider/value";

const time = azureProviders(new Azure()).time;
const request = (type: string) => ({ type, provider: {} });

test.each<[ObjectValue, string | undefined]>([
  [{ create_duration: "30 seconds", destroy_duration: null }, "must be a number immediately followed by"],
  [{ create_duration: null, destroy_duration: null }, "Missing Attribute Configuration"],
  [{ create_duration: "1.5h", destroy_duration: null }, undefined],
  [{ create_duration: UNKNOWN, destroy_duration: null }, undefined],
])("a sleep of %p", (config, message) => {
  const [problem] = time?.resource("time_sleep").validate?.(config) ?? [];
  if (message === undefined) expect(problem).toBeUndefined();
  else expect(problem?.summary).toContain(message);
});

test("new triggers are a new sleep", () => {
  expect(time?.resource("time_sleep").replacedBy).toEqual(["triggers"]);
});

test("a moment is the same in each run, in all its parts", () => {
  const made = time
    ?.resource("time_static")
    .create({ rfc3339: UNKNOWN, triggers: null }, request("time_static"));
  expect(made).toMatchObject({
    rfc3339: "2025-01-01T00:00:00Z",
    year: 2025,
    month: 1,
    day: 1,
    unix: 1735689600,
  });
});
