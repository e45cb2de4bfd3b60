/** Draws the extension's icon: three lines, solid, dotted and wavy, on paper. */
import { crc32, deflateSync } from 'node:zlib';

/** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour */

const PAPER = /** @type {Colour} */ ([250, 248, 244, 255]);
const NOTHING = /** @type {Colour} */ ([0, 0, 0, 0]);

/** Each line on a square of 20: its colour, and how far a point is from its middle. @type {{ink: Colour, away: (x: number, y: number) => number}[]} */
const LINES = [
  { ink: [31, 95, 153, 255], away: (x, y) => Math.hypot(Math.max(3 - x, x - 17, 0), y - 5) },
  {
    ink: [120, 82, 160, 255],
    away: (x, y) => Math.hypot(x - Math.min(17, Math.max(3, Math.round((x - 3) / 3.5) * 3.5 + 3)), y - 10),
  },
  {
    ink: [163, 67, 43, 255],
    away: (x, y) => Math.hypot(Math.max(3 - x, x - 17, 0), y - 15 - Math.sin((x - 3) * 1.35)),
  },
];

/** Half of a line's width, and the paper's corner, on the square of 20. */
const HALF_WIDTH = 1.15;
const CORNER = 4;

/** How many points along each side a pixel is made of: edges come out smooth. */
const FINE = 4;

/** @param {number} x @param {number} y @returns {Colour} */
function colourAt(x, y) {
  const [dx, dy] = [x, y].map((at) => Math.max(CORNER - at, at - 20 + CORNER, 0));
  if (Math.hypot(dx, dy) > CORNER) return NOTHING;
  return LINES.find(({ away }) => away(x, y) < HALF_WIDTH)?.ink ?? PAPER;
}

/** @param {number} size @returns {Buffer} a PNG */
export function icon(size) {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (_, column) => pixel(column, row, size)).flat(),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits a channel, four channels.
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {number} column @param {number} row @param {number} size */
function pixel(column, row, size) {
  const sum = [0, 0, 0, 0];
  for (let part = 0; part < FINE * FINE; part++) {
    const [x, y] = [column + ((part % FINE) + 0.5) / FINE, row + (Math.floor(part / FINE) + 0.5) / FINE];
    const [red, green, blue, alpha] = colourAt((x / size) * 20, (y / size) * 20);
    [red * alpha, green * alpha, blue * alpha, alpha].forEach((value, channel) => (sum[channel] += value));
  }
  const alpha = sum[3] || 1;
  return [...sum.slice(0, 3).map((value) => Math.round(value / alpha)), Math.round(sum[3] / (FINE * FINE))];
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
