/** Ids of the elements of the page that can be linked to. */
export const pictureAnchor = (row: string) => `picture-${row}`;
export const identityAnchor = (node: string) => `identity-${node}`;
export const accessAnchor = (edge: string) => `access-${edge}`;
export const findingAnchor = (at: number) => `finding-${at + 1}`;
export const stackAnchor = (at: number) => `stack-${at + 1}`;
