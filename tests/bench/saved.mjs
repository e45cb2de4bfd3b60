/** Serves a folder of saved pages with their scripts off: only our own script runs, and nothing else that they name is loaded. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../../www/serve.mjs';

/** @param {string} folder */
export async function serveSaved(folder) {
  const names = readdirSync(folder).filter((name) => /\.html?$/.test(name));
  if (!names.length) throw new Error(`There is no .html file in ${folder}`);
  /** @type {Record<string, string>} */
  const headers = {};
  const server = await serve({ folder: resolve(folder), headers });
  const ours = `${server.address}/claimlight-widget/`;
  headers['content-security-policy'] =
    `default-src 'none'; base-uri 'none'; script-src ${ours} 'wasm-unsafe-eval'; connect-src ${ours}; style-src 'self' 'unsafe-inline'`;
  return { names, addressOf: (/** @type {string} */ name) => `${server.address}/${encodeURIComponent(name)}`, server };
}
