/**
 * How long the tasks are in which scripts run, and what each is spent on: from the browser's own trace. Chromium alone.
 * A profiler tells which function was at work, and makes all that is compiled take longer; so times are taken without it.
 * @import { Page } from 'puppeteer-core'
 */

/** @typedef {{name: string, ph: string, pid: number, tid: number, id: string, ts: number, dur?: number, tdur?: number, args: any}} Event times in microseconds; `tdur` is the thread's own */
/** @typedef {{id: number, parent?: number, callFrame: {functionName: string, url?: string}}} ProfileNode */
/** @typedef {{time: number, layout: number, compiling: number, cause: string}} Task the processor's time in milliseconds; what of it went into style and layout that a script asked for, and into compiling; the function of ours that took most of it, where that is known */

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.compile',
  'disabled-by-default-v8.wasm.detailed',
  'v8.execute',
];
const PROFILER = 'disabled-by-default-v8.cpu_profiler';

/** What a browser does of its own within a script. */
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout']);
const COMPILING = new Set(['V8.CompileCode', 'v8.compileModule', 'wasm.CompileLazy', 'wasm.SyncCompile']);

/** What runs scripts. Layout and painting, which the browser does in tasks of its own, are no scripts; collecting garbage is within them. */
const SCRIPTS = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'v8.callFunction',
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compileModule',
  'TimerFire',
]);

/** What a driver evaluates in a page is no script of ours. */
const OURS = /claimlight|\/www\/|\.wasm/;

/** The tasks in which scripts ran while `act` did, the longest first; on a page without scripts of its own they are ours. @param {Page} page @param {() => Promise<unknown>} act @returns {Promise<Task[]>} */
export function tasks(page, act) {
  return traced(page, act, CATEGORIES);
}

/** The tasks in which our scripts ran, with what caused each; they are longer than without the profiler. @param {Page} page @param {() => Promise<unknown>} act */
export async function causes(page, act) {
  const found = await traced(page, act, [...CATEGORIES, PROFILER]);
  return found.filter(({ cause }) => cause !== '');
}

/** @param {Page} page @param {() => Promise<unknown>} act @param {string[]} categories @returns {Promise<Task[]>} */
async function traced(page, act, categories) {
  await page.tracing.start({ categories });
  await act();
  const trace = await page.tracing.stop();
  /** @type {{traceEvents: Event[]}} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const main = mainThread(traceEvents);
  const own = traceEvents.filter((event) => threadOf(event) === main && event.dur);
  const scripts = own.filter(({ name }) => SCRIPTS.has(name));
  const others = own.filter(({ name }) => LAYOUT.has(name) || COMPILING.has(name));
  const samples = samplesOf(traceEvents, main);
  const found = own.filter(({ name }) => name === 'RunTask').map((task) => measured(task, scripts, others, samples));
  return found.filter(({ time }) => time > 0).sort((one, other) => other.time - one.time);
}

/** @param {Event} event */
const threadOf = ({ pid, tid }) => `${pid} ${tid}`;

/** The thread that ran scripts of ours longest; a browser has pages of its own that run others. @param {Event[]} events */
function mainThread(events) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const event of events.filter(({ name, args }) => SCRIPTS.has(name) && OURS.test(JSON.stringify(args)))) {
    counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + (event.dur ?? 0));
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** @param {Event} task @param {Event[]} scripts @param {Event[]} others @param {{at: number, cause: string}[]} samples @returns {Task} */
function measured(task, scripts, others, samples) {
  const end = task.ts + (task.dur ?? 0);
  const within = scripts.filter((script) => isIn(script, task));
  const inScripts = others.filter((other) => within.some((script) => isIn(other, script)));
  const [time, layout, compiling] = [
    within,
    inScripts.filter(({ name }) => LAYOUT.has(name)),
    inScripts.filter(({ name }) => COMPILING.has(name)),
  ].map(sum);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { at, cause } of samples) {
    if (at >= task.ts && at <= end && cause) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return { time, layout, compiling, cause: [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '' };
}

/** Whether an event lies in another, a microsecond's rounding aside. @param {Event} event @param {Event} other */
function isIn(event, other) {
  return other !== event && other.ts <= event.ts && event.ts + (event.dur ?? 0) <= other.ts + (other.dur ?? 0) + 1;
}

/** The processor's milliseconds in these events; the outermost alone count, since what an event calls is within it. @param {Event[]} events */
function sum(events) {
  const isOutermost = (/** @type {Event} */ event, /** @type {number} */ index) =>
    !events.some((other, before) => isIn(event, other) && (before < index || !isIn(other, event)));
  return events.filter(isOutermost).reduce((total, { tdur, dur = 0 }) => total + (tdur ?? dur), 0) / 1000;
}

/** When the profiler looked at the thread, and which function of ours it found at work. @param {Event[]} events @param {string} main */
function samplesOf(events, main) {
  /** @type {Map<string, {nodes: Map<number, ProfileNode>, at: number}>} */
  const profiles = new Map();
  const samples = [];
  const parts = events.filter(({ name }) => name === 'Profile' || name === 'ProfileChunk');
  for (const { name, pid, id, args, ...event } of parts.sort((one, other) => one.ts - other.ts)) {
    const key = `${pid} ${id}`;
    if (name === 'Profile') {
      if (threadOf({ pid, id, name, args, ...event }) === main) {
        profiles.set(key, { nodes: new Map(), at: args.data.startTime });
      }
      continue;
    }
    const profile = profiles.get(key);
    if (!profile) continue;
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const node of cpuProfile.nodes ?? []) profile.nodes.set(node.id, node);
    for (const [index, sample] of (cpuProfile.samples ?? []).entries()) {
      profile.at += timeDeltas[index] ?? 0;
      samples.push({ at: profile.at, cause: causeOf(profile.nodes, sample) });
    }
  }
  return samples;
}

/** The innermost function with a name that is ours. @param {Map<number, ProfileNode>} nodes @param {number} sample */
function causeOf(nodes, sample) {
  for (let node = nodes.get(sample); node; node = nodes.get(node.parent ?? -1)) {
    const { functionName, url = '' } = node.callFrame;
    if (!OURS.test(url) || /^wasm|\.wasm/.test(url)) continue;
    const file = url.split('?')[0].split('/').slice(-1)[0];
    if (functionName) return `${file} ${functionName}`;
  }
  return '';
}
