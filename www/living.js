/**
 * A page that lives: it is read, scanned in slices, drawn, and followed while it changes.
 * @import { CorePage } from './core-page.d.ts'
 * @import { Report } from './report.d.ts'
 * @import { Finding } from './findings.js'
 * @import { Host } from './interface/host.js'
 * @import { Speech } from './interface/say.js'
 * @import { Settings } from './options.js'
 * @import { Notice, Reading } from './reading.js'
 */
import { eachFinding, inOrder } from './findings.js';
import { pageWatch } from './page/elsewhere.js';
import { askedAbout, spanOf } from './page/selected.js';
import { Slices, unlessStopped } from './page/slices.js';
import { watch } from './page/watch.js';
import { speech } from './interface/say.js';
import { draw } from './light.js';
import { keep, LANGUAGE } from './memory.js';
import { noticesOf, sentenceFor } from './notices.js';
import { canPaint, hasCollapsed } from './paint/paint.js';
import { askInstead } from './panel/ask.js';
import { apology } from './panel/panel.js';
import { letGo, read, reportOf, scan } from './scan.js';

/** What is read: the article if nothing is asked for. @typedef {Pick<Settings, 'root' | 'whole'>} Asked */

/**
 * @typedef {object} Caller
 * @property {(asked: Asked) => CorePage} read
 * @property {() => void} stop
 * @property {() => void} sentAway told when the page does not keep our element
 * @property {(type: 'select' | 'change', detail: object) => void} tell
 */

export class Living {
  /** @type {CorePage} */
  #page;
  /** @type {{reading?: Reading, reason?: string, takeOff: () => void} | undefined} */
  #drawn;
  /** @type {ReturnType<typeof watch> | undefined} */
  #watch;
  #isOn = true;
  #isLate = false;
  #isScanned = false;
  /** Whether the reader is among the settings, and is to be there again. */
  #isSet = false;
  #isElsewhere = pageWatch();
  /** @type {Report | null} */
  report = null;

  /** @param {Settings} settings @param {Speech} speech @param {Host} host @param {Caller} caller */
  constructor(settings, speech, host, caller) {
    this.settings = settings;
    this.speech = speech;
    this.host = host;
    this.caller = caller;
    /** @type {Asked} */
    this.asked = { root: settings.root, whole: settings.whole };
    this.#page = caller.read(this.asked);
  }

  /** @returns {readonly Finding[]} */
  get findings() {
    return this.#drawn?.reading?.all ?? [];
  }

  /** What the reader sees of them. @returns {readonly Finding[]} */
  get shown() {
    return this.#drawn?.reading?.shown ?? [];
  }

  /** Which marks are on. @returns {readonly import('./findings.js').Layer[]} */
  get layers() {
    return [...(this.#drawn?.reading?.view.layers ?? this.settings.layers)];
  }

  /** What is shown for what a range of the page holds. @param {Range} range */
  at(range) {
    const span = spanOf(range, this.#page);
    return span && askedAbout(this.shown, span);
  }

  /** @param {string | null} id none closes what is open */
  select(id) {
    const finding = this.findings.find((found) => found.id === id);
    if (finding || id === null) this.#drawn?.reading?.select(finding, 'caller');
    return finding !== undefined;
  }

  /** Shows another choice of what was found. @param {Partial<Settings>} changes */
  change(changes) {
    this.settings = { ...this.settings, ...changes };
    this.#drawn?.reading?.change(changes);
  }

  /** Scans and draws what is read now. What the reader sees of a long article is drawn while the rest is scanned. */
  async begin() {
    const page = this.#page;
    const slices = this.#slices();
    this.#isScanned = false;
    await slices.rest();
    await read(page, slices);
    await scan(page, slices, () => this.#show(slices));
    this.#isScanned = true;
    await this.#show(slices);
    // Asked for something else meanwhile, a reader is served by what was begun then.
    if (page !== this.#page) return;
    this.#watch ??= watch(document, {
      host: this.host.host,
      look: () => this.#look(),
      trees: () => this.#page.shadows,
      late: (isLate) => this.#late(isLate),
    });
  }

  stop() {
    this.#isOn = false;
    this.#watch?.stop();
    this.#drawn?.takeOff();
    this.#drawn = undefined;
    letGo(this.#page);
  }

  /** Reads something else instead, as the reader asked. @param {Asked} asked */
  async ask(asked) {
    const page = this.caller.read(asked);
    this.#clear();
    letGo(this.#page);
    this.#page = page;
    this.asked = asked;
    await this.begin().catch(unlessStopped);
    if (this.#isOn && page === this.#page) this.caller.tell('change', {});
  }

  /** Says everything in another language from now on, as the reader chose among the settings. @param {string} language */
  async #speakIn(language) {
    keep(LANGUAGE, language);
    this.speech = await speech([language]);
    this.host.speak(this.speech);
    this.#clear();
    this.#isSet = true;
    await this.#show(this.#slices()).catch(unlessStopped);
    this.#isSet = false;
  }

  #slices() {
    const page = this.#page;
    return new Slices(() => this.#isOn && this.#page === page);
  }

  /** Looks at the page again. */
  async #look() {
    const slices = this.#slices();
    /** @type {'same' | 'moved' | 'changed'} */
    let change = 'same';
    const looking = async () => {
      // Taken away by the page, it does not hear of another that takes its place.
      if (this.host.isReplaced()) return this.caller.stop();
      // Marks that nobody could ask about would stay on the page.
      if (!this.host.keep()) return this.caller.sentAway();
      change = await read(this.#page, slices);
      const isElsewhere = this.#isElsewhere();
      if (change === 'same' && !isElsewhere && !this.#hasLostMarks()) return;
      await slices.between();
      if (change === 'changed') await scan(this.#page, slices);
      if (isElsewhere) this.#clear();
      await this.#show(slices);
      this.caller.tell('change', {});
    };
    await looking().catch(unlessStopped);
    return { change, worked: slices.worked };
  }

  /** Draws what is scanned; what is drawn already is brought up to date. @param {Slices} slices */
  async #show(slices) {
    this.report = await reportOf(this.#page, slices);
    const reason = this.report.page?.reason ?? undefined;
    const found = inOrder(await slices.gather(eachFinding(this.report)));
    if (this.#drawn?.reading && !reason) {
      const { reading } = this.#drawn;
      const wasEmpty = !reading.all.length;
      await reading.update(this.report, found, slices);
      reading.notify(this.#notices());
      if (!wasEmpty || !reading.all.length) return;
    }
    if (reason && this.#drawn?.reason === reason) return;
    const settings = { ...this.settings, panel: this.#panelState() };
    this.#drawn?.takeOff();
    if (reason) {
      this.#drawn = this.#apologise(settings, reason);
      return;
    }
    const { stop, tell } = this.caller;
    const speakIn = (/** @type {string} */ language) => void this.#speakIn(language);
    const caller = { all: found, stop, notices: this.#notices(), tell, slices, speakIn, isSet: this.#isSet };
    const drawn = draw(this.#page, this.report, settings, this.speech, this.host, caller);
    this.#drawn = drawn;
    await drawn.drawn;
  }

  /** @param {Settings} settings @param {import('./notices.js').Reason} reason */
  #apologise({ panel: state }, reason) {
    const sentence = sentenceFor(reason, this.report?.page?.language ?? null, this.speech);
    const { actions, leave } = askInstead(this.speech, reason, (asked) => void this.ask(asked));
    const remove = apology(this.speech, this.host, { state, stop: this.caller.stop, sentence, actions });
    return { reason, takeOff: () => (leave(), remove()) };
  }

  /** An opened panel stays open, one made small stays small. */
  #panelState() {
    const panel = this.host.root.querySelector('.panel');
    if (!panel) return this.settings.panel;
    if (!panel.matches(':popover-open')) return 'small';
    // One that only says that nothing was found was not opened by the reader.
    return this.#drawn?.reading?.all.length ? 'open' : this.settings.panel;
  }

  /** On another page nothing is known again; the panel stays as the reader left it, and what they chose to see. */
  #clear() {
    this.settings = { ...this.settings, ...this.#drawn?.reading?.choices, panel: this.#panelState() };
    this.#drawn?.takeOff();
    this.#drawn = undefined;
  }

  /** Whether the page wrote the same words anew, and marks fell off. */
  #hasLostMarks() {
    return canPaint() && this.#drawn?.reading !== undefined && hasCollapsed();
  }

  /** @param {boolean} isLate */
  #late(isLate) {
    if (isLate === this.#isLate) return;
    this.#isLate = isLate;
    this.#drawn?.reading?.notify(this.#notices());
  }

  /** @returns {Notice[]} */
  #notices() {
    if (!this.report) return [];
    return noticesOf(this.report, this.speech, {
      asked: this.asked,
      isScanned: this.#isScanned,
      lookNow: this.#isLate ? () => this.#watch?.lookNow() : undefined,
      readArticle: () => void this.ask({}),
    });
  }
}
