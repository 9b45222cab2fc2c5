import { objectWith } from "./given";

export const ROLE = objectWith("_definition", 'a Role; write it as Role.builtIn("Reader")');
