import nlp from 'compromise';

/** @returns {(text: string) => unknown[]} */
export const load = () => (text) => nlp(text).quotations().out('array');
