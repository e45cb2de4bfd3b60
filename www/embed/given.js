/**
 * A page whose findings were made when it was published, by `claimlight scan --format json --unit utf16`: no engine is
 * loaded. What it says is checked against the findings' text; of a paragraph that has changed nothing is shown.
 * @import { CorePage } from '../core-page.d.ts'
 * @import { Report, Span } from '../report.d.ts'
 * @import { Found } from './places.js'
 */
import { json } from '../json.js';
import { LISTS } from '../scan.js';
import { PageText, positions } from './page-text.js';
import { findBlocks } from './places.js';

/** @implements {CorePage} */
export class GivenPage {
  scanned = 1;
  /** @type {Node[]} */
  shadows = [];
  #whole;
  /** How many characters that are seen stand before each place of the report's text. */
  #before;
  /** @type {PageText} */
  #page;
  /** @type {Found[]} */
  #found;
  /** @type {Report | undefined} */
  #remaining;
  #isAsked = false;

  /** @param {Node} root @param {Report} report */
  constructor(root, report) {
    check(report);
    this.root = root;
    this.#whole = report;
    this.#before = new Uint32Array(report.text.length + 1);
    for (const at of positions(report.text)) this.#before[at + 1] = 1;
    for (let at = 1; at < this.#before.length; at++) this.#before[at] += this.#before[at - 1];
    this.#page = new PageText(root);
    this.#found = findBlocks(report, this.#page);
    const nLost = report.blocks.length - this.#found.length;
    if (nLost)
      console.warn(
        `claimlight: of the findings' ${report.blocks.length} blocks ${nLost} do not stand here word for word`,
      );
  }

  /** What of the findings the page still says. */
  get report() {
    return (this.#remaining ??= {
      ...remaining(this.#whole, (span) => this.#blockOf(span) !== undefined),
      page: pageOf(this.#whole, this.#found.length),
    });
  }

  /** @param {keyof Report} name @param {number} start @param {number} n */
  part(name, start, n) {
    const part = this.report[name];
    return Array.isArray(part) ? part.slice(start, start + n) : part;
  }

  join() {
    return true;
  }

  step() {
    return true;
  }

  lookAt() {}

  read() {
    // What was read to begin with is new to who asks first.
    if (!this.#isAsked) {
      this.#isAsked = true;
      return /** @type {const} */ ('changed');
    }
    this.#page = new PageText(this.root);
    const before = json(this.#found);
    this.#found = findBlocks(this.#whole, this.#page);
    this.#remaining = undefined;
    return before === json(this.#found) ? /** @type {const} */ ('same') : /** @type {const} */ ('changed');
  }

  /** @param {number} start @param {number} end */
  range(start, end) {
    const [first, last] = [this.#blockOf({ start, end: start }), this.#blockOf({ start: end, end })];
    if (!first || !last) return undefined;
    return this.#page.range(this.#placeIn(first, start), this.#placeIn(last, end));
  }

  /** @param {Node} node @param {number} offset */
  offset(node, offset) {
    const inText = node.nodeType === Node.TEXT_NODE;
    const place = inText ? node : firstText(node.childNodes[offset]);
    const index = place && this.#page.indexOf(place, inText ? offset : 0);
    if (index === undefined) return undefined;
    const block = this.#found.find(({ at, start, end }) => at <= index && index <= at + this.#between(start, end));
    if (!block) return undefined;
    const wanted = this.#before[block.start] + index - block.at;
    let place_ = block.start;
    while (place_ < block.end && (this.#before[place_] < wanted || this.#before[place_ + 1] === wanted)) place_++;
    return place_;
  }

  free() {}

  /** @param {number} start @param {number} end */
  #between(start, end) {
    return this.#before[end] - this.#before[start];
  }

  /** @param {Found} block @param {number} offset */
  #placeIn(block, offset) {
    return block.at + this.#between(block.start, offset);
  }

  /** @param {Span} span */
  #blockOf({ start, end }) {
    return this.#found.find((block) => block.start <= start && end <= block.end);
  }
}

/** @param {Node | undefined} node */
function firstText(node) {
  while (node?.firstChild) node = node.firstChild;
  return node;
}

/** @param {Report} report */
function check(report) {
  const missing = LISTS.filter((name) => !Array.isArray(report?.[name]));
  if (typeof report?.text !== 'string' || missing.length) {
    const what = missing.length ? `it has no ${missing.join(', ')}` : 'it has no text';
    throw new Error(`claimlight: what is given as \`report\` is no report of claimlight scan --format json: ${what}`);
  }
  if (report.unit !== 'utf16') {
    throw new Error(`claimlight: the report counts in ${report.unit}; write it with --unit utf16, as scripts count`);
  }
}

/** How the page was read. @param {Report} report @param {number} nFound how many of its blocks the page still says @returns {Report['page']} */
function pageOf({ page, language, blocks }, nFound) {
  const changed = blocks.length - nFound;
  const reason = nFound ? null : 'other-text';
  return { language, ...page, reason: page?.reason ?? (blocks.length ? reason : null), ...(changed && { changed }) };
}

/**
 * What is left of a report where not all of its text is.
 * @param {Report} report @param {(span: Span) => boolean} isThere
 * @returns {Report}
 */
function remaining(report, isThere) {
  const { attributions, blocks, claims, hedges, ledger, provenance, sentences } = report;
  /** @type {Map<number, number>} the new place of each attribution that stays */
  const places = new Map();
  const staying = attributions.filter(({ source, cue, content }, index) => {
    const stays = [cue, ...content, ...(source ? [source] : [])].every(isThere);
    if (stays) places.set(index, places.size);
    return stays;
  });
  return {
    ...report,
    blocks: blocks.filter(isThere),
    sentences: sentences.filter(isThere),
    attributions: staying,
    ledger: ledger.map((entry) => ({
      ...entry,
      mentions: entry.mentions.filter(isThere),
      attributions: entry.attributions.flatMap((index) => places.get(index) ?? []),
    })),
    hedges: hedges.filter(isThere),
    claims: claims
      .filter(isThere)
      .map((claim) => ({ ...claim, attribution: places.get(claim.attribution ?? -1) ?? null })),
    provenance: provenance.filter(isThere),
  };
}
