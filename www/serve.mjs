/**
 * Serves the demonstration on 127.0.0.1, or any saved page with the marks:
 *
 *     node www/serve.mjs [--port 8080] [saved.html]
 *
 * A saved page keeps what its browser saved with it, in the folder of its name, and sees nothing else of where it
 * lies. The script that starts Claimlight is added to the copy that is sent, never to the file.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, parse as partsOf, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isUtf8 } from 'node:buffer';
import { parseArgs } from 'node:util';

const WWW = dirname(fileURLToPath(import.meta.url));

/** Where the widget stands beside a saved page's own files. */
const WIDGET = '/claimlight-widget/';

/** A browser runs a module, and streams WebAssembly, only under its right type. @type {Record<string, string>} */
const TYPES = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const PAGE = 'text/html; charset=utf-8';

/** @typedef {{status: number, type?: string, body: Buffer | string}} Answer */

/**
 * @typedef {object} Serving
 * @property {string} [folder] what stands at the root of the address
 * @property {string} [page] a page in that folder that is sent with the widget in it; then its own files are all there is
 * @property {Record<string, string>} [headers] sent with every answer, as a content security policy is
 * @property {(path: string) => string | undefined} [made] pages that stand in no file
 * @property {number} [port] 0 lets the system choose
 */

/**
 * Serves a folder, and the widget at `WIDGET`.
 * @param {Serving} [serving]
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serve({ folder = WWW, page, headers = {}, made = () => undefined, port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/');
    const text = path && made(path);
    // A foreign name for this address is a foreign page that would read what is served here.
    const isForeign = request.headers.host !== new URL(addressOf(server)).host;
    /** @type {Answer} */
    const found = isForeign
      ? { status: 403, body: `Ask for ${addressOf(server)}.` }
      : text === undefined
        ? await answer(path, folder, page, addressOf(server))
        : { status: 200, type: PAGE, body: text };
    response.writeHead(found.status, {
      'content-type': found.type ?? 'text/plain',
      'cache-control': 'no-store',
      ...headers,
    });
    response.end(request.method === 'HEAD' ? undefined : found.body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise((/** @type {(value: void) => void} */ resolve) => server.close(() => resolve()));
  };
  return { address: addressOf(server), close };
}

/** @param {import('node:http').Server} server */
function addressOf(server) {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** The path an address asks for; none if it cannot be decoded. @param {string} url */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * @param {string | undefined} path @param {string} folder @param {string | undefined} page @param {string} address
 * @returns {Promise<Answer>}
 */
async function answer(path, folder, page, address) {
  if (path === undefined) return { status: 400, body: 'This address cannot be read.' };
  const isWidget = path.startsWith(WIDGET);
  const [root, rest] = isWidget ? [WWW, path.slice(WIDGET.length)] : [folder, path];
  const file = await within(root, rest.endsWith('/') ? `${rest}index.html` : rest);
  // Every browser asks for it, and complains.
  if (!file && path === '/favicon.ico') return { status: 204, body: '' };
  const isPage = !isWidget && page !== undefined && file === (await within(folder, page));
  const isHidden = !isWidget && !isPage && page !== undefined && !isOf(page, rest);
  const body = file && !isHidden && (await readFile(file).catch(() => undefined));
  if (!file || !body) return { status: 404, body: 'There is no such file here.' };
  return { status: 200, type: typeOf(file, body), body: isPage ? lit(body, address) : body };
}

/** Whether a browser saved the file at `path` with `page`: in "news_files" with "news.html". @param {string} page @param {string} path */
function isOf(page, path) {
  const [folder, ...inside] = path.split('/').filter(Boolean);
  return inside.length > 0 && !inside.includes('..') && folder.startsWith(partsOf(page).name);
}

/** The file at `path` below `root`, wherever links lead; none outside. @param {string} root @param {string} path */
async function within(root, path) {
  try {
    const [top, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    const isInside = file.startsWith(top.endsWith(sep) ? top : top + sep);
    return isInside && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** A page in an old encoding says so itself; one that is UTF-8 may have forgotten to. @param {string} file @param {Buffer} body */
function typeOf(file, body) {
  const extension = extname(file).toLowerCase();
  if (!['.html', '.htm'].includes(extension)) return TYPES[extension] ?? 'application/octet-stream';
  return isUtf8(body) ? PAGE : 'text/html';
}

/**
 * A page with the script that starts Claimlight before its end. Bytes, because its encoding is its own affair; the
 * whole address, because a saved page often says `<base href>`.
 * @param {Buffer} page @param {string} address
 */
function lit(page, address) {
  const script = Buffer.from(`<script type="module" src="${address}${WIDGET}demo/start.mjs"></script>`);
  const end = page.lastIndexOf('</body>');
  return Buffer.concat(end < 0 ? [page, script] : [page.subarray(0, end), script, page.subarray(end)]);
}

/** Says what is wrong in one line, and ends. @param {string} problem @returns {never} */
function fail(problem) {
  console.error(problem);
  process.exit(1);
}

/** @param {string[]} args */
async function main(args) {
  const usage = 'usage: node www/serve.mjs [--port NUMBER] [saved page.html]';
  const { values, positionals } = parse(args) ?? fail(usage);
  const [page] = positionals;
  if (positionals.length > 1) fail(usage);
  if (!(await within(WWW, 'pkg/claimlight_bg.wasm')))
    fail('The core is not built yet. Build and serve it with: make demo');
  if (page && !(await within(dirname(page), basename(page)))) fail(`There is no file ${page}.`);
  const serving = page ? { folder: dirname(page), page: basename(page) } : {};
  const port = Number(values.port);
  const { address } = await serve({ ...serving, port }).catch((error) =>
    fail(`Port ${port} cannot be used: ${error.message}`),
  );
  if (page && /http-equiv\s*=\s*["']?content-security-policy/i.test(await readFile(page, 'latin1'))) {
    console.log('The page brings a security policy of its own, which may keep Claimlight from running.');
  }
  console.log(`${address}/${page ? encodeURIComponent(basename(page)) : 'demo/'}`);
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: { port: { type: 'string', default: '0' } }, allowPositionals: true });
  } catch {
    return undefined;
  }
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
