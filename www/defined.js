/** Those options that have a value: the core takes one that is there and undefined for a wrong one. @param {Record<string, unknown>} options */
export function defined(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
