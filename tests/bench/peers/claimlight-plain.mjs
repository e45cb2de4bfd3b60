import { scanText } from '../../../www/pkg-plain/pkg.js';

/** @returns {(text: string) => unknown} */
export const load = () => (text) => scanText(text, {});
