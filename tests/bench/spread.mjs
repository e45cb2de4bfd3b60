/** Medians with their spread, and how numbers are written. */

/** @param {number[]} samples @param {number} share */
function quantile(samples, share) {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** @param {number[]} samples */
export const median = (samples) => quantile(samples, 0.5);

/** Two digits that mean something. @param {number} value */
export function digits(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(value >= 0.1 ? 2 : 3);
}

/** The median, and between which values the middle half of the samples lies. @param {number[] | undefined} samples */
export function spread(samples) {
  if (!samples?.length) return '–';
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => digits(quantile(samples, share)));
  return low === middle && high === middle ? middle : `${middle} (${low}–${high})`;
}

/** How many times as much. @param {number} own @param {number} other */
export const ratio = (own, other) => `${digits(other / own)} ×`;
