/** What a command cannot do, in one line for the user; the command ends with exit code 2. */
export class Failure extends Error {}
