/**
 * Drives WebKit: the MiniBrowser of Debian's webkit2gtk-driver on a screen of its own (Xvfb), by plain WebDriver
 * (https://www.w3.org/TR/webdriver2/). Puppeteer speaks to Chromium and Firefox alone.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const REMEDY = 'WebKit is missing. Get it with: apt-get install webkit2gtk-driver xvfb';

/** The key under which WebDriver hands elements over, and the keys a test presses, as it numbers them. */
export const KEYS = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004', ArrowRight: '\uE014' };

/** How often the driver is asked whether it is up, in milliseconds, and how often in all: a slow machine takes seconds. */
const PAUSE = 100;
const MOST_TRIES = 300;

/** The longest that one command may take, in milliseconds; WebKit itself may take for ever. */
const PATIENCE = 30_000;

/** WebKit gives a picture with the next frame it draws, and of a page that stands still it draws none: this moves what nobody sees. */
const STIR = `document.documentElement.animate([{ outlineOffset: '0px' }, { outlineOffset: '1px' }], { duration: 500 });`;

/** @typedef {Awaited<ReturnType<typeof startWebKit>>} WebKit */

/** Without a graphics card, WebKit's compositor ends with the first picture of a long page. */
const SOFTWARE = { WEBKIT_DISABLE_DMABUF_RENDERER: '1' };

/** @param {'webkit' | 'webkitdriver' | 'xvfb'} name */
function pathOf(name) {
  const found = spawnSync(fileURLToPath(new URL('../browser', import.meta.url)), [name], { encoding: 'utf8' });
  assert.equal(found.status, 0, REMEDY);
  return found.stdout.trim();
}

/** Starts a screen, the driver and a browser window; `close` ends all three. */
export async function startWebKit() {
  const binary = pathOf('webkit');
  const screen = spawn(pathOf('xvfb'), ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(/** @type {import('node:stream').Readable} */ (screen.stdio[3]), 'data');
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, ...SOFTWARE, ...sandboxOf() };
  const driver = spawn(pathOf('webkitdriver'), [`--port=${port}`], { env, stdio: 'ignore' });
  const send = sender(`http://127.0.0.1:${port}`);
  await untilUp(send);
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId } = await send('POST', '/session', { capabilities: { alwaysMatch: options } });
  const close = async () => {
    await send('DELETE', `/session/${sessionId}`).catch(() => {});
    driver.kill();
    screen.kill();
  };
  return { ...commands((method, path, body) => send(method, `/session/${sessionId}${path}`, body)), close };
}

/** WebKit's sandbox does not start as root; it asks that whoever goes without says so. @returns {Record<string, string>} */
function sandboxOf() {
  return process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {};
}

/** A port that nothing listens on. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Send */

/** @param {string} address @returns {Send} */
function sender(address) {
  return async (method, path, body) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { value } = await answer.json();
    assert.ok(answer.ok, `WebKit: ${value?.error}: ${value?.message}`);
    return value;
  };
}

/** @param {Send} send */
async function untilUp(send) {
  for (let tries = 1; ; tries++) {
    const isUp = await send('GET', '/status').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    assert.ok(tries < MOST_TRIES, 'WebKitWebDriver did not start');
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What a test asks of the window. @param {Send} send */
function commands(send) {
  const run = (/** @type {string} */ script) => send('POST', '/execute/sync', { script, args: [] });
  const act = (/** @type {object} */ source) => send('POST', '/actions', { actions: [source] });
  return {
    open: (/** @type {string} */ url) => send('POST', '/url', { url }),
    run,
    /** The value of an expression. @param {string} code */
    value: (code) => run(`return (${code});`),
    /** Waits until an expression is true. @param {string} code */
    until: async (code) => {
      for (let tries = 1; !(await run(`return Boolean(${code});`)); tries++) {
        assert.ok(tries < MOST_TRIES, `WebKit: never true: ${code}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
    /** @param {{x: number, y: number}} point */
    click: ({ x, y }) => {
      const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
      const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      return act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
    },
    /** @param {keyof typeof KEYS} key */
    press: (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
      return act({ type: 'key', id: 'keys', actions });
    },
    /** The window's content, as a PNG. Until the window is drawn for the first time after it was loaded, WebKit has none. */
    picture: async () => {
      for (let tries = 1; tries < MOST_TRIES; tries++) {
        await run(STIR);
        const picture = await send('GET', '/screenshot').catch(() => undefined);
        if (picture) return Buffer.from(picture, 'base64');
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      assert.fail('WebKit gives no picture');
    },
    /** @param {number} width @param {number} height */
    resize: (width, height) => send('POST', '/window/rect', { width, height }),
  };
}
