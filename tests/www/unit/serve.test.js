/** The server of the demonstration: what it sends, and what it does not. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../www/serve.mjs';

const SERVE = fileURLToPath(new URL('../../../www/serve.mjs', import.meta.url));

/** Asks for a path as it is written; `fetch` would tidy it. @param {string} address @param {string} path @param {Record<string, string>} [headers] */
function ask(address, path, headers = {}) {
  return new Promise(
    (/** @type {(answer: {status: number, type: string, body: string}) => void} */ resolve, reject) => {
      const { hostname, port } = new URL(address);
      const asked = request({ hostname, port, path, headers }, (response) => {
        /** @type {Buffer[]} */
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(parts).toString('latin1') });
        });
      });
      asked.on('error', reject).end();
    },
  );
}

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-'));
  const saved = '<!doctype html><base href="https://news.example/"><body>caf\xe9<!-- </body> --></body>';
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    writeFileSync(join(folder, 'saved page.html'), saved, 'latin1');
    writeFileSync(join(folder, 'secret.txt'), 'beside');
    mkdirSync(join(folder, 'saved page_files'));
    writeFileSync(join(folder, 'saved page_files', 'style.css'), 'p {}');
    symlinkSync('/etc/hostname', join(folder, 'link.txt'));
    server = await serve({ folder, page: 'saved page.html', headers: { 'x-test': 'yes' } });
  });
  after(() => server.close());

  it('sends each file with the type a browser wants', async () => {
    const { address, close } = await serve();
    assert.match((await ask(address, '/demo/')).type, /^text\/html/);
    assert.equal((await ask(address, '/claimlight.js')).type, 'text/javascript');
    assert.equal((await ask(address, '/pkg/claimlight_bg.wasm')).type, 'application/wasm');
    assert.equal((await ask(address, '/demo/paper.css')).type, 'text/css');
    await close();
  });

  it('adds the widget to the copy of a saved page, and leaves the file alone', async () => {
    const { body, type } = await ask(server.address, '/saved%20page.html');
    assert.equal(type, 'text/html', 'it is not UTF-8, and says itself what it is');
    assert.match(
      body,
      new RegExp(`--><script type="module" src="${server.address}/claimlight-widget/demo/start.mjs"></script></body>$`),
    );
    assert.equal(readFileSync(join(folder, 'saved page.html'), 'latin1'), saved);
    assert.equal((await ask(server.address, '/claimlight-widget/claimlight.js')).status, 200);
  });

  it('sends what was saved with a page, and nothing else of where it lies', async () => {
    assert.equal((await ask(server.address, '/saved%20page_files/style.css')).body, 'p {}');
    for (const path of ['/secret.txt', '/saved%20page_files/../secret.txt', '/saved%20page_files/%2e%2e/secret.txt'])
      assert.equal((await ask(server.address, path)).status, 404, path);
    assert.equal((await ask(server.address, '/saved%20page.html', { host: 'news.example' })).status, 403);
  });

  it('sends nothing from outside its folder, however it is asked', async () => {
    const escapes = [
      '/../serve.mjs',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/claimlight-widget/../../package.json',
    ];
    for (const path of [...escapes, '//etc/passwd', '/link.txt', '/claimlight-widget/%2e%2e/Cargo.toml']) {
      assert.equal((await ask(server.address, path)).status, 404, path);
    }
    assert.equal((await ask(server.address, '/%E0%A4%A')).status, 400);
    assert.equal((await ask(server.address, '/a%00b')).status, 400);
  });

  it('says in one line what is wrong with how it was called', async () => {
    const { code, error } = await run(['no-such-page.html']);
    assert.equal(code, 1);
    assert.equal(error, 'There is no file no-such-page.html.\n');
    assert.match((await run(['--wrong'])).error, /^usage: node www\/serve.mjs/);
  });

  it('prints the address of the demonstration', async () => {
    const child = spawn(process.execPath, [SERVE]);
    const [line] = await new Promise((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data).split('\n'))),
    );
    assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/demo\/$/);
    assert.match((await ask(line, '/demo/')).body, /Ostrey Courier/);
    child.kill();
  });
});

/** @param {string[]} args @returns {Promise<{code: number | null, error: string}>} */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SERVE, ...args]);
    let error = '';
    child.stderr.on('data', (data) => (error += data));
    child.on('close', (code) => resolve({ code, error }));
  });
}
