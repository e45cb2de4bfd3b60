/**
 * One reading of one article: the report, what the reader chose to see of it, and what they have before them.
 * Everything drawn looks at this and is told when it changes; nothing drawn knows of another.
 * @import { Choice, Finding, Layer, Mark } from './findings.js'
 * @import { CorePage } from './core-page.d.ts'
 * @import { Report, Span } from './report.d.ts'
 * @import { Settings } from './options.js'
 * @import { Slices } from './page/slices.js'
 * @import { Speech } from './interface/say.js'
 */
import { chosen, eachAdmitted, findings } from './findings.js';
import { entryAt, Identities, indexOfEntry } from './identity.js';
import { remembered } from './memory.js';
import { withChoices } from './choices.js';
import { reasonsOf } from './interface/reasons.js';

/** What can change, and whoever draws it is told; 'report' when the page has changed. @typedef {'choice' | 'selection' | 'lit' | 'report' | 'notice'} Change */

/** What a reader must know before the findings, and what they can do about it. @typedef {{text: string, action?: {label: string, act: () => void}}} Notice */

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
  /** How many findings each layer has. @type {Map<Layer, number> | undefined} */
  #counts;
  /** The id of each attribution and claim that is a finding, once somebody has asked. @type {Map<object, string> | undefined} */
  #ids;
  #identities = new Identities();

  /** @param {CorePage} page @param {Report} report @param {Settings} settings @param {Speech} speech @param {Finding[]} [all] its findings */
  constructor(page, report, settings, speech, all = findings(report)) {
    this.page = page;
    this.report = report;
    this.speech = speech;
    this.reasons = reasonsOf(report.language, speech);
    /** Every finding, shown or not. */
    this.all = all;
    const hidden = remembered(this);
    const { conditionals, confidence, strength, strip, print } = withChoices(settings);
    /** @type {View} */
    this.view = { layers: new Set(settings.layers), conditionals, confidence, strength, strip, print, hidden };
    /** What the page asked for, whatever the reader has chosen. */
    this.asked = settings.asked ?? settings;
    /** @type {{finding: Finding, origin: Origin} | undefined} */
    this.selection = undefined;
    /** The entry of the ledger whose words are lit. @type {number | null} */
    this.lit = null;
    /** @type {Notice[]} */
    this.notices = [];
  }

  /** What the reader has chosen to see, in text order. */
  get shown() {
    this.#shown ??= chosen(this.all, this.view);
    return this.#shown;
  }

  /** How many findings each layer has, whether or not it is on. @param {Layer} layer */
  count(layer) {
    this.#counts ??= counted(eachAdmitted(this.all, this.view));
    return this.#counts.get(layer) ?? 0;
  }

  /** Whether an attribution is sure enough to be shown and counted. @param {number} index */
  counts = (index) => {
    const attribution = this.report.attributions[index];
    return attribution.confidence >= this.view.confidence && this.stands(attribution);
  };

  /** Whether an attribution or claim was not hidden by the reader as not right. @param {object} found */
  stands = (found) => {
    const { hidden } = this.view;
    if (!hidden.size) return true;
    this.#ids ??= idsOf(this.all);
    return !hidden.has(this.#ids.get(found) ?? '');
  };

  /** What follows from what there is and what the reader chose is found again when it is asked for. */
  #forget() {
    this.#shown = undefined;
    this.#counts = undefined;
  }

  /**
   * Goes on with what the page says now; what it said before keeps its id, and what is open stays open.
   * @param {Report} report @param {Finding[]} found its findings @param {Slices} slices
   */
  async update(report, found, slices) {
    const carried = this.#identities.carry(found, report.text, this.all, this.report.text);
    const all = (await slices.gather(carried)).filter((finding) => finding !== undefined);
    const { view } = this;
    const next = { ...view, hidden: new Set([...view.hidden, ...remembered({ all, report })]) };
    const admitted = await slices.gather(eachAdmitted(all, next));

    const { selection, lit } = this;
    const speaker = lit === null ? undefined : entryAt(this.report.ledger, lit);
    if (report.language !== this.report.language) this.reasons = reasonsOf(report.language, this.speech);
    this.report = report;
    this.all = all;
    this.#ids = undefined;
    this.#forget();
    // The reader may have chosen otherwise meanwhile.
    if (this.view === view) {
      this.#shown = admitted.filter(({ layer }) => view.layers.has(layer));
      this.#counts = counted(admitted);
    }
    this.view = { ...this.view, hidden: new Set([...this.view.hidden, ...next.hidden]) };
    const entry = speaker ? indexOfEntry(report.ledger, speaker) : -1;
    this.lit = entry < 0 ? null : entry;
    const finding = selection && this.all.find(({ id }) => id === selection.finding.id);
    this.selection = finding && { ...selection, finding };
    await slices.between();
    for (const listener of this.#listenersOf('report')) {
      listener();
      await slices.between();
    }
    if (selection && !finding) this.#tell('selection');
  }

  /** @param {Notice[]} notices */
  notify(notices) {
    // What is said again would be read aloud again.
    if (wordsOf(notices) === wordsOf(this.notices)) return;
    this.notices = notices;
    this.#tell('notice');
  }

  /** @param {Span} span */
  textOf({ start, end }) {
    return this.report.text.slice(start, end);
  }

  /** A finding as the report has it now: what draws it may have been drawn of the one before. @param {Finding} finding */
  now(finding) {
    return this.all.find(({ id }) => id === finding.id) ?? finding;
  }

  /** The entry of the ledger a finding's words come from. @param {Finding} finding */
  speakerOf({ speaker }) {
    return speaker === null ? undefined : this.report.ledger[speaker];
  }

  /** @param {Partial<View>} change */
  choose(change) {
    this.view = { ...this.view, ...change };
    this.#forget();
    this.#tell('choice');
  }

  /** What the reader chose to see, as the settings of a reading that goes on from here. */
  get choices() {
    const { hidden, layers, ...others } = this.view;
    return { ...others, layers: [...layers], asked: this.asked };
  }

  /** What a page asks to be shown from now on. @param {Partial<Settings>} settings */
  change({ layers, ...others }) {
    this.asked = { ...this.asked, ...others };
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

  /** The marks to light; what the reader has just hidden is open still, and no longer marked. @returns {Mark[]} */
  get litMarks() {
    const { lit, selection, view } = this;
    const selected = selection && !view.hidden.has(selection.finding.id) ? selection.finding.marks : [];
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
    for (const listener of this.#listenersOf(change)) listener();
  }

  /** Those that still listen when it is their turn. @param {Change} change */
  *#listenersOf(change) {
    const listeners = this.#listeners.get(change) ?? new Set();
    for (const listener of [...listeners]) if (listeners.has(listener)) yield listener;
  }
}

/** @param {Notice[]} notices */
function wordsOf(notices) {
  return notices.map(({ text, action }) => `${text} ${action?.label ?? ''}`).join('\n');
}

/** How many findings each layer has. @param {Iterable<Finding>} admitted */
function counted(admitted) {
  /** @type {Map<Layer, number>} */
  const counts = new Map();
  for (const { layer } of admitted) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return counts;
}

/** @param {Finding[]} all @returns {Map<object, string>} */
function idsOf(all) {
  return new Map(
    all.flatMap(({ attribution, claim, id }) => {
      const found = attribution ?? claim;
      return found ? [[found, id]] : [];
    }),
  );
}
