import writeGood from 'write-good';

/** @returns {(text: string) => unknown[]} */
export const load = () => (text) => writeGood(text);
