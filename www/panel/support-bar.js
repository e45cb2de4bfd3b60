/**
 * The stacked bar of what the statements rest on, as SVG. Order, gaps and hatching tell the parts apart without colour.
 * @import { Speech } from '../interface/say.js'
 * @import { SupportGroup, SupportShare } from '../support.js'
 */
import { drawing } from '../interface/elements.js';

/** The drawing's own units; it is stretched to the panel's width. */
const WIDTH = 320;
const HEIGHT = 20;
const GAP = 2;

/** How each part is filled. @type {Record<SupportGroup, {ink: string, fill: 'full' | 'hatch' | 'dots' | 'frame'}>} */
const FILLS = {
  named: { ink: 'var(--ink-attributed)', fill: 'full' },
  identified: { ink: 'var(--ink-attributed)', fill: 'hatch' },
  unnamed: { ink: 'var(--ink-unnamed)', fill: 'full' },
  hedged: { ink: 'var(--ink-hedge)', fill: 'dots' },
  none: { ink: 'var(--ink-unsourced)', fill: 'frame' },
};

/** @param {Speech} speech @param {SupportShare[]} shares */
export function supportBar({ say, sayNamed, percent, list }, shares) {
  const shown = shares.filter(({ n }) => n);
  const parts = shown.map(({ group, n, share }) =>
    say('supportPart', { name: sayNamed(`support_${group}`), n, share: percent(share) }),
  );
  const free = WIDTH - GAP * (shown.length - 1);
  let left = 0;
  const blocks = shown.map(({ group, share }) => {
    const width = share * free;
    const block = blockAt(group, left, width, HEIGHT);
    left += width + GAP;
    return block;
  });
  const label = say('supportBar', { parts: list(parts) });
  const attributes = {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': label,
  };
  return drawing('svg', { class: 'bar', attributes }, patterns(), ...blocks);
}

/** @param {SupportGroup} group */
export function swatch(group) {
  const attributes = { viewBox: '0 0 16 12', 'aria-hidden': 'true' };
  return drawing('svg', { class: 'swatch', attributes }, patterns(), blockAt(group, 0, 16, 12));
}

/** @param {SupportGroup} group @param {number} left @param {number} width @param {number} height */
function blockAt(group, left, width, height) {
  const { ink, fill } = FILLS[group];
  const isFrame = fill === 'frame';
  const inset = isFrame ? 0.75 : 0;
  const attributes = {
    x: left + inset,
    y: inset,
    width: Math.max(1, width - 2 * inset),
    height: height - 2 * inset,
    rx: 1,
    'vector-effect': 'non-scaling-stroke',
  };
  /** @type {Record<string, string>} */
  const style = isFrame
    ? { fill: 'transparent', stroke: ink, strokeWidth: '1.5px' }
    : { fill: fill === 'full' ? ink : `url(#${fill})` };
  return drawing('rect', { attributes, style });
}

function patterns() {
  const ground = (/** @type {string} */ ink) =>
    drawing('rect', { attributes: { width: 4, height: 4 }, style: { fill: ink, opacity: '0.35' } });
  const hatch = drawing(
    'pattern',
    {
      attributes: { id: 'hatch', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    },
    ground(FILLS.identified.ink),
    drawing('rect', { attributes: { width: 1.6, height: 4 }, style: { fill: FILLS.identified.ink } }),
  );
  const dots = drawing(
    'pattern',
    { attributes: { id: 'dots', width: 4, height: 4, patternUnits: 'userSpaceOnUse' } },
    ground(FILLS.hedged.ink),
    drawing('circle', { attributes: { cx: 2, cy: 2, r: 1 }, style: { fill: FILLS.hedged.ink } }),
  );
  return drawing('defs', {}, hatch, dots);
}
