/**
 * Looks through the findings for words: those of their heading, their sentence and why they are marked.
 * @import { Finding } from '../findings.js'
 * @import { Entry } from '../identity.js'
 * @import { Reading } from '../reading.js'
 */
import { headline } from '../card/facts.js';
import { indexOfEntry } from '../identity.js';

export class Search {
  #reading;
  /** What each finding's words are, once it was looked at: putting them together takes longest. @type {WeakMap<Finding, string>} */
  #texts = new WeakMap();

  /** @param {Reading} reading */
  constructor(reading) {
    this.#reading = reading;
    // Reasons come to be said in the reader's language.
    void reading.reasons.ready?.then(() => (this.#texts = new WeakMap()));
  }

  /**
   * Those of the findings shown that have all words of `query`, one after the other.
   * @param {string} query @param {Entry | null} [only] whose words alone are sought; null seeks those of nobody
   * @returns {Generator<Finding>}
   */
  *matching(query, only) {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const speaker = only && indexOfEntry(this.#reading.report.ledger, only);
    for (const finding of candidates(this.#reading)) {
      if (only !== undefined && !(finding.attribution && finding.speaker === speaker)) continue;
      if (words.every((word) => this.#textOf(finding).includes(word))) yield finding;
    }
  }

  /** @param {Finding} finding */
  #textOf(finding) {
    const reading = this.#reading;
    const known = this.#texts.get(finding);
    if (known !== undefined) return known;
    const why = reading.reasons.why(finding.reason).text;
    const text = `${headline(reading, finding)} ${reading.textOf(finding.sentence)} ${why}`.toLocaleLowerCase();
    this.#texts.set(finding, text);
    return text;
  }
}

/** What is shown, and what was hidden just now: its place in the list holds the report that can be sent. @param {Reading} reading */
function candidates({ all, shown, selection, view: { hidden } }) {
  if (!selection || !hidden.has(selection.finding.id)) return shown;
  const listed = new Set([...shown, selection.finding]);
  return all.filter((finding) => listed.has(finding));
}
