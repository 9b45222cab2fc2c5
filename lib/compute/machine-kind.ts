import { objectWith } from "../access/given";

export const MACHINE = objectWith(
  "id",
  "a virtual machine; pass the object itself, or ExistingVirtualMachine.fromId(...) for an id",
);
