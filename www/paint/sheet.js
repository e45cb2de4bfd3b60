/**
 * The style of every mark as `::highlight` rules. Longhands only: WebKit drops the `text-decoration` shorthand whole.
 * @import { Label, Layer } from '../findings.js'
 * @import { Colour } from '../page/colour.js'
 */
import { css } from '../page/colour.js';
import { INKS, palette } from './palette.js';

/** @typedef {'quiet' | 'normal' | 'strong'} Strength */
/** @typedef {{line: 'none' | 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy', width: string, offset: string, tint: number}} MarkStyle */

/** How wide the fine and the firm line are; em, so that a headline's grow with it. */
const FINE = 'max(1px, 0.06em)';
const FIRM = 'max(2px, 0.1em)';
/** Below the descenders' shoulder; the wavy line of a whole sentence runs lower, clear of the lines of its words. */
const NEAR = '0.18em';
const LOW = '0.3em';

/**
 * One line style for each family, so that colour is never needed to tell them apart. Of an attribution the
 * source has the firm line, the cue the fine one, and what is said only a breath of tint.
 * @type {Record<string, MarkStyle>}
 */
const STYLES = {
  'content-attributed': { line: 'none', width: FINE, offset: NEAR, tint: 0.11 },
  'cue-attributed': { line: 'solid', width: FINE, offset: NEAR, tint: 0.11 },
  'source-attributed': { line: 'solid', width: FIRM, offset: NEAR, tint: 0.2 },
  'content-unnamed': { line: 'none', width: FINE, offset: NEAR, tint: 0.11 },
  'cue-unnamed': { line: 'dashed', width: FINE, offset: NEAR, tint: 0.11 },
  'source-unnamed': { line: 'double', width: FINE, offset: NEAR, tint: 0.2 },
  'hearsay-unnamed': { line: 'double', width: FINE, offset: NEAR, tint: 0.2 },
  'hedge-hedge': { line: 'dotted', width: FIRM, offset: NEAR, tint: 0.17 },
  'claim-unsourced': { line: 'wavy', width: FINE, offset: LOW, tint: 0.09 },
};

/** The mark that stands for its layer where it is explained. @type {Record<Layer, string>} */
export const SAMPLES = {
  attributed: 'source-attributed',
  unnamed: 'hearsay-unnamed',
  hedge: 'hedge-hedge',
  unsourced: 'claim-unsourced',
};

/** What a strength does to the tints. @type {Record<Strength, number>} */
const TINTS = { quiet: 0, normal: 1, strong: 2 };

/** How strong the tint under everything a source said is, and under the finding whose card is open. */
const LIT_TINT = 0.26;

/** The name of a mark's style. @param {{label: Label, layer: Layer}} mark */
export function styleOf({ label, layer }) {
  return `${label}-${layer}`;
}

/** The styles in the order they are painted: what stands later lies on top. */
export const STYLE_NAMES = ['claim-unsourced', ...Object.keys(STYLES).filter((name) => name !== 'claim-unsourced')];

/** The same lines as classes, for the interface's own samples: `line-source-attributed`. */
export const lineSheet = Object.entries(STYLES)
  .map(([name, { line, width, offset }]) => {
    const drawn = underline(line === 'none' ? 'solid' : line, `var(--ink-${layerOf(name)})`, width, offset);
    return `.line-${name} { ${drawn} }`;
  })
  .join('\n');

/**
 * The rules for text on `background`, whose highlights end in `-${suffix}`.
 * @param {Colour} background @param {number} suffix @param {Strength} strength
 */
export function rules(background, suffix, strength) {
  const inks = inksOn(background);
  const screen = Object.entries(STYLES).map(([name, style]) => {
    const ink = inks[layerOf(name)];
    return `::highlight(claimlight-${name}-${suffix}) { ${declarations(style, ink, strength)} }`;
  });
  const lit = Object.entries(inks).map(
    ([layer, ink]) => `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: ${tint(ink, LIT_TINT)} }`,
  );
  return `@media (forced-colors: none) { ${[...screen, ...lit, contrasting(suffix)].join('\n')} }
    @media (forced-colors: active) { ${forced(suffix)} }`;
}

/**
 * The ink of each layer on a background, unless the page has set its own: `--claimlight-attributed` and so on.
 * @param {Colour} background @returns {Record<Layer, string>}
 */
export function inksOn(background) {
  const inks = Object.entries(palette(background)).map(([layer, ink]) => [
    layer,
    `var(--claimlight-${layer}, ${css(ink)})`,
  ]);
  return Object.fromEntries(inks);
}

/** @param {string} name @returns {Layer} */
function layerOf(name) {
  return /** @type {Layer} */ (name.slice(name.indexOf('-') + 1));
}

/** @param {MarkStyle} style @param {string} ink @param {Strength} strength */
function declarations({ line, width, offset, tint: opacity }, ink, strength) {
  const drawn = line === 'none' && strength === 'strong' ? 'solid' : line;
  const ground = `background-color: ${tint(ink, opacity * TINTS[strength])};`;
  return drawn === 'none' ? ground : `${ground} ${underline(drawn, faded(ink, 1), width, offset)}`;
}

/** @param {string} line @param {string} colour @param {string} width @param {string} offset */
function underline(line, colour, width, offset) {
  return (
    `text-decoration-line: underline; text-decoration-style: ${line}; text-decoration-color: ${colour}; ` +
    `text-decoration-thickness: ${width}; text-underline-offset: ${offset}; text-decoration-skip-ink: auto;`
  );
}

/** @param {string} ink @param {number} opacity */
function tint(ink, opacity) {
  return faded(ink, Math.min(opacity, 0.5));
}

/** Marks come in softly: `paint` moves this property from 0 to 1. @param {string} ink @param {number} opacity */
function faded(ink, opacity) {
  return `rgb(from ${ink} r g b / calc(${opacity.toFixed(3)} * var(--claimlight-shown, 1)))`;
}

/** With more contrast asked for, every part has its line, firm and in the text's own colour. @param {number} suffix */
function contrasting(suffix) {
  const lines = Object.entries(STYLES).map(([name, { line, offset }]) => {
    const width = line === 'none' || line === 'wavy' ? FINE : FIRM;
    const drawn = line === 'none' ? 'solid' : line;
    return `::highlight(claimlight-${name}-${suffix}) { ${underline(drawn, 'currentColor', width, offset)} }`;
  });
  return `@media (prefers-contrast: more) { ${lines.join('\n')} }`;
}

/** Close under the letters: Chromium draws these lines in the colour of selected text, which only reads on its ground. */
const INSIDE = '0.05em';

/** Where the reader's system chooses the colours, Chromium gives every highlight those of selected text; the lines tell them apart. @param {number} suffix */
function forced(suffix) {
  const lines = Object.entries(STYLES).map(([name, { line, width }]) => {
    const drawn = line === 'none' ? 'solid' : line;
    return `::highlight(claimlight-${name}-${suffix}) { ${underline(drawn, 'currentColor', width, INSIDE)} }`;
  });
  const lit = Object.keys(INKS).map(
    (layer) => `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: Highlight; color: HighlightText }`,
  );
  return [...lines, ...lit].join('\n');
}
