/** What the extension does at its browser's calls, with a browser of the test's own. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** @typedef {Record<string, any>} Kept */

/** What is kept, what was granted, what was called. @type {{kept: Kept, granted: string[], calls: [string, any][], listeners: Record<string, Function>}} */
const state = { kept: {}, granted: [], calls: [], listeners: {} };

const hears = (/** @type {string} */ name) => ({
  addListener: (/** @type {Function} */ act) => (state.listeners[name] = act),
});
const does =
  (/** @type {string} */ name, /** @type {unknown} */ answer = undefined) =>
  async (/** @type {any} */ asked) => {
    state.calls.push([name, asked]);
    return answer;
  };

/** As Firefox for Android has it: without menus, side bar and commands. */
const fake = {
  runtime: { onInstalled: hears('installed'), onStartup: hears('startup'), onMessage: hears('message') },
  permissions: {
    onRemoved: hears('removed'),
    contains: async (/** @type {{origins: string[]}} */ { origins }) =>
      origins.every((origin) => state.granted.includes(origin)),
  },
  action: {
    onClicked: hears('clicked'),
    setBadgeBackgroundColor: does('colour'),
    setBadgeText: does('badge'),
    setTitle: does('title'),
    setPopup: does('popup'),
    openPopup: does('opened'),
  },
  scripting: {
    unregisterContentScripts: does('unregistered'),
    registerContentScripts: does('registered'),
    executeScript: does('ran', [{ result: null }]),
  },
  i18n: { getMessage: (/** @type {string} */ key) => key },
  extension: { inIncognitoContext: false },
  storage: {
    local: {
      get: async (/** @type {string | string[] | null} */ keys) => {
        const asked = keys === null ? Object.keys(state.kept) : [keys].flat();
        return Object.fromEntries(asked.filter((key) => key in state.kept).map((key) => [key, state.kept[key]]));
      },
      set: async (/** @type {Kept} */ change) => void Object.assign(state.kept, change),
      remove: async (/** @type {string | string[]} */ keys) => [keys].flat().forEach((key) => delete state.kept[key]),
    },
  },
};
Object.assign(globalThis, {
  browser: fake,
  location: { origin: 'https://news.example', pathname: '/story', search: '' },
});

await import('../../../www/extension/background.js');
const { patternOf, settings, siteOf } = await import('../../../www/extension/settings.js');
const { reasonAt } = await import('../../../www/extension/cannot.js');
const { ownStore } = await import('../../../www/extension/store.js');

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const called = (/** @type {string} */ name) => state.calls.filter(([call]) => call === name).map(([, asked]) => asked);

beforeEach(() => {
  Object.assign(state, { kept: {}, granted: [], calls: [] });
  fake.extension.inIncognitoContext = false;
});

test('where there are no menus, all the rest is heard', async () => {
  assert.deepEqual(Object.keys(state.listeners).sort(), ['clicked', 'installed', 'message', 'removed', 'startup']);
  await state.listeners.installed();
});

test('a site that the browser may no longer open is always marked no more', async () => {
  state.kept.sites = ['https://one.example', 'https://other.example'];
  state.granted = ['https://other.example/*'];
  await state.listeners.removed();
  assert.deepEqual(state.kept.sites, ['https://other.example']);
  const [[script]] = called('registered');
  assert.deepEqual(script.matches, ['https://other.example/*']);
});

test('what asks for the light is lit where it asks from, and only on a site that was chosen', async () => {
  state.kept.sites = ['https://news.example:8443'];
  const tab = { id: 7, url: 'https://elsewhere.example/' };
  state.listeners.message({ type: 'always' }, { tab, url: 'https://news.example/story', documentId: 'd0' });
  await settled();
  assert.deepEqual(called('ran'), [], 'another port is another site');
  state.listeners.message({ type: 'always' }, { tab, url: 'https://news.example:8443/story', documentId: 'd1' });
  await settled();
  assert.ok(called('ran').length > 0);
  for (const { target } of called('ran')) assert.deepEqual(target, { tabId: 7, documentIds: ['d1'] });
});

test('what asks for the light and is gone is excused to nobody', async () => {
  state.kept.sites = ['https://news.example'];
  const { executeScript } = fake.scripting;
  fake.scripting.executeScript = async () => Promise.reject(new Error('No document with that id'));
  state.listeners.message({ type: 'always' }, { tab: { id: 7 }, url: 'https://news.example/story', documentId: 'd1' });
  await settled();
  fake.scripting.executeScript = executeScript;
  assert.deepEqual(state.calls, []);
});

test('a fault of our own is not laid on the browser, and a page with nothing to read has no count', async () => {
  const { executeScript } = fake.scripting;
  fake.scripting.executeScript = async (/** @type {any} */ { files, args }) =>
    files || args ? Promise.reject(new Error('out of memory')) : [{ result: /** @type {any} */ ('text/html') }];
  await state.listeners.clicked({ id: 7, url: 'https://news.example/' });
  fake.scripting.executeScript = executeScript;
  assert.equal(called('title').at(-1).title, 'cannot_failed');
  assert.equal(called('popup').at(-1).popup, '', 'the next click tries again');
  state.listeners.message({ type: 'changed', isOn: true, isRead: false, unsourced: 0 }, { tab: { id: 7 } });
  await settled();
  assert.equal(called('title').at(-1).title, 'badge_unread');
});

test('a site is one that could be marked; its permission holds for every port', () => {
  assert.equal(siteOf('https://news.example:8443/story?id=1'), 'https://news.example:8443');
  assert.equal(patternOf('https://news.example:8443'), 'https://news.example/*');
  for (const no of ['mailto:news@news.example', 'about:blank', 'file:///story.html', 'news.example', undefined])
    assert.equal(siteOf(no), undefined);
});

test('why a browser lets nothing run is told by the address', () => {
  assert.equal(reasonAt('https://news.example/paper.pdf?page=2'), 'pdf');
  assert.equal(reasonAt('https://news.example/read?file=paper.pdf'), 'other');
  assert.equal(reasonAt('https://addons.mozilla.org/'), 'store');
  assert.equal(reasonAt('about:support'), 'browser');
});

const KEY = 'claimlight:hidden:/story';
const HERE = `https://news.example ${KEY}`;

test('two tabs of one page each hide a mark, and both stay hidden', async () => {
  state.kept[HERE] = 'old';
  const [one, other] = [await ownStore(), await ownStore()];
  one.write(KEY, 'old\u001efirst');
  await settled();
  other.write(KEY, 'second');
  await settled();
  assert.deepEqual(state.kept[HERE].split('\u001e').sort(), ['first', 'second'], 'and what one brought back is back');
  one.write(KEY, '');
  await settled();
  assert.equal(state.kept[HERE], 'second');
});

test('what versions before kept of one site and this one does not read is forgotten, and nothing else', async () => {
  const kept = { [HERE]: 'old', 'claimlight:strength': 'strong', interfaceLanguage: 'fr', rules: 'a claimlight:b' };
  state.kept = { ...kept, 'https://news.example claimlight:strength': 'quiet' };
  await state.listeners.installed();
  assert.deepEqual(state.kept, kept);
});

test('in a private window nothing is written', async () => {
  state.kept[HERE] = 'old';
  fake.extension.inIncognitoContext = true;
  const store = await ownStore();
  store.write(KEY, 'old\u001efirst');
  await settled();
  assert.equal(store.read(KEY), 'old\u001efirst');
  assert.deepEqual(state.kept, { [HERE]: 'old' });
});

test('how a reader likes pages holds on all sites, and the language is that of the options', async () => {
  fake.extension.inIncognitoContext = false;
  const store = await ownStore();
  store.write('claimlight:strength', 'strong');
  store.write('claimlight:language', 'fr');
  await settled();
  assert.equal(state.kept['claimlight:strength'], 'strong');
  assert.equal((await settings()).interfaceLanguage, 'fr');
  assert.equal((await ownStore()).read('claimlight:language'), 'fr');
});
