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
    reason: null | 'no-text' | 'no-article' | 'language';
    language: string | null;
    /** The share of the article that was scanned, from 0 to 1; of a very long one not all is. */
    scanned?: number;
    /** How many blocks in another language than the article's were left out. */
    foreign?: number;
  };
}

/** The core on one page: what it found, and where each offset stands in the page. */
export interface CorePage {
  /** The report of all of it; what is not scanned yet is scanned. */
  report: Report;
  /** One member of the report of what is scanned so far; of a list `n` places from `start` on. */
  part(name: keyof Report, start: number, n: number): unknown;
  /** Puts together a little of the report of what is scanned; whether its parts can be fetched without more ado. */
  join(): boolean;
  /** What is wrong with the rules of one's own that it was given: a sentence with its line each. The others are used. */
  faults?: string[];
  /** Scans for a few milliseconds; whether all is scanned. */
  step(): boolean;
  /** The share that is scanned, from 0 to 1. */
  scanned: number;
  /** What is scanned first: what stands around an offset of the text. */
  lookAt(offset: number): void;
  /**
   * Reads the page for a few milliseconds, or again if it was read before; once all is read, what has become of it:
   * `moved` are the same words in other nodes. After `changed`, as it is at first, it must be scanned.
   */
  read(): 'same' | 'moved' | 'changed' | undefined;
  /** The open shadow trees, and the bodies of frames, that were read. */
  shadows: Node[];
  range(start: number, end: number): Range | undefined;
  offset(node: Node, offset: number): number | undefined;
  free(): void;
}
