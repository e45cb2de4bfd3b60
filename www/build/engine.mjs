/**
 * Writes the engine as plain JavaScript, for pages whose policy refuses WebAssembly:
 *
 *     node www/build/engine.mjs PLACE-OF-claimlight.wasm www/pkg-plain
 *
 * It is the same Rust: the module that the compiler made goes through wasm-bindgen, wasm-opt and wasm2js, in a form
 * that needs nothing wasm2js does not know.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { program } from './bundle.mjs';

/** wasm2js knows one table and one result: with these wasm-bindgen would make a second, of JavaScript's values. */
const TOO_NEW = ['reference-types', 'multivalue'];

/** Functions as large as inlining makes them are never compiled by the browsers: measured, the text took ten times as long. */
const NO_INLINING = ['-aimfs', '-fimfs', '-ocimfs'].flatMap((limit) => [limit, '0']);

const OPTIMISE = [
  ...['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext'].map((name) => `--enable-${name}`),
  ...['llvm-memory-copy-fill', 'llvm-nontrapping-fptoint', 'signext'].map((name) => `--${name}-lowering`),
];

/** The number of values JavaScript's side of wasm-bindgen keeps for good; a place from there on is freed after use. */
const N_KEPT = 1028;

/** The name of the section in which a module says what it makes use of. */
const FEATURES = 'target_features';

/** A custom section of a module has this number. */
const CUSTOM = 0;

/** A module begins with its name and version, in so many bytes. */
const PREAMBLE = 8;

/** @param {Uint8Array} bytes @param {number} at @returns {[number, number]} a number as WebAssembly writes it, and where it ends */
function number(bytes, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
    shift += 7;
  }
}

/** @param {number} value @returns {number[]} */
function written(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)];
}

/** @param {Uint8Array} bytes @param {number} at @returns {[string, number]} */
function name(bytes, at) {
  const [length, start] = number(bytes, at);
  return [Buffer.from(bytes.subarray(start, start + length)).toString(), start + length];
}

/** The module without the features that are too new. @param {Uint8Array} module */
function older(module) {
  const parts = [module.subarray(0, PREAMBLE)];
  for (let at = PREAMBLE; at < module.length;) {
    const [length, start] = number(module, at + 1);
    const isFeatures = module[at] === CUSTOM && name(module, start)[0] === FEATURES;
    parts.push(isFeatures ? olderFeatures(module, start) : module.subarray(at, start + length));
    at = start + length;
  }
  return Buffer.concat(parts);
}

/** @param {Uint8Array} module @param {number} start */
function olderFeatures(module, start) {
  const [, list] = name(module, start);
  let [n_features, at] = number(module, list);
  const kept = [];
  while (n_features-- > 0) {
    const [feature, end] = name(module, at + 1);
    if (!TOO_NEW.includes(feature)) kept.push(module.subarray(at, end));
    at = end;
  }
  const title = [...written(FEATURES.length), ...Buffer.from(FEATURES)];
  const content = Buffer.concat([Buffer.from([...title, ...written(kept.length)]), ...kept]);
  return Buffer.concat([Buffer.from([CUSTOM, ...written(content.length)]), content]);
}

/**
 * JavaScript's side, mended for a memory that is no WebAssembly's: when it grows, what it was before is not emptied.
 * @param {string} glue
 */
function mended(glue) {
  const stale = [
    /(cached\w+)\.byteLength === 0/g,
    /(cached\w+)\.buffer\.detached === undefined && \1\.buffer !== wasm\.memory\.buffer/g,
  ];
  if (!stale.every((test) => glue.search(test) >= 0)) {
    throw new Error('wasm-bindgen keeps its views in another way now: mend www/build/engine.mjs');
  }
  return stale.reduce((text, test) => text.replace(test, '$1.buffer !== wasm.memory.buffer'), glue);
}

/** @param {string} code what wasm2js made */
function joined(code) {
  const kept = `const __wbindgen_externref_xform__ = { __wbindgen_externref_statics_end: () => ${N_KEPT} };`;
  return code
    .replace(/^import \* as __wbindgen_externref_xform__ from .*$/m, kept)
    .replace("'./claimlight_bg.js'", "'./glue.js'");
}

/** @param {string} module @param {string} out */
async function plain(module, out) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-engine-'));
  const at = (/** @type {string} */ file) => join(folder, file);
  const run = (/** @type {string} */ program, /** @type {string[]} */ ...args) => execFileSync(program, args);
  writeFileSync(at('claimlight.wasm'), older(readFileSync(module)));
  run('wasm-bindgen', '--target', 'bundler', '--no-typescript', '--out-dir', folder, at('claimlight.wasm'));
  run(program('wasm-opt'), at('claimlight_bg.wasm'), '-o', at('lowered.wasm'), '-O2', ...NO_INLINING, ...OPTIMISE);
  run(program('wasm2js'), '-O2', ...NO_INLINING, at('lowered.wasm'), '-o', at('made.js'));
  writeFileSync(at('engine.js'), joined(readFileSync(at('made.js'), 'utf8')));
  writeFileSync(at('glue.js'), mended(readFileSync(at('claimlight_bg.js'), 'utf8')));
  const [exported] = /export \{[^}]*\} from/.exec(readFileSync(at('claimlight.js'), 'utf8')) ?? [];
  const entry = ["import * as engine from './engine.js';", "import { __wbg_set_wasm } from './glue.js';"];
  writeFileSync(at('entry.js'), [...entry, '__wbg_set_wasm(engine);', `${exported} './glue.js';`].join('\n'));
  await build({
    entryPoints: [at('entry.js')],
    outfile: out,
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'ascii',
  });
  rmSync(folder, { recursive: true });
}

const [module, out] = process.argv.slice(2);
mkdirSync(dirname(out), { recursive: true });
await plain(module, out);
const engineName = basename(out, '.js');
writeFileSync(join(dirname(out), `${engineName}.d.ts`), `export * from '../${engineName}/claimlight.js';\n`);
