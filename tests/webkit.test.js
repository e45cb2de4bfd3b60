/** The third engine: every mark painted, card and panel opened by pointer and by keys, and all of it taken off again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { difference } from './e2e/pixels.js';
import { startWebKit } from './e2e/webkit.js';
import { serveProject } from './www/browser/desk.js';

/** What of the pixels under a mark changes at least when it is painted: its line is a tenth of what it underlines. */
const LEAST_INK = 0.01;

/** Styles that are lines. */
const LINES = [
  'claim-unsourced',
  'cue-attributed',
  'cue-unnamed',
  'hearsay-unnamed',
  'hedge-hedge',
  'source-attributed',
  'source-unnamed',
];

/** Those on `wire.html`, where every claim has its source. */
const WIRE_LINES = LINES.filter((style) => style !== 'claim-unsourced');

/** Styles that are a tint alone; a tint is no difference to the eye of `difference`. */
const TINTS = ['content-attributed', 'content-unnamed'];

const INSIDE = `document.querySelector('claimlight-host').shadowRoot`;

/** The first place in the window of each style that is painted. */
const PLACES = `[...CSS.highlights].filter(([name]) => !name.includes('-lit-')).map(([name, ranges]) => {
  const { x, y, width, height } = [...ranges][0].getClientRects()[0];
  return { style: name.replace(/^claimlight-|-\\d+$/g, ''), box: { x, y, width, height: height + 4 } };
})`;

/** The middle of the words that one mark covers. @param {string} words */
const middleOf = (words) => `[...CSS.highlights.values()].flatMap((ranges) => [...ranges])
  .filter((range) => String(range) === '${words}').map((range) => range.getClientRects()[0])
  .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))[0]`;

/** @typedef {{style: string, box: import('./e2e/pixels.js').Box}} Place */

/** @param {Place[]} places */
const stylesOf = (places) => [...new Set(places.map(({ style }) => style))].sort();

/** Those of the places that two pictures show differently. @param {Place[]} places @param {Buffer} painted @param {Buffer} bare */
const seen = (places, painted, bare) => places.filter(({ box }) => difference(painted, bare, box) >= LEAST_INK);

describe('Claimlight in WebKit', () => {
  /** @type {import('./e2e/webkit.js').WebKit} */
  let webkit;
  /** @type {Awaited<ReturnType<typeof serveProject>>} */
  let server;
  before(async () => {
    server = await serveProject();
    webkit = await startWebKit();
    await webkit.resize(1280, 1000);
  });
  after(async () => {
    await webkit?.close();
    await server?.close();
  });
  /** @param {string} query */
  const open = async (query) => {
    await webkit.open(`${server.address}/tests/www/sample/index.html?${query}`);
    await webkit.until('window.light && CSS.highlights.size > 8');
    await webkit.until('document.getAnimations().every(({ playState }) => playState === "finished")');
  };
  /** The first place of each style that is a line. @returns {Promise<Place[]>} */
  const places = async () =>
    (await webkit.value(PLACES)).filter((/** @type {Place} */ { style }) => !TINTS.includes(style));

  const sentence = () => webkit.value(`${INSIDE}.querySelector('.card .sentence')?.textContent`);

  it('paints every style of mark, and a style that is lost would be seen', async () => {
    await open('panel=none');
    const lines = await places();
    assert.deepEqual(stylesOf(lines), LINES);
    const painted = await webkit.picture();
    await webkit.run('CSS.highlights.clear()');
    const bare = await webkit.picture();
    assert.deepEqual(stylesOf(seen(lines, painted, bare)), LINES);
    assert.deepEqual(seen(lines, await webkit.picture(), bare), [], 'what is not painted is not seen');
  });

  it('keeps a page that WebKit would end if marks were laid on out of their order, and the marks when they are painted anew', async () => {
    await webkit.open(`${server.address}/tests/pages/wire.html`);
    const bare = await webkit.picture();
    await webkit.run(
      `import('/www/claimlight.js').then(async ({ start }) => { window.light = await start({ panel: 'none' }); })`,
    );
    await webkit.until('window.light && CSS.highlights.size > 5');
    for (const look of [
      { layers: ['attributed', 'unnamed', 'unsourced'] },
      { layers: ['attributed', 'unnamed', 'hedge', 'unsourced'] },
      { strength: 'strong' },
    ]) {
      // Each look is painted from the beginning, under what is lit: the first marks before the rest.
      await webkit.value(`light.select(light.findings.find(({ layer }) => layer === 'attributed').id)`);
      await webkit.run(`isPainted = false; light.show(${JSON.stringify(look)});
        light.painted().then(() => { isPainted = true; });`);
      await webkit.until('isPainted');
      await webkit.press('Escape');
      await webkit.until(`!${INSIDE}.querySelector('.card')`);
      const lines = await places();
      const expected = WIRE_LINES.filter(
        (style) => style !== 'hedge-hedge' || look.layers?.includes('hedge') !== false,
      );
      assert.deepEqual(stylesOf(lines), expected);
      assert.deepEqual(stylesOf(seen(lines, await webkit.picture(), bare)), expected);
    }
    await webkit.value('light.stop()');
  });

  it('opens a card by a click, and Escape closes it', async () => {
    await open('panel=small');
    await webkit.click(await webkit.value(middleOf('allegedly')));
    await webkit.until(`${INSIDE}.querySelector('.card:popover-open')`);
    assert.match(await sentence(), /without naming who reported it/);
    await webkit.press('Escape');
    await webkit.until(`!${INSIDE}.querySelector('.card')`);
  });

  it('opens the card of the mark at the caret by Enter', async () => {
    await open('panel=small');
    await webkit.value(`(() => { const text = document.querySelector('article p').firstChild;
      getSelection().collapse(text, text.data.indexOf('mayor')); })()`);
    await webkit.press('Enter');
    await webkit.until(`${INSIDE}.querySelector('.card:popover-open')`);
    assert.match(await sentence(), /by role, not by name/);
  });

  it('opens the panel by a click and by a key, and its rooms by arrow keys', async () => {
    await open('panel=small');
    const launcher = `${INSIDE}.querySelector('.launcher button')`;
    const box = await webkit.value(`${launcher}.getBoundingClientRect().toJSON()`);
    await webkit.click({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await webkit.until(`${INSIDE}.querySelector('.panel:popover-open')`);
    await webkit.value(`${INSIDE}.querySelector('.head button:not(.dock)').click()`);
    await webkit.until(`${INSIDE}.activeElement === ${launcher}`);
    await webkit.press('Enter');
    await webkit.until(`${INSIDE}.querySelector('.panel:popover-open')`);
    await webkit.value(`${INSIDE}.getElementById('tab-overview').focus()`);
    await webkit.press('ArrowRight');
    await webkit.until(`${INSIDE}.activeElement.id === 'tab-findings' && ${INSIDE}.querySelector('.finding')`);
  });

  it('leaves the page as it was', async () => {
    await open('panel=open');
    await webkit.value(`light.select('attribution-1')`);
    await webkit.value('light.stop()');
    assert.equal(await webkit.value('document.documentElement.outerHTML === claimlightBefore'), true);
    assert.equal(await webkit.value('CSS.highlights.size + document.adoptedStyleSheets.length'), 0);
  });
});
