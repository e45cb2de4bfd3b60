/**
 * Stands in for the core where the interface alone is tested: the same face, its findings read from the sample page's
 * own list (`findings.js`), so that every kind of mark is there whatever the finders find today.
 */
import { reportOf } from './report.js';

export default async function init() {}

/** @param {object} options */
export function unknownOptions(options) {
  return Object.keys(options).filter((name) => !['language', 'rules', 'conditionals', 'confidence'].includes(name));
}

/** @param {string} text */
export function scanText(text) {
  return reportOf(text, []);
}

export class Page {
  /** @type {{node: Text, start: number}[]} */
  #nodes = [];

  /** @param {Element | undefined} root */
  constructor(root) {
    const article = root ?? document.querySelector('article');
    const blocks = [];
    let text = '';
    for (const block of article?.querySelectorAll('h1, p, blockquote') ?? []) {
      const start = text.length;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        this.#nodes.push({ node, start: text.length });
        // As the core does: white space is shown as a space.
        text += node.data.replace(/\s/g, ' ');
      }
      blocks.push({ start, end: text.length, kind: block.localName === 'h1' ? 'heading' : 'paragraph' });
      text += '\n';
    }
    const reason = text ? null : 'no-article';
    this.report = { ...reportOf(text, blocks), page: { reason, language: 'en' } };
  }

  /** @param {number} start @param {number} end */
  range(start, end) {
    const from = this.#nodes.findLast((entry) => entry.start <= start);
    const to = this.#nodes.findLast((entry) => entry.start < end);
    if (!from || !to) return undefined;
    const range = document.createRange();
    range.setStart(from.node, Math.min(start - from.start, from.node.length));
    range.setEnd(to.node, Math.min(end - to.start, to.node.length));
    return range;
  }

  /** @param {Node} node @param {number} offset */
  offset(node, offset) {
    const entry = this.#nodes.find((other) => other.node === node);
    return entry && entry.start + offset;
  }

  join() {
    return true;
  }

  step() {
    return true;
  }

  lookAt() {}

  /** @param {keyof import('../../../www/report.d.ts').Report} name @param {number} start @param {number} n */
  part(name, start, n) {
    const part = this.report[name];
    return Array.isArray(part) ? part.slice(start, start + n) : part;
  }

  #isRead = false;

  read() {
    if (this.#isRead) return 'same';
    this.#isRead = true;
    return 'changed';
  }

  scanned = 1;
  /** @type {Node[]} */
  shadows = [];

  free() {}
}
