/** Records that are computed, not typed: they have pages of their own, and the register lists them without a form. */
const computed = new Set(['assessment']);

export const hasForm = (kind: string): boolean => !computed.has(kind);
