/** Colours: reading what a browser computes, contrast (WCAG 2.2), and the lightness that reaches it (OKLCH, Ottosson 2020). */

/** Red, green and blue from 0 to 1, not yet linear, and how opaque. @typedef {[number, number, number, number]} Colour */

/**
 * Reads `rgb(…)`, `rgba(…)` or `color(srgb …)`, the forms in which browsers compute most colours; anything else is not read.
 * What lies outside of what a screen shows is cut to it.
 * @param {string} text
 * @returns {Colour | undefined}
 */
export function readColour(text) {
  const [, name = '', inner = ''] = text.match(/^(rgba?|color)\(([^)]*)\)$/i) ?? [];
  const parts = inner.split(/[\s,/]+/).filter(Boolean);
  const isColour = name === 'color';
  if (isColour && parts.shift() !== 'srgb') return undefined;
  const [red, green, blue, opacity = 1] = parts.map((part, index) => channel(part, isColour || index === 3 ? 1 : 255));
  return blue === undefined ? undefined : [red, green, blue, opacity];
}

/** A channel from 0 to 1; one that is `none` counts as 0 (CSS Color 4, 4.4). @param {string} part @param {number} most */
function channel(part, most) {
  const number = parseFloat(part) || 0;
  return Math.min(1, Math.max(0, number / (part.endsWith('%') ? 100 : most)));
}

/**
 * `front` laid over an opaque `back`.
 * @param {Colour} front @param {Colour} back @param {number} [opacity] how opaque, if not as it is itself
 * @returns {Colour}
 */
export function over(front, back, opacity = front[3]) {
  const rest = 1 - opacity;
  return [
    front[0] * opacity + back[0] * rest,
    front[1] * opacity + back[1] * rest,
    front[2] * opacity + back[2] * rest,
    1,
  ];
}

/** @param {number} channel */
const linear = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** @param {number} channel */
export const encoded = (channel) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);

/** Relative luminance. @param {Colour} colour */
export function luminance([red, green, blue]) {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two opaque colours, from 1 to 21. @param {Colour} one @param {Colour} other */
export function contrast(one, other) {
  return contrastOfLights(luminance(one), luminance(other));
}

/** The same of their luminances, for who knows them. @param {number} one @param {number} other */
export function contrastOfLights(one, other) {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * The colour with this lightness (0 to 1), chroma and hue (degrees), its channels cut to what a screen shows.
 * @param {number} lightness @param {number} chroma @param {number} hue
 * @returns {Colour}
 */
export function oklch(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const channel = (/** @type {number} */ value) => Math.min(1, Math.max(0, encoded(Math.max(0, value))));
  return [channel(red), channel(green), channel(blue), 1];
}

/**
 * A colour as CSS writes it.
 * @param {Colour} colour @param {number} [opacity]
 */
export function css([red, green, blue], opacity = 1) {
  const [r, g, b] = [red, green, blue].map((channel) => Math.round(channel * 255));
  return opacity === 1 ? `rgb(${r} ${g} ${b})` : `rgb(${r} ${g} ${b} / ${opacity})`;
}
