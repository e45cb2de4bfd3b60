/** The report of the core, as `tests/README.md` shows it whole. Offsets count UTF-16 code units of `text`; the end is excluded. */

export interface Span {
  start: number;
  end: number;
}

export type SourceKind = 'named' | 'role' | 'anonymous' | 'collective' | 'document' | 'outlet' | 'pronoun';

export interface Source extends Span {
  kind: SourceKind;
  /** Its entry, as an index into the report's `ledger`. */
  ledger: number;
}

export interface Cue extends Span {
  type: 'communication' | 'belief' | 'knowledge' | 'intention';
  loaded: boolean;
}

export interface Attribution {
  source: Source | null;
  cue: Cue;
  content: Span[];
  directness: 'direct' | 'indirect' | 'mixed';
  confidence: number;
  reason: string;
}

export interface LedgerEntry {
  name: string;
  kind: SourceKind;
  role: string | null;
  mentions: Span[];
  /** Indices into the report's `attributions`. */
  attributions: number[];
}

export type HedgeCategory = 'possibility' | 'appearance' | 'hearsay' | 'approximator' | 'opinion' | 'conditional';

export interface Hedge extends Span {
  category: HedgeCategory;
  level: 'low' | 'medium' | 'high';
  voice: 'own' | 'source';
  reason: string;
}

export type Support =
  'named' | 'role' | 'document' | 'outlet' | 'link' | 'anonymous' | 'collective' | 'hearsay' | 'hedged' | 'none';

export type Holding = 'figure' | 'comparison' | 'record' | 'trend' | 'cause' | 'accusation' | 'motive' | 'research';

export interface Claim extends Span {
  support: Support;
  attribution: number | null;
  holds: Holding[];
  reason: string;
}

export type ProvenanceKind =
  'original-source' | 'first-reported' | 'wire-credit' | 'byline' | 'dateline' | 'update' | 'citation';

export interface Provenance extends Span {
  kind: ProvenanceKind;
  href?: string;
  /** What the page says for machines; its span is empty. */
  words?: string;
}

export interface Report {
  id: string;
  language: string;
  unit: 'utf16' | 'utf8' | 'char';
  text: string;
  blocks: (Span & { kind: string })[];
  sentences: Span[];
  attributions: Attribution[];
  ledger: LedgerEntry[];
  hedges: Hedge[];
  claims: Claim[];
  provenance: Provenance[];
  counts: {
    words: number;
    sentences: number;
    attributions: number;
    sources: Record<string, number>;
    hedges: Record<string, number>;
    voices: Record<string, number>;
    claims: Record<string, number>;
  };
  /** How the page was read; absent in the report of a text. */
  page?: {
    /** Why nothing is marked; `other-text` of findings made at publication that are not this page's. */
    reason: null | 'no-text' | 'no-article' | 'language' | 'other-text';
    language: string | null;
    /** The share of the article that was scanned, from 0 to 1; of a very long one not all is. */
    scanned?: number;
    /** How many blocks in another language than the article's were left out. */
    foreign?: number;
    /** How many blocks the page says otherwise than when its findings were made. */
    changed?: number;
  };
}
