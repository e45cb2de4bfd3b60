/** All tests that need a browser, in one process: they share it. */
import { readdirSync } from 'node:fs';

const FOLDERS = ['./www/browser/', './e2e/'];

for (const folder of FOLDERS) {
  const names = readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith('.test.js'));
  for (const name of names) await import(`${folder}${name}`);
}
