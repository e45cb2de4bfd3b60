/** The sample page's findings, each by its words; where they stand is looked up in the text. */

/** Content, cue, source, kind, ledger, directness, confidence, loaded, cue type. @type {any[][]} */
export const ATTRIBUTIONS = [
  ['The old bridge at Aldwick may close to lorries in June', 'said', 'the mayor', 'role', 1, 'indirect', 0.93],
  [
    '“We cannot wait for another crack to tell us,”',
    'said',
    'Ana Ruiz, who leads the union of bridge workers',
    'named',
    0,
    'direct',
    0.98,
  ],
  ['“It is the third winter we have asked.”', 'added', 'She', 'pronoun', 0, 'direct', 0.95],
  [
    'the steel had lost a fifth of its strength',
    'found',
    'A report by the regional engineers',
    'document',
    2,
    'indirect',
    0.9,
    false,
    'knowledge',
  ],
  [
    'the repair would “only buy a few years”',
    'warned',
    'a senior official in the transport ministry, who asked not to be named because the talks go on',
    'anonymous',
    3,
    'mixed',
    0.88,
    true,
  ],
  ['the contract was written for a single bidder', 'claim', 'Critics', 'collective', 4, 'indirect', 0.86, true],
  ['two firms had withdrawn', 'It is believed that', null, null, null, 'indirect', 0.84, false, 'belief'],
  ['the tender drew no bids at all in March', 'reported', 'The Aldwick Herald', 'outlet', 5, 'indirect', 0.92],
  ['the council would pay half of it', 'promised', 'Ruiz', 'named', 0, 'indirect', 0.86, false, 'intention'],
  [
    'traders on the east bank had been told nothing',
    'according to',
    'Tomasz Lind, a baker',
    'named',
    6,
    'indirect',
    0.55,
  ],
];

/** Name, kind, role. @type {any[][]} */
export const LEDGER = [
  ['Ana Ruiz', 'named', 'leads the union of bridge workers'],
  ['the mayor', 'role', null],
  ['A report by the regional engineers', 'document', null],
  ['a senior official in the transport ministry', 'anonymous', 'asked not to be named because the talks go on'],
  ['Critics', 'collective', null],
  ['The Aldwick Herald', 'outlet', null],
  ['Tomasz Lind', 'named', 'a baker'],
];

/** Words, where they begin, category, level, voice. @type {any[][]} */
export const HEDGES = [
  ['may', 'may close', 'possibility', 'medium', 'source'],
  ['appears to', 'appears to have', 'appearance', 'medium', 'own'],
  ['allegedly', 'allegedly', 'hearsay', 'low', 'own'],
  ['about', 'about 40,000', 'approximator', 'high', 'own'],
  ['could', 'could take', 'possibility', 'low', 'own'],
  ['would', 'would “only', 'conditional', 'medium', 'source'],
];

/** Words, support, what it holds. @type {any[][]} */
export const CLAIMS = [
  ['The old bridge at Aldwick may close to lorries in June', 'role', ['trend']],
  ['Repairs cost 4.1 million pounds last year, twice as much as in 2019.', 'none', ['figure', 'comparison']],
  ['the steel had lost a fifth of its strength', 'document', ['figure']],
  ['No other crossing in the county carries more traffic.', 'none', ['record']],
  ['the contract was written for a single bidder', 'collective', ['accusation']],
  ['The contractor allegedly ignored two warnings.', 'hearsay', ['accusation']],
  ['A detour could take about 40,000 drivers a day through the old town.', 'hedged', ['figure']],
  ['two firms had withdrawn', 'hearsay', ['figure']],
  ['the tender drew no bids at all in March', 'outlet', ['record']],
  ['The delay has driven up the price of bread and flour on the east bank.', 'none', ['cause']],
  ['the council would pay half of it', 'named', ['figure']],
];

/** Words, kind, address. @type {any[][]} */
export const PROVENANCE = [['Original Source: Aldwick Herald', 'original-source', 'https://herald.example/bridge']];
