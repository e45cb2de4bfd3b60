/** Builds the interface's elements. No HTML is parsed: a page's Trusted Types policy would refuse it. */

/**
 * @typedef {object} Properties
 * @property {string} [class]
 * @property {string} [text]
 * @property {Record<string, string | number | boolean | null | undefined>} [attributes] null, undefined and false leave one out
 * @property {Record<string, string>} [style]
 * @property {Record<string, (event: any) => void>} [on]
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Properties} [properties] @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  return dressed(document.createElement(tag), properties, children);
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag @param {Properties} [properties] @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function drawing(tag, properties = {}, ...children) {
  return dressed(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);
}

/**
 * @template {HTMLElement | SVGElement} Built
 * @param {Built} built @param {Properties} properties @param {Child[]} children
 * @returns {Built}
 */
function dressed(built, { class: classes, text, attributes = {}, style = {}, on = {} }, children) {
  if (classes) built.setAttribute('class', classes);
  const [, part] = /^layer (\w+)/.exec(classes ?? '') ?? [];
  // A publisher styles these from outside: claimlight-host::part(panel).
  if (part) built.setAttribute('part', part);
  if (text !== undefined) built.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    // What is not pressed says so; what is not disabled has no such attribute.
    const isAbsent = value === null || value === undefined || (value === false && !name.startsWith('aria-'));
    if (!isAbsent) built.setAttribute(name, String(value));
  }
  for (const [name, value] of Object.entries(style)) setStyle(built, name, value);
  for (const [type, listener] of Object.entries(on)) built.addEventListener(type, listener);
  built.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return built;
}

/** A style attribute would fall under the page's policy; the object model does not. */
function setStyle(
  /** @type {HTMLElement | SVGElement} */ built,
  /** @type {string} */ name,
  /** @type {string} */ value,
) {
  const property = name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  built.style.setProperty(property, value);
}

/** The drawings on buttons: strokes on a square of 16. */
const ICONS = {
  close: 'M4 4l8 8M12 4l-8 8',
  below: 'M2.5 3h11v10h-11zM2.5 9h11',
  beside: 'M2.5 3h11v10h-11zM9.5 3v10',
  previous: 'M3.5 10L8 5.5l4.5 4.5',
  next: 'M3.5 6L8 10.5 12.5 6',
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zM10.5 10.5l3 3',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return drawing(
    'svg',
    { class: 'icon', attributes: { viewBox: '0 0 16 16', 'aria-hidden': 'true' } },
    drawing('path', { attributes: { d: ICONS[name] } }),
  );
}

/** @param {string} label @param {keyof typeof ICONS} name @param {() => void} onClick @param {string} [classes] */
export function iconButton(label, name, onClick, classes = '') {
  const attributes = { type: 'button', 'aria-label': label, title: label };
  return element('button', { class: `icon-button ${classes}`, attributes, on: { click: onClick } }, icon(name));
}

/** @param {string} text @param {() => void} onClick @param {string} [classes] */
export function textButton(text, onClick, classes = '') {
  return element('button', {
    class: `button ${classes}`,
    text,
    attributes: { type: 'button' },
    on: { click: onClick },
  });
}
