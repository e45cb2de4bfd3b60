import * as engine from '../../../www/pkg/claimlight.js';
import file from '../../../www/pkg/claimlight_bg.wasm';

export async function load() {
  const place = new URL(file, import.meta.url);
  // Node fetches nothing from a disk. Named in a variable, or bundlers for browsers would look for it.
  const disk = 'node:fs/promises';
  const bytes = place.protocol === 'file:' ? (await import(disk)).readFile(place) : place;
  await engine.default({ module_or_path: bytes });
  return (/** @type {string} */ text) => engine.scanText(text, {});
}
