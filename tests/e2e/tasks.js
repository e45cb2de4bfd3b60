/**
 * How long the tasks are in which our scripts run, and what each is spent on: from the browser's own trace. Chromium alone.
 * @import { Page } from 'puppeteer-core'
 */

/** @typedef {{name: string, ph: string, pid: number, tid: number, id: string, ts: number, dur?: number, tdur?: number, args: any}} Event times in microseconds; `tdur` is the thread's own */
/** @typedef {{id: number, parent?: number, callFrame: {functionName: string, url?: string}}} ProfileNode */
/** @typedef {{time: number, cause: string}} Task the processor's time in milliseconds, and the function of ours that took most of it */

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'disabled-by-default-v8.cpu_profiler',
];

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

/** The tasks in which our scripts ran while `act` did, the longest first. @param {Page} page @param {() => Promise<unknown>} act @returns {Promise<Task[]>} */
export async function tasks(page, act) {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  const trace = await page.tracing.stop();
  /** @type {{traceEvents: Event[]}} */
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const main = mainThread(traceEvents);
  const own = traceEvents.filter((event) => threadOf(event) === main && event.dur);
  const scripts = own.filter(({ name }) => SCRIPTS.has(name));
  const samples = samplesOf(traceEvents, main);
  const found = own.filter(({ name }) => name === 'RunTask').map((task) => measured(task, scripts, samples));
  return found.filter(({ cause }) => cause !== '').sort((one, other) => other.time - one.time);
}

/** @param {Event} event */
const threadOf = ({ pid, tid }) => `${pid} ${tid}`;

/** The thread that ran most scripts. @param {Event[]} events */
function mainThread(events) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const event of events.filter(({ name }) => SCRIPTS.has(name))) {
    counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** @param {Event} task @param {Event[]} scripts @param {{at: number, cause: string}[]} samples @returns {Task} */
function measured(task, scripts, samples) {
  const end = task.ts + (task.dur ?? 0);
  const within = scripts.filter((script) => script.ts >= task.ts && script.ts + (script.dur ?? 0) <= end + 1);
  // The outermost alone count: a function's own calls are within it.
  const isIn = (/** @type {Event} */ script, /** @type {Event} */ other) =>
    other !== script && other.ts <= script.ts && script.ts + (script.dur ?? 0) <= other.ts + (other.dur ?? 0);
  const outermost = within.filter((script) => !within.some((other) => isIn(script, other)));
  const time = outermost.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { at, cause } of samples) {
    if (at >= task.ts && at <= end && cause) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return { time, cause: [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '' };
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
