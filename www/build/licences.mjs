/** The licences of what is shipped: ours, and the notices of the crates that are compiled into the engine. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WWW } from './bundle.mjs';

const ROOT = join(WWW, '..');

const HEAD = `Claimlight is under the MIT licence or the Apache licence 2.0, as you choose (LICENSE-MIT, LICENSE-APACHE). Its engine holds, compiled,
Rust's standard library (https://rust-lang.org, under the same two) and these crates. What each asks to be kept follows.`;

/** Puts all of them into a folder that is given to others. @param {string} folder */
export function licences(folder) {
  for (const file of ['LICENSE-APACHE', 'LICENSE-MIT']) cpSync(join(ROOT, file), join(folder, file));
  writeFileSync(join(folder, 'NOTICES.txt'), notices());
}

/** @type {string | undefined} */
let known;

function notices() {
  known ??= [HEAD, ...crates().map(noticeOf)].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
  return known;
}

/** The crates of the engine with patterns, which holds all, as Cargo names them. @returns {{name: string, version: string, license: string, manifest_path: string}[]} */
function crates() {
  const tree =
    'tree --locked --prefix none --edges normal,no-proc-macro --target wasm32-unknown-unknown --no-default-features --features web,patterns';
  const lines = execFileSync('cargo', [...tree.split(' '), '--format', '{p}'], { cwd: ROOT, encoding: 'utf8' }).split(
    '\n',
  );
  const named = new Set(lines.map((line) => line.split(' ').slice(0, 2).join(' v').replace('vv', 'v')));
  const metadata = ['metadata', '--locked', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown'];
  const all = JSON.parse(execFileSync('cargo', metadata, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 })).packages;
  const isIn = (/** @type {{name: string, version: string}} */ { name, version }) =>
    name !== 'claimlight' && named.has(`${name} v${version}`);
  return all
    .filter(isIn)
    .sort((/** @type {{name: string}} */ one, /** @type {{name: string}} */ other) => (one.name < other.name ? -1 : 1));
}

/** @param {ReturnType<typeof crates>[number]} crate */
function noticeOf({ name, version, license, manifest_path }) {
  const folder = dirname(manifest_path);
  const files = readdirSync(folder)
    .filter((file) => /^(licen[sc]e|copyright|notice)/i.test(file))
    .sort();
  const texts = files
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .sort((one, other) => one.length - other.length);
  // Of licences to choose from the shortest is kept; of those that hold together all but the one that another may stand for.
  const kept = license.includes(' AND ') ? texts.filter((text) => !/Apache License/.test(text)) : texts.slice(0, 1);
  return `${name} ${version} (${license})\n\n${kept.join('\n\n')}`;
}
