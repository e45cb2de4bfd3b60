/** How each grows with the text, as an SVG. */
import * as echarts from 'echarts';
import { median } from './spread.mjs';

const SIZE = { width: 860, height: 520 };

/** Told apart by colour-blind readers too (Okabe and Ito 2008); and by the shape of the points. */
const COLOURS = ['#0072B2', '#56B4E9', '#000000', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#999999'];
const SHAPES = ['circle', 'emptyCircle', 'diamond', 'rect', 'triangle', 'emptyRect', 'emptyTriangle', 'pin'];

/** Milliseconds for a thousand words over the number of words: what is linear lies flat. @param {Record<string, import('./engines.mjs').Measured>} engine */
export function chart(engine) {
  const svg = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  const series = Object.entries(engine).map(([name, { growth }], index) => ({
    name,
    type: /** @type {const} */ ('line'),
    symbol: SHAPES[index % SHAPES.length],
    symbolSize: 9,
    itemStyle: { color: COLOURS[index % COLOURS.length] },
    data: Object.entries(growth).map(([n, times]) => [Number(n), (1000 * median(times)) / Number(n)]),
  }));
  svg.setOption({
    animation: false,
    backgroundColor: '#fff',
    title: {
      text: 'Milliseconds for 1,000 words, by the length of the text (Node, warm; lower is better)',
      left: 'center',
    },
    legend: { bottom: 0 },
    grid: { left: 60, right: 30, top: 50, bottom: 90 },
    xAxis: { type: 'log', name: 'words', nameLocation: 'middle', nameGap: 28, min: 1_000, max: 1_000_000 },
    yAxis: { type: 'log', name: 'ms' },
    series,
  });
  const text = svg.renderToSVGString();
  svg.dispose();
  return text;
}
