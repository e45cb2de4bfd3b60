/**
 * Runs tests in stock Chromium and stock Firefox. Both are needed: a missing one fails, and says how to get it.
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { Serving } from '../../www/serve.mjs'
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { serve } from '../../www/serve.mjs';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {'light' | 'dark'} Theme */
/** @typedef {{theme?: Theme, width?: number, height?: number, zoom?: number}} Look */

/** Run as root in a container there is no sandbox and no graphics card, and nothing to update. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Firefox would telephone home; and the theme, which it takes from nowhere else. @param {Theme} theme */
function firefoxPreferences(theme) {
  return {
    'app.update.enabled': false,
    'browser.contentblocking.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
  };
}

/** How to get a browser that is not there. */
const REMEDIES = {
  chromium: 'Chromium is missing. Get it with: apt-get install chromium, or set CHROMIUM to its path',
  firefox: 'Firefox is missing. Get it with: apt-get install firefox-esr, or set FIREFOX to its path',
};

/** @param {BrowserName} name */
export function pathOf(name) {
  const found = spawnSync(fileURLToPath(new URL('../browser', import.meta.url)), [name], { encoding: 'utf8' });
  assert.equal(found.status, 0, REMEDIES[name]);
  return found.stdout.trim();
}

/** The browsers to test in: both, or the one that BROWSER names. */
export const BROWSERS = /** @type {BrowserName[]} */ (['chromium', 'firefox']).filter(
  (name) => name === (process.env.BROWSER ?? name),
);

/**
 * How a long test is run that shows the same in both browsers: in this one, and with LONG=1 in the other too.
 * @param {BrowserName} name the browser that is tested @param {BrowserName} own
 */
export const longIn = (name, own) => ({
  skip: name !== own && !process.env.LONG && `long: with LONG=1 here too, else in ${own} alone`,
});

/** Every browser that was started: to start one takes longer than most tests. @type {Map<string, Promise<Browser>>} */
const running = new Map();
after(async () => {
  for (const browser of running.values()) await (await browser).close();
});

/** A browser of this name and theme, which all tests of one process share. @param {BrowserName} name @param {Theme} [theme] */
export function shared(name, theme = 'light') {
  const key = `${name} ${theme}`;
  const browser = running.get(key) ?? launch(name, theme);
  running.set(key, browser);
  return browser;
}

/** @param {BrowserName} name @param {Theme} [theme] @param {string[]} [flags] more of Chromium's */
export function launch(name, theme = 'light', flags = []) {
  const executablePath = pathOf(name);
  return name === 'chromium'
    ? puppeteer.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] })
    : puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: firefoxPreferences(theme) });
}

/** Keeps the light that is on a page, whoever started it, where a test finds it. @param {Page} page */
export function keepLight(page) {
  return page.evaluateOnNewDocument(() => {
    addEventListener('claimlight:ready', (event) =>
      Object.assign(window, { lightOn: /** @type {CustomEvent} */ (event).detail.light }),
    );
  });
}

/** A browser of its own that takes extensions. @param {BrowserName} name */
export function withExtensions(name) {
  const executablePath = pathOf(name);
  return name === 'chromium'
    ? puppeteer.launch({ executablePath, args: CHROMIUM_FLAGS, enableExtensions: true, pipe: true })
    : launch(name);
}

/**
 * Opens a page and keeps a record of what it complains of and what it asks the network for.
 * @param {Browser} browser @param {string} address @param {Look} [look]
 */
export async function open(browser, address, { theme = 'light', width = 1280, height = 900, zoom = 1 } = {}) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width, height, deviceScaleFactor: zoom });
  await keepLight(page);
  if (theme === 'dark' && (await browser.version()).includes('Chrome')) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  }
  await page.goto(address, { waitUntil: 'load' });
  return { page, complaints, requests };
}

/**
 * Describes what holds in both browsers. `it` gets a browser and a server that are up while its tests run.
 * @param {string} title @param {Serving} serving
 * @param {(setting: {open: (path: string, look?: Look) => ReturnType<typeof open>, address: () => string, name: BrowserName}) => void} tests
 */
export function inBothBrowsers(title, serving, tests) {
  for (const name of BROWSERS) {
    describe(`${title} (${name})`, () => {
      /** @type {Browser | undefined} */
      let browser;
      /** @type {Awaited<ReturnType<typeof serve>>} */
      let server;
      /** @type {Page[]} */
      const pages = [];
      const leave = () => Promise.all(pages.splice(0).map((page) => page.close()));
      before(async () => {
        browser = await shared(name);
        server = await serve(serving);
      });
      after(async () => {
        await leave();
        await server?.close();
      });
      tests({
        name,
        address: () => server.address,
        open: async (path, look) => {
          await leave();
          const opened = await open(/** @type {Browser} */ (browser), `${server.address}${path}`, look);
          pages.push(opened.page);
          return opened;
        },
      });
    });
  }
}
