/**
 * The style of every mark as `::highlight` rules. Longhands only: WebKit drops the `text-decoration` shorthand whole.
 * @import { Label, Layer } from '../findings.js'
 * @import { Colour } from '../page/colour.js'
 */
import { css } from '../page/colour.js';
import { INKS, palette } from './palette.js';
import { bearableShare } from './tints.js';

/** @typedef {'quiet' | 'normal' | 'strong'} Strength */
/** @typedef {{line: 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy', width: string, offset: string, tint: number, faint?: true}} MarkStyle */

/** How wide the fine and the firm line are; em, so that a headline's grow with it. */
const FINE = 'max(1px, 0.06em)';
const FIRM = 'max(2px, 0.1em)';

/**
 * Where the lines run, so that two marks on one word are both seen: who says it close under the letters; caution and
 * hearsay below, clear of the descenders too; and lowest, of a whole sentence, that it has no source.
 */
const SAID = '0.08em';
const CAUTION = '0.27em';
const SENTENCE = '0.44em';

/**
 * One line style for each family, so that colour is never needed to tell them apart. Of an attribution the
 * source has the firm line, the cue the fine one, and what is said only a breath of tint: its line is `faint`, drawn
 * where tints do not tell enough.
 * @type {Record<string, MarkStyle>}
 */
const STYLES = {
  'content-attributed': { line: 'solid', width: FINE, offset: SAID, tint: 0.11, faint: true },
  'cue-attributed': { line: 'solid', width: FINE, offset: SAID, tint: 0.11 },
  'source-attributed': { line: 'solid', width: FIRM, offset: SAID, tint: 0.2 },
  'content-unnamed': { line: 'dashed', width: FINE, offset: SAID, tint: 0.11, faint: true },
  'cue-unnamed': { line: 'dashed', width: FINE, offset: SAID, tint: 0.11 },
  'source-unnamed': { line: 'double', width: FINE, offset: SAID, tint: 0.2 },
  'hearsay-unnamed': { line: 'double', width: FINE, offset: CAUTION, tint: 0.2 },
  'hedge-hedge': { line: 'dotted', width: FIRM, offset: CAUTION, tint: 0.17 },
  'claim-unsourced': { line: 'wavy', width: FINE, offset: SENTENCE, tint: 0.09 },
};

/** The mark that stands for its layer where it is explained. @type {Record<Layer, string>} */
export const SAMPLES = {
  attributed: 'source-attributed',
  unnamed: 'hearsay-unnamed',
  hedge: 'hedge-hedge',
  unsourced: 'claim-unsourced',
};

/** What a strength does to the tints, where the lines still read on them. @type {Record<Strength, number>} */
const TINTS = { quiet: 0, normal: 1, strong: 1.5 };

/** How strong the tint under everything a source said is, and under the finding whose card is open. */
const LIT_TINT = 0.26;

/** What marks are printed on, whatever they are read on: backgrounds are not printed. @type {Colour} */
export const PAPER = [1, 1, 1, 1];

/** The name of a mark's style. @param {{label: Label, layer: Layer}} mark */
export function styleOf({ label, layer }) {
  return `${label}-${layer}`;
}

/** The styles in the order they are painted: what stands later lies on top. */
export const STYLE_NAMES = ['claim-unsourced', ...Object.keys(STYLES).filter((name) => name !== 'claim-unsourced')];

/** The same lines as classes, for the interface's own samples: `line-source-attributed`. */
export const lineSheet = Object.entries(STYLES)
  .map(([name, { line, width, offset }]) => {
    const drawn = underline(line, `var(--ink-${layerOf(name)})`, width, offset);
    return `.line-${name} { ${drawn} }`;
  })
  .join('\n');

/**
 * The rules for text on `background`, whose highlights end in `-${suffix}`.
 * @param {Colour} background @param {number} suffix @param {Strength} strength
 */
export function rules(background, suffix, strength) {
  const printed = css(background) === css(PAPER) ? '' : `@media print { ${coloured(PAPER, suffix, strength)} }`;
  return `@media (forced-colors: none) { ${[coloured(background, suffix, strength), printed, contrasting(suffix)].join('\n')} }
    @media (forced-colors: active) { ${forced(suffix)} }`;
}

/** @param {Colour} background @param {number} suffix @param {Strength} strength */
function coloured(background, suffix, strength) {
  const share = bearableShare(palette(background), background, tintsOf(strength), LIT_TINT);
  const inks = inksOn(background);
  const marks = Object.entries(STYLES).map(([name, style]) => {
    const said = declarations({ ...style, tint: style.tint * share }, inks[layerOf(name)], strength);
    return `::highlight(claimlight-${name}-${suffix}) { ${said} }`;
  });
  const lit = Object.entries(inks).map(
    ([layer, ink]) =>
      `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: ${faded(ink, LIT_TINT * share)} }`,
  );
  return [...marks, ...lit].join('\n');
}

/** The tints of all styles, as they are painted one over the other. @param {Strength} strength */
function tintsOf(strength) {
  return STYLE_NAMES.map((name) => ({ layer: layerOf(name), opacity: STYLES[name].tint * TINTS[strength] }));
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
function declarations(style, ink, strength) {
  const { line, offset, tint, faint } = style;
  const ground = `background-color: ${faded(ink, tint * TINTS[strength])};`;
  if (faint && strength !== 'strong') return ground;
  const width = strength === 'strong' ? firmest(style) : style.width;
  return `${ground} ${underline(line, faded(ink, 1), width, offset)}`;
}

/** The firmest line that keeps to its place: two lines or a wave that grew would meet the line below. @param {MarkStyle} style */
function firmest({ line, width, faint }) {
  return faint || line === 'double' || line === 'wavy' ? width : FIRM;
}

/** @param {string} line @param {string} colour @param {string} width @param {string} offset */
function underline(line, colour, width, offset) {
  return (
    `text-decoration-line: underline; text-decoration-style: ${line}; text-decoration-color: ${colour}; ` +
    `text-decoration-thickness: ${width}; text-underline-offset: ${offset}; text-decoration-skip-ink: auto;`
  );
}

/** Marks come in softly: `paint` moves this property from 0 to 1. @param {string} ink @param {number} opacity */
function faded(ink, opacity) {
  return `rgb(from ${ink} r g b / calc(${opacity.toFixed(3)} * var(--claimlight-shown, 1)))`;
}

/** With more contrast asked for, every part has its line, firm and in the text's own colour. @param {number} suffix */
function contrasting(suffix) {
  const lines = Object.entries(STYLES).map(([name, style]) => {
    const drawn = underline(style.line, 'currentColor', firmest(style), style.offset);
    return `::highlight(claimlight-${name}-${suffix}) { ${drawn} }`;
  });
  return `@media (prefers-contrast: more) { ${lines.join('\n')} }`;
}

/** The same three places, closer: Chromium draws these lines in the colour of selected text, which only reads on its ground. @type {Record<string, string>} */
const INSIDE = { [SAID]: '0.04em', [CAUTION]: '0.13em', [SENTENCE]: '0.1em' };

/** Where the reader's system chooses the colours, Chromium gives every highlight those of selected text; the lines tell them apart. @param {number} suffix */
function forced(suffix) {
  const lines = Object.entries(STYLES).map(([name, { line, width, offset }]) => {
    return `::highlight(claimlight-${name}-${suffix}) { ${underline(line, 'currentColor', width, INSIDE[offset])} }`;
  });
  const lit = Object.keys(INKS).map(
    (layer) => `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: Highlight; color: HighlightText }`,
  );
  return [...lines, ...lit].join('\n');
}
