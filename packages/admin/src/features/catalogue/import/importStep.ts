/** The steps of an import, in their order. */
export const STEPS = ['columns', 'rows', 'changes', 'done'] as const;
export type Step = (typeof STEPS)[number];
