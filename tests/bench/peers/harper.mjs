import { LocalLinter } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';

export async function load() {
  const linter = new LocalLinter({ binary: slimBinary });
  await linter.setup();
  return (/** @type {string} */ text) => linter.lint(text, { language: 'plaintext' });
}
