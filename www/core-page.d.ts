/** What a script has of the core on a page; apart from the report, whose readers need no page. */
import type { Report } from './report.d.ts';

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
