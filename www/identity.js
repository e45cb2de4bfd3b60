/**
 * Keeps a finding's id while its page changes: the same words in the same sentence are the same finding, wherever they
 * stand now.
 * @import { Finding } from './findings.js'
 * @import { LedgerEntry } from './report.d.ts'
 */

/** An entry of the ledger, and which of those of its name: when the page changes, the ledger counts its entries anew. @typedef {{name: string, nth: number}} Entry */

/** What was pointed at may be an entry that the ledger has no more: it is nobody's. @param {LedgerEntry[]} ledger @param {number} index @returns {Entry} */
export function entryAt(ledger, index) {
  const { name = '' } = ledger[index] ?? {};
  return { name, nth: ledger.slice(0, index).filter((other) => other.name === name).length };
}

/** Where an entry stands in the ledger now; nowhere, if it does not. @param {LedgerEntry[]} ledger @param {Entry} entry */
export function indexOfEntry(ledger, { name, nth }) {
  return [...ledger.keys()].filter((index) => ledger[index].name === name)[nth] ?? -1;
}

export class Identities {
  /** The number after the last that was given, for each list of the report. @type {Map<string, number>} */
  #next = new Map();

  /**
   * Gives the findings of a changed report the ids they had in the one before, and new ones to new findings.
   * One after the other, for who has not the time for all at once.
   * @param {Finding[]} all @param {string} text @param {Finding[]} before @param {string} textBefore
   * @returns {Generator<Finding | undefined, void>} first nothing for each finding before, then each that there is now
   */
  *carry(all, text, before, textBefore) {
    /** @type {Map<string, string[]>} */
    const known = new Map();
    for (const finding of before) {
      const key = keyOf(finding, textBefore);
      known.set(key, [...(known.get(key) ?? []), finding.id]);
      this.#take(finding.id);
      yield undefined;
    }
    for (const finding of all) yield named(finding, known.get(keyOf(finding, text))?.shift() ?? this.#new(finding));
  }

  /** @param {string} id */
  #take(id) {
    const [list, number] = id.split('-');
    this.#next.set(list, Math.max(this.#next.get(list) ?? 0, Number(number) + 1));
  }

  /** @param {Finding} finding */
  #new({ id }) {
    const [list] = id.split('-');
    const number = this.#next.get(list) ?? 0;
    this.#next.set(list, number + 1);
    return `${list}-${number}`;
  }
}

/** @param {Finding} finding @param {string} text */
function keyOf({ id, layer, start, end, sentence }, text) {
  return [id.split('-')[0], layer, text.slice(start, end), text.slice(sentence.start, sentence.end)].join('\n');
}

/** @param {Finding} finding @param {string} id @returns {Finding} */
function named(finding, id) {
  finding.marks.forEach((mark) => (mark.finding = id));
  return Object.assign(finding, { id });
}
