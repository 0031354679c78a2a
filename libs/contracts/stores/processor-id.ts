/** An id that people would take for the same is the same. */
export const processorIdOf = (code: string): string => code.normalize('NFKC').toLowerCase();
