/** How everything of `dist` is bundled: the same for the package, the bookmarklet and the extension. */
import { fileURLToPath } from 'node:url';

export const WWW = fileURLToPath(new URL('..', import.meta.url));

/** A program that came with the packages. @param {string} name */
export const program = (name) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** In a bundle the engine's glue would look for its module beside itself; `core.js` names the place. */
const GLUE_PLACE = /module_or_path = new URL\('claimlight_bg\.wasm', import\.meta\.url\);/;

/** @type {import('esbuild').Plugin} */
const gluePlace = {
  name: 'glue-place',
  setup({ onLoad }) {
    onLoad({ filter: /pkg(-patterns)?\/claimlight\.js$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const glue = await readFile(path, 'utf8');
      if (!GLUE_PLACE.test(glue))
        throw new Error(`${path} is not as wasm-bindgen made it before; mend www/build/bundle.mjs`);
      return { contents: glue.replace(GLUE_PLACE, "throw new Error('claimlight: name the place of the module');") };
    });
  },
};

/** Takes another file where `core.js` is imported. @param {string} file @returns {import('esbuild').Plugin} */
export function instead(file) {
  return {
    name: 'core',
    setup({ onResolve }) {
      onResolve({ filter: /\/core\.js$/ }, ({ importer }) => (importer === file ? undefined : { path: file }));
    },
  };
}

/** @type {import('esbuild').BuildOptions} */
export const COMMON = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['chrome111', 'firefox140', 'safari17.2'],
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [gluePlace],
};
