import { objectWith } from "../access/given";

export const OPERATING_SYSTEM = objectWith(
  "_createMachine",
  "an OperatingSystem; write OperatingSystem.linux({...}) or OperatingSystem.windows({...})",
);
