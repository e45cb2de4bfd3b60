/** The two stock browsers that the interface is tested in. */
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Record<string, import('puppeteer-core').LaunchOptions & {paths: string[]}>} */
const BROWSERS = {
  chromium: {
    args: CHROMIUM_FLAGS,
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  },
  firefox: { browser: 'firefox', paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'] },
};

export const NAMES = Object.keys(BROWSERS);

/** @param {string} name */
export function launch(name) {
  const { paths, ...options } = BROWSERS[name];
  const executablePath = process.env[`${name.toUpperCase()}_PATH`] ?? paths.find((path) => existsSync(path));
  if (!executablePath)
    throw new Error(`${name} is not installed: apt-get install ${name === 'firefox' ? 'firefox-esr' : name}`);
  return puppeteer.launch({ ...options, executablePath, headless: true });
}
