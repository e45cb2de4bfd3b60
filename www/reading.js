/**
 * One reading of one article: the report, what the reader chose to see of it, and what they have before them.
 * Everything drawn looks at this and is told when it changes; nothing drawn knows of another.
 * @import { Choice, Finding, Layer, Mark } from './findings.js'
 * @import { CorePage, Report, Span } from './report.d.ts'
 * @import { Settings } from './options.js'
 * @import { Speech } from './interface/say.js'
 */
import { admitted, chosen, findings } from './findings.js';

/** What can change, and whoever draws it is told. @typedef {'choice' | 'selection' | 'lit'} Change */

/**
 * @typedef {Choice & Pick<Settings, 'strength' | 'strip' | 'print'>} View what the reader chose to see
 */

/**
 * Where a selection comes from: the place keeps the focus, and only one from the panel moves the page.
 * @typedef {'page' | 'panel' | 'card' | 'strip' | 'caller'} Origin
 */

export class Reading {
  /** @type {Map<Change, Set<() => void>>} */
  #listeners = new Map();
  /** @type {Finding[] | undefined} */
  #shown;

  /** @param {CorePage} page @param {Report} report @param {Settings} settings @param {Speech} speech @param {ReadonlySet<string>} hidden */
  constructor(page, report, settings, speech, hidden) {
    this.page = page;
    this.report = report;
    this.speech = speech;
    /** Every finding, shown or not. */
    this.all = findings(this.report);
    const { conditionals, confidence, strength, strip, print } = settings;
    /** @type {View} */
    this.view = { layers: new Set(settings.layers), conditionals, confidence, strength, strip, print, hidden };
    /** @type {{finding: Finding, origin: Origin} | undefined} */
    this.selection = undefined;
    /** The entry of the ledger whose words are lit. @type {number | null} */
    this.lit = null;
  }

  /** What the reader has chosen to see, in text order. */
  get shown() {
    this.#shown ??= chosen(this.all, this.view);
    return this.#shown;
  }

  /** How many findings each layer has, whether or not it is on. @param {Layer} layer */
  count(layer) {
    return this.all.filter((finding) => finding.layer === layer && admitted(finding, this.view)).length;
  }

  /** Whether an attribution is sure enough to be shown and counted. @param {number} index */
  counts = (index) => {
    const id = `attribution-${index}`;
    return this.report.attributions[index].confidence >= this.view.confidence && !this.view.hidden.has(id);
  };

  /** @param {Span} span */
  textOf({ start, end }) {
    return this.report.text.slice(start, end);
  }

  /** The entry of the ledger a finding's words come from. @param {Finding} finding */
  speakerOf({ speaker }) {
    return speaker === null ? undefined : this.report.ledger[speaker];
  }

  /** @param {Partial<View>} change */
  choose(change) {
    this.view = { ...this.view, ...change };
    this.#shown = undefined;
    this.#tell('choice');
  }

  /** What a page asks to be shown from now on. @param {Partial<Settings>} settings */
  change({ layers, ...others }) {
    const known = Object.entries(others).filter(([name]) => name in this.view);
    this.choose({ ...Object.fromEntries(known), ...(layers && { layers: new Set(layers) }) });
  }

  /** @param {Layer} layer */
  toggle(layer) {
    const layers = new Set(this.view.layers);
    if (!layers.delete(layer)) layers.add(layer);
    this.choose({ layers });
  }

  /** @param {Finding | undefined} finding @param {Origin} origin */
  select(finding, origin) {
    this.selection = finding && { finding, origin };
    this.#tell('selection');
  }

  /** The finding after or before the one selected, round the end. @param {1 | -1} step @param {Finding[]} among */
  neighbour(step, among = this.shown) {
    const index = among.findIndex(({ id }) => id === this.selection?.finding.id);
    if (index < 0) return among.at(step > 0 ? 0 : -1);
    return among[(index + step + among.length) % among.length];
  }

  /** Lights everything an entry of the ledger said. @param {number | null} speaker */
  light(speaker) {
    if (speaker === this.lit) return;
    this.lit = speaker;
    this.#tell('lit');
  }

  /** The marks to light. @returns {Mark[]} */
  get litMarks() {
    const { lit, selection } = this;
    const selected = selection?.finding.marks ?? [];
    if (lit === null) return selected;
    return [...selected, ...this.shown.filter(({ speaker }) => speaker === lit).flatMap(({ marks }) => marks)];
  }

  /** @param {Change} change @param {() => void} listener @returns {() => void} stops telling it */
  on(change, listener) {
    const listeners = this.#listeners.get(change) ?? new Set();
    this.#listeners.set(change, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** @param {Change} change */
  #tell(change) {
    this.#listeners.get(change)?.forEach((listener) => listener());
  }
}
