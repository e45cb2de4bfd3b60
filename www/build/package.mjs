/** Makes the npm package: `dist/npm`, and it packed beside. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'rolldown/utils';
import { COMMON, WWW, program } from './bundle.mjs';
import { licences } from './licences.mjs';

/** What is exported, by the file in `www` it is made from. */
const ENTRIES = { index: 'embed/index.js', element: 'embed/element.js', scan: 'scan-text.js', auto: 'embed/auto.js' };

/** What the README leads to; the rest of the folder builds them. */
const EXAMPLES = ['plain', 'vite', 'react', 'wordpress'];

/** Read when it is asked for, and as it is. */
const ENGINES = ['pkg', 'pkg-patterns'];

/** @param {string} dist */
export async function makePackage(dist) {
  const out = join(dist, 'npm');
  rmSync(out, { recursive: true, force: true });
  await bundles(out);
  for (const engine of ENGINES) await engineOf(engine, out);
  types(out);
  writeFileSync(join(out, 'package.json'), JSON.stringify(manifest(), null, 2) + '\n');
  cpSync(join(WWW, '../CHANGELOG.md'), join(out, 'CHANGELOG.md'));
  licences(out);
  cpSync(join(WWW, 'embed/README.md'), join(out, 'README.md'));
  for (const example of EXAMPLES)
    cpSync(join(WWW, 'embed/examples', example), join(out, 'examples', example), { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', dist], { cwd: out });
}

/** @param {string} out */
async function bundles(out) {
  const entryPoints = Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(WWW, file)]));
  await build({
    ...COMMON,
    entryPoints,
    outdir: out,
    format: 'esm',
    splitting: true,
    chunkNames: 'part-[name]-[hash]',
    // The module of eight bytes decides which engine is fetched; each stays a file of its own.
    external: ['./pkg/claimlight.js', './pkg-patterns/claimlight.js'],
  });
  await build({
    ...COMMON,
    entryPoints: [join(WWW, 'embed/classic.js')],
    outfile: join(out, 'classic.js'),
    format: 'iife',
  });
  await rename(out);
}

/** An engine: its module, and the glue with what it records pages by in one file. @param {string} engine @param {string} out */
async function engineOf(engine, out) {
  mkdirSync(join(out, engine));
  for (const file of ['claimlight_bg.wasm', 'claimlight_bg.wasm.d.ts', 'claimlight.d.ts']) {
    cpSync(join(WWW, engine, file), join(out, engine, file));
  }
  const entryPoints = [join(WWW, engine, 'claimlight.js')];
  // It finds its module beside itself, as it does unbundled.
  await build({ ...COMMON, plugins: [], entryPoints, outdir: join(out, engine), format: 'esm' });
  await rename(join(out, engine));
}

/** Names what is local anew: as esbuild names it, it compresses to a fiftieth more. The engine as plain JavaScript stays as it is. @param {string} out */
async function rename(out) {
  for (const name of readdirSync(out).filter((name) => /^(?!part-pkg).*\.js$/.test(name))) {
    const path = join(out, name);
    const how = { module: name !== 'classic.js', compress: false };
    const { code, errors } = await minify(name, readFileSync(path, 'utf8'), how);
    if (errors.length) throw new Error(`${name}: ${errors[0].message}`);
    writeFileSync(path, code);
  }
}

/** The types, from the comments of the sources; beside them those that were written by hand. @param {string} out */
function types(out) {
  const folder = join(out, 'types');
  const entries = Object.values(ENTRIES).map((file) => join(WWW, file));
  const options = [
    '--allowJs',
    '--declaration',
    '--emitDeclarationOnly',
    '--skipLibCheck',
    '--strict',
    '--stripInternal',
  ];
  const how = ['--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom,dom.iterable', '--types', ''];
  execFileSync(
    program('tsc'),
    ['--ignoreConfig', ...options, ...how, '--rootDir', WWW, '--outDir', folder, ...entries],
    { stdio: 'inherit' },
  );
  for (const file of ['report.d.ts', 'core-page.d.ts', 'embed/page.d.ts']) cpSync(join(WWW, file), join(folder, file));
  // The compiler writes where the sources are.
  for (const file of ['embed/index.d.ts', 'embed/element.d.ts'].map((name) => join(folder, name))) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/path="[^"]*page\.d\.ts"/, 'path="./page.d.ts"'));
  }
  // Nobody who uses the package has the engines' sources.
  for (const name of readdirSync(folder)) if (name.startsWith('pkg')) rmSync(join(folder, name), { recursive: true });
}

function manifest() {
  const { version, license } = JSON.parse(readFileSync(join(WWW, '../package.json'), 'utf8'));
  const typed = (/** @type {string} */ types, /** @type {string} */ file) => ({
    types: `./types/${types}`,
    default: `./${file}`,
  });
  return {
    name: 'claimlight',
    version,
    description: 'Shows on a news page who says what, and how sure they are.',
    keywords: ['news', 'attribution', 'hedging', 'quotation', 'journalism', 'highlight'],
    license,
    type: 'module',
    exports: {
      '.': typed('embed/index.d.ts', 'index.js'),
      './element': typed('embed/element.d.ts', 'element.js'),
      './scan': typed('scan-text.d.ts', 'scan.js'),
      './wasm': { types: './pkg/claimlight.d.ts', default: './pkg/claimlight.js' },
      './wasm/patterns': { types: './pkg-patterns/claimlight.d.ts', default: './pkg-patterns/claimlight.js' },
      './auto': typed('embed/auto.d.ts', 'auto.js'),
      // By the names of the files, as a page writes them.
      './auto.js': typed('embed/auto.d.ts', 'auto.js'),
      './element.js': typed('embed/element.d.ts', 'element.js'),
      './scan.js': typed('scan-text.d.ts', 'scan.js'),
      './package.json': './package.json',
    },
    types: './types/embed/index.d.ts',
    sideEffects: ['./element.js', './auto.js', './classic.js'],
    files: [
      '*.js',
      'pkg',
      'pkg-patterns',
      'types',
      'examples',
      'CHANGELOG.md',
      'LICENSE-APACHE',
      'LICENSE-MIT',
      'NOTICES.txt',
    ],
    engines: { node: '>=20' },
  };
}
