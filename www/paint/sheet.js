/**
 * The style of every mark as `::highlight` rules. Longhands only: WebKit drops the `text-decoration` shorthand whole.
 * @import { Label, Layer } from '../findings.js'
 * @import { Colour } from '../page/colour.js'
 * @import { Place } from './places.js'
 * @import { Tint } from './tints.js'
 */
import { css } from '../page/colour.js';
import { INKS, isLight, palette } from './palette.js';
import { offsetOf, OWN_ROOM } from './places.js';
import { bearableShare, readableLight, readableShare } from './tints.js';

/** @typedef {'quiet' | 'normal' | 'strong'} Strength */
/** @typedef {{line: 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy', width: string, place: Place, tint: number, faint?: true}} MarkStyle */

/** How wide the fine and the firm line are; em, so that a headline's grow with it. */
const FINE = 'max(1px, 0.06em)';
const FIRM = 'max(2px, 0.1em)';

/**
 * One line style for each family, so that colour is never needed to tell them apart. Of an attribution the
 * source has the firm line, the cue the fine one, and what is said only a breath of tint: its line is `faint`, drawn
 * where tints do not tell enough.
 * @type {Record<string, MarkStyle>}
 */
const STYLES = {
  'content-attributed': { line: 'solid', width: FINE, place: 'said', tint: 0.11, faint: true },
  'cue-attributed': { line: 'solid', width: FINE, place: 'said', tint: 0.11 },
  'source-attributed': { line: 'solid', width: FIRM, place: 'said', tint: 0.2 },
  'content-unnamed': { line: 'dashed', width: FINE, place: 'said', tint: 0.11, faint: true },
  'cue-unnamed': { line: 'dashed', width: FINE, place: 'said', tint: 0.11 },
  'source-unnamed': { line: 'double', width: FINE, place: 'said', tint: 0.2 },
  'hearsay-unnamed': { line: 'double', width: FINE, place: 'hearsay', tint: 0.2 },
  'hedge-hedge': { line: 'dotted', width: FIRM, place: 'caution', tint: 0.17 },
  'claim-unsourced': { line: 'wavy', width: FINE, place: 'sentence', tint: 0.09 },
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

/** A tint under this is not seen: what is said then has its faint line. */
const LEAST_TINT = 0.04;

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
  .map(([name, { line, width, place }]) => {
    const drawn = underline(line, `var(--ink-${layerOf(name)})`, width, offsetOf(place, OWN_ROOM));
    return `.line-${name} { ${drawn} }`;
  })
  .join('\n');

/**
 * What of their opacity tints keep on a ground, from 0 to 1: those of marks, and the light. Text that would not be read
 * on the light is `dim`: what is lit is then written in black or white.
 * @typedef {{share: number, light: number, isDim: boolean}} Shares
 */

/** What marks lie on, as far as their look depends on it: the colour, what tints keep there, the number of the room below the letters. @typedef {Shares & {colour: Colour, room: number}} Ground */

/** What is known of the ground alone: no text on it, and all the room. @param {Colour} colour @param {Strength} strength @returns {Ground} */
export function bareGround(colour, strength) {
  return { colour, ...newShares(strength)(colour), room: 0 };
}

/**
 * Gives what tints keep on a ground, under text of this colour if it is known; every paragraph asks, so it is kept.
 * @param {Strength} strength @returns {(colour: Colour, text?: Colour) => Shares}
 */
export function newShares(strength) {
  const tints = STYLE_NAMES.map((name) => ({ layer: layerOf(name), opacity: STYLES[name].tint * TINTS[strength] }));
  /** @type {Map<string, Shares>} */
  const known = new Map();
  return (colour, text) => {
    const key = `${colour} ${text}`;
    const shares = known.get(key) ?? sharesOn(colour, text, tints);
    known.set(key, shares);
    return shares;
  };
}

/** What reads best on a ground. @param {Colour} colour @returns {Colour} */
const helpOn = (colour) => (isLight(colour) ? [0, 0, 0, 1] : [1, 1, 1, 1]);

/** @param {Colour} colour @param {Colour | undefined} text @param {Tint[]} tints @returns {Shares} */
function sharesOn(colour, text, tints) {
  const inks = palette(colour);
  const most = bearableShare(inks, colour, tints, LIT_TINT);
  if (!text) return { share: most, light: most, isDim: false };
  const share = readableShare(text, most, inks, colour, tints);
  const lightUnder = (/** @type {Colour} */ words) => readableLight(words, share, most, inks, colour, tints, LIT_TINT);
  const own = lightUnder(text);
  const helped = own < most ? lightUnder(helpOn(colour)) : own;
  return { share, light: Math.max(own, helped), isDim: helped > own };
}

/**
 * The rules for text on a ground, whose highlights end in `-${suffix}`.
 * @param {Ground} ground @param {number} suffix @param {Strength} strength
 */
export function rules(ground, suffix, strength) {
  const { colour, room, isDim } = ground;
  const paper = { ...bareGround(PAPER, strength), room, isDim };
  const printed = css(colour) === css(PAPER) ? '' : `@media print { ${coloured(paper, suffix, strength)} }`;
  return `@media (forced-colors: none) { ${[coloured(ground, suffix, strength), printed, contrasting(suffix, room)].join('\n')} }
    @media (forced-colors: active) { ${forced(suffix)} }`;
}

/** @param {Ground} ground @param {number} suffix @param {Strength} strength */
function coloured({ colour, share, light, isDim, room }, suffix, strength) {
  const inks = inksOn(colour);
  const marks = Object.entries(STYLES).map(([name, style]) => {
    const said = declarations({ ...style, tint: style.tint * share }, inks[layerOf(name)], strength, room);
    return `::highlight(claimlight-${name}-${suffix}) { ${said} }`;
  });
  const text = isDim ? `color: ${css(helpOn(colour))};` : '';
  const lit = Object.entries(inks).map(([layer, ink]) => {
    // Where no light is seen that words can be read on, a line above them says the same.
    const isSeen = LIT_TINT * light >= LEAST_TINT;
    const line = isSeen ? '' : `text-decoration-line: overline; text-decoration-color: ${faded(ink, 1)};`;
    return `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: ${faded(ink, LIT_TINT * light)}; ${text} ${line} }`;
  });
  return [...marks, ...lit].join('\n');
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

/** @param {MarkStyle} style @param {string} ink @param {Strength} strength @param {number} room */
function declarations(style, ink, strength, room) {
  const { line, place, tint, faint } = style;
  const ground = `background-color: ${faded(ink, tint * TINTS[strength])};`;
  const isToldByTint = strength === 'quiet' || (strength === 'normal' && tint >= LEAST_TINT);
  // On paper it may be, and on the screen not.
  if (faint && isToldByTint) return `${ground} text-decoration-line: none;`;
  const width = strength === 'strong' ? firmest(style) : style.width;
  return `${ground} ${underline(line, faded(ink, 1), width, offsetOf(place, room))}`;
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

/** With more contrast asked for, every part has its line, firm and in the text's own colour. @param {number} suffix @param {number} room */
function contrasting(suffix, room) {
  const lines = Object.entries(STYLES).map(([name, style]) => {
    const drawn = underline(style.line, 'currentColor', firmest(style), offsetOf(style.place, room));
    return `::highlight(claimlight-${name}-${suffix}) { ${drawn} }`;
  });
  return `@media (prefers-contrast: more) { ${lines.join('\n')} }`;
}

/** Other places, all on the text's own ground: Chromium draws these lines in the colour of selected text, which reads there alone. @type {Record<Place, string>} */
const INSIDE = { said: '0.04em', hearsay: '0.13em', caution: '0.13em', sentence: '0.1em' };

/** Where the reader's system chooses the colours, Chromium gives every highlight those of selected text; the lines tell them apart. @param {number} suffix */
function forced(suffix) {
  const lines = Object.entries(STYLES).map(([name, { line, width, place }]) => {
    return `::highlight(claimlight-${name}-${suffix}) { ${underline(line, 'currentColor', width, INSIDE[place])} }`;
  });
  const lit = Object.keys(INKS).map(
    (layer) => `::highlight(claimlight-lit-${layer}-${suffix}) { background-color: Highlight; color: HighlightText }`,
  );
  return [...lines, ...lit].join('\n');
}
