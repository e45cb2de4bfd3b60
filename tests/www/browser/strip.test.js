/** The article at a glance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inside, onTheDesk, until } from './desk.js';

onTheDesk('the strip', ({ openSample }) => {
  const paths = `[...root.querySelectorAll('.plot path')]`;

  test('has a lane for each layer, and what is switched off leaves its own empty', async () => {
    const page = await openSample('panel=small');
    await until(page, `${paths}.filter((path) => path.getAttribute('d')).length === 4`);
    const lanes = await inside(
      page,
      `${paths}.map((path) => { const { x, width } = path.getBBox(); return [x, x + width]; })`,
    );
    lanes.sort((/** @type {number[]} */ one, /** @type {number[]} */ other) => one[0] - other[0]);
    for (const [index, [left]] of lanes.slice(1).entries()) assert.ok(left >= lanes[index][1], JSON.stringify(lanes));
    await page.evaluate(`light.show({ layers: ['hedge'] })`);
    await until(page, `${paths}.filter((path) => path.getAttribute('d')).length === 1`);
    await page.close();
  });

  test('a click goes to what is marked there', async () => {
    const page = await openSample('panel=small');
    await page.evaluate(`document.querySelector('article').style.paddingTop = '4000px'`);
    await until(page, `${paths}.some((path) => path.getAttribute('d'))`);
    const boxes = `${paths}.map((path) => path.getBoundingClientRect()).filter(({ height }) => height)`;
    await until(page, `Math.min(...${boxes}.map(({ top }) => top)) > 400`);
    const [{ x, y }] = await inside(page, `${boxes}.map(({ left, top }) => ({ x: left + 1, y: top + 1 }))`);
    await page.mouse.click(x, y);
    await until(page, 'scrollY > 2000');
    await until(page, `root.querySelector('.card')`);
    await page.close();
  });

  test('is off in one click, on the next page too, and on again from the settings', async () => {
    const page = await openSample('panel=small');
    const isShown = `root.querySelector('.strip').matches(':popover-open')`;
    await until(page, isShown);
    const { x, y } = await inside(
      page,
      `(({ left, width }) => ({ x: left + width / 2, y: 450 }))(root.querySelector('.strip').getBoundingClientRect())`,
    );
    await page.mouse.move(x, y);
    const off = await page.waitForSelector('claimlight-host >>> .strip-off', { visible: true });
    await off?.click();
    await until(page, `!${isShown}`);
    await page.reload();
    await page.waitForFunction('window.light');
    await until(page, `root.querySelector('.strip') && !${isShown}`);
    await inside(page, `root.querySelector('.launcher button').click()`);
    await inside(page, `root.getElementById('tab-settings').click()`);
    await inside(page, `[...root.querySelectorAll('.options input[type=checkbox]')].at(2).click()`);
    await until(page, isShown);
    await page.close();
  });

  test('is not there on a phone', async () => {
    const page = await openSample('panel=small', (page) => page.setViewport({ width: 400, height: 800 }));
    await until(page, `getComputedStyle(root.querySelector('.strip')).display === 'none'`);
    await page.close();
  });
});
