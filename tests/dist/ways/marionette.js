/**
 * Drives the whole window of Firefox, its toolbar and menus too, by Marionette
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html): WebDriver reaches the pages alone.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '../../e2e/browsers.js';
import { freePort } from '../../e2e/webkit.js';

/** How often it is asked whether something is there, in milliseconds, and how often in all: a slow machine takes seconds. */
const PAUSE = 100;
const MOST_TRIES = 600;

/** What keeps a new Firefox from telephoning home, and tells it where to listen. @param {number} port */
function preferences(port) {
  const chosen = {
    'marionette.port': port,
    'app.update.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.toolbars.bookmarks.visibility': 'always',
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.systemAddon.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
  };
  return Object.entries(chosen)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** @typedef {Awaited<ReturnType<typeof startWindow>>} FirefoxWindow */

/** Starts Firefox with a profile of its own. */
export async function startWindow() {
  const profile = mkdtempSync(join(tmpdir(), 'claimlight-firefox-'));
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), preferences(port));
  const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const firefox = spawn(pathOf('firefox'), flags, { stdio: 'ignore' });
  const send = await speak(port);
  await send('WebDriver:NewSession', { unhandledPromptBehavior: 'ignore' });
  const close = async () => {
    const ended = once(firefox, 'exit');
    firefox.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { ...commands(send), close };
}

/** @typedef {(name: string, parameters: object) => Promise<any>} Send */

/** A connection: each message is the number of its bytes, a colon and JSON. @param {number} port @returns {Promise<Send>} */
async function speak(port) {
  const socket = await reached(port);
  /** @type {Map<number, (answer: {error: any, value: any}) => void>} */
  const waiting = new Map();
  let bytes = Buffer.alloc(0);
  socket.on('data', (/** @type {Buffer} */ more) => {
    bytes = Buffer.concat([bytes, more]);
    for (let at = bytes.indexOf(':'); at > 0; at = bytes.indexOf(':')) {
      const end = at + 1 + Number(bytes.subarray(0, at));
      if (bytes.length < end) return;
      const message = JSON.parse(String(bytes.subarray(at + 1, end)));
      bytes = bytes.subarray(end);
      // The first message says who speaks, and answers nothing.
      if (Array.isArray(message)) waiting.get(message[1])?.({ error: message[2], value: message[3] });
    }
  });
  let n_sent = 0;
  return async (name, parameters) => {
    const number = ++n_sent;
    const text = JSON.stringify([0, number, name, parameters]);
    const answered = new Promise((resolve) => waiting.set(number, resolve));
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { error, value } = await answered;
    waiting.delete(number);
    assert.ok(!error, `Firefox: ${name}: ${error?.message}`);
    return value;
  };
}

/** @param {number} port @returns {Promise<import('node:net').Socket>} */
async function reached(port) {
  for (let tries = 1; ; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (isUp) return socket;
    assert.ok(tries < MOST_TRIES, 'Firefox does not listen');
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Where a script runs: as the page's own, as one that sees through closed shadow trees, in the browser's own window. @typedef {'content' | 'behind' | 'chrome'} Context */

/** What a test asks of the window. @param {Send} send */
function commands(send) {
  /** @param {Context} context @param {string} script @param {unknown[]} [args] */
  const run = async (context, script, args = []) => {
    await send('Marionette:SetContext', { value: context === 'chrome' ? 'chrome' : 'content' });
    return (await send('WebDriver:ExecuteScript', { script, args, sandbox: context === 'content' ? null : 'system' }))
      .value;
  };
  return {
    /** @param {string} folder @returns {Promise<string>} its id */
    install: async (folder) => (await send('Addon:Install', { path: folder, temporary: true })).value,
    open: async (/** @type {string} */ url) => {
      await send('Marionette:SetContext', { value: 'content' });
      await send('WebDriver:Navigate', { url });
    },
    /** The value of an expression in the page. @param {string} code */
    inPage: (code) => run('content', `return (${code});`),
    /** Runs a script in the browser's own window. @param {string} script @param {unknown[]} args */
    inWindow: (script, ...args) => run('chrome', script, args),
    /** Clicks on what a selector finds in the browser's own window, as a hand does. @param {string} selector */
    click: async (selector) => {
      await send('Marionette:SetContext', { value: 'chrome' });
      const { value } = await send('WebDriver:FindElement', { using: 'css selector', value: selector });
      await send('WebDriver:ElementClick', { id: Object.values(value)[0] });
    },
    /** What a window of the page says, which is then closed. @returns {Promise<string | undefined>} */
    alert: async () => {
      await send('Marionette:SetContext', { value: 'content' });
      const said = await send('WebDriver:GetAlertText', {}).catch(() => undefined);
      if (said) await send('WebDriver:DismissAlert', {});
      return said?.value;
    },
    /** Opens the menu of the page where an expression says. @param {string} code */
    rightClick: async (code) => {
      const { x, y } = await run('content', `return (${code});`);
      const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
      const actions = [move, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }];
      await send('WebDriver:PerformActions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    /** Opens the menu of what a selector finds in the browser's own window. @param {string} selector */
    openMenu: async (selector) => {
      await send('Marionette:SetContext', { value: 'chrome' });
      const { value } = await send('WebDriver:FindElement', { using: 'css selector', value: selector });
      const move = { type: 'pointerMove', duration: 0, x: 0, y: 0, origin: value };
      const actions = [move, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }];
      await send('WebDriver:PerformActions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      });
    },
    /** Waits until an expression is true. @param {Context} context @param {string} code */
    until: async (context, code) => {
      for (let tries = 1; !(await run(context, `return Boolean(${code});`)); tries++) {
        assert.ok(tries < MOST_TRIES, `Firefox: never true: ${code}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
  };
}
