/**
 * How an article's statements are supported, and who speaks in it: the numbers of the panel.
 * @import { Claim, LedgerEntry, Provenance, Report, Support } from './report.d.ts'
 */

/** What a statement can rest on, from the firmest to nothing; each stands for several kinds of support. */
export const SUPPORTS = /** @type {const} */ ({
  named: ['named'],
  identified: ['role', 'document', 'outlet', 'link'],
  unnamed: ['anonymous', 'collective', 'hearsay'],
  hedged: ['hedged'],
  none: ['none'],
});

/** @typedef {keyof typeof SUPPORTS} SupportGroup */
/** @typedef {{group: SupportGroup, n: number, share: number}} SupportShare */

/**
 * How many of the article's claims rest on what. Empty when it makes none.
 * `counts` says which claims count: not those that a reader has found to be none.
 * @param {Report} report @param {(claim: Claim) => boolean} [counts]
 * @returns {SupportShare[]}
 */
export function supportShares({ claims }, counts = () => true) {
  /** @type {Map<Support, number>} */
  const found = new Map();
  let total = 0;
  for (const claim of claims) {
    if (!counts(claim)) continue;
    found.set(claim.support, (found.get(claim.support) ?? 0) + 1);
    total++;
  }
  if (!total) return [];
  return groups().map(([group, supports]) => {
    let n = 0;
    for (const support of supports) n += found.get(support) ?? 0;
    return { group, n, share: n / total };
  });
}

/** @returns {[SupportGroup, readonly Support[]][]} */
function groups() {
  return /** @type {[SupportGroup, readonly Support[]][]} */ (Object.entries(SUPPORTS));
}

/** @typedef {{entry: LedgerEntry, index: number, n: number, share: number}} Speaker */

/**
 * Who speaks in the article and how often, the most quoted first.
 * `counts` says which attributions count: those the reader is shown.
 * @param {Report} report @param {(attribution: number) => boolean} counts
 * @returns {Speaker[]}
 */
export function speakers({ ledger, attributions }, counts) {
  const total = attributions.filter((_, index) => counts(index)).length;
  return ledger
    .map((entry, index) => ({ entry, index, n: entry.attributions.filter(counts).length }))
    .filter(({ n }) => n)
    .map((speaker) => ({ ...speaker, share: speaker.n / total }))
    .sort((one, other) => other.n - one.n || one.index - other.index);
}

/**
 * How many attributions name nobody.
 * @param {Report} report @param {(attribution: number) => boolean} counts
 */
export function nSourceless({ attributions }, counts) {
  return attributions.filter((attribution, index) => !attribution.source && counts(index)).length;
}

/**
 * The statement by which an article says that it retells one other article: it names one original, or one outlet that had
 * it first and that most of its statements come from. Who names several originals lists sources and retells none.
 * @param {Report} report
 * @returns {Provenance | undefined}
 */
export function retold({ provenance, attributions, ledger }) {
  const [original, ...others] = provenance.filter(({ kind }) => kind === 'original-source');
  if (original) return others.length ? undefined : original;
  const first = provenance.find(({ kind }) => kind === 'first-reported');
  const n = Math.max(0, ...ledger.filter(({ kind }) => kind === 'outlet').map(({ attributions: own }) => own.length));
  return first && n * 2 > attributions.length ? first : undefined;
}
