import { newViolations, overflow, violations } from './inspect';
import { expect, type Page, test } from './journey';

const show = (page: Page, main: string) =>
  page.setContent(
    `<!doctype html><html lang="en"><title>Inspected</title><body style="background:#fff;color:#111"><main><h1>Inspected</h1>${main}</main>`,
  );
const rules = async (page: Page) => (await violations(page)).map((text) => text.split(':')[0]);

test('An inspection passes a valid page', async ({ page }) => {
  await show(page, '<p>Readable text and <a href="/x" style="text-decoration:underline">a link</a>.</p>');
  expect(await rules(page)).toEqual([]);
});

test('An inspection finds low contrast in a long table whose other texts pass, and on a background of its own', async ({ page }) => {
  const row = (cell: string) => `<tr><td>Sound</td><td>${cell}</td></tr>`;
  const pale = '<span style="color:#bbb">Pale</span>';
  await show(page, `<table>${row('Sound').repeat(40)}${row(pale)}</table>`);
  expect(await rules(page)).toEqual(['color-contrast']);
  await show(page, `<p>Sound</p><p>Sound</p><div style="background:#333"><p>Dark on dark</p></div>`);
  expect(await rules(page)).toEqual(['color-contrast']);
});

test('An inspection finds a missing text, a control without a name and a target too small for a finger', async ({ page }) => {
  const small = '<button style="padding:0;border:0;font-size:8px;width:10px;height:10px">x</button>';
  await show(page, `<img src="data:," width="20" height="20"><input type="text"><p>${small}${small}</p>`);
  expect((await rules(page)).sort()).toEqual(expect.arrayContaining(['image-alt', 'label', 'target-size']));
});

test('New elements of a page whose frame passed before are inspected, wherever they are', async ({ page }) => {
  const framed = (inner: string) => show(page, `<section class="frame"><p>Sound</p><div class="box">${inner}</div></section>`);
  const found = async () => (await newViolations(page)).map((text) => text.split(':')[0]);
  await framed('<p>Sound</p>');
  expect(await found()).toEqual([]);
  await framed('<p>Sound</p><p>Sound, and more of it</p><input class="new" type="text">');
  expect(await found()).toEqual(['label']);
  // A failed inspection is not recorded as passed.
  expect(await found()).toEqual(['label']);
  await framed('<p>Sound</p><p class="pale" style="color:#bbb">Pale</p>');
  expect(await found()).toEqual(['color-contrast']);
  await framed(
    '<p>Sound</p><a class="tiny" href="/x" style="display:inline-block;font-size:5px">x</a><a href="/y" style="font-size:5px">y</a>',
  );
  expect(await found()).toContain('target-size');
});

test('The width of a page is measured', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await show(page, '<div style="width:500px">Wide</div>');
  expect(await overflow(page)).toMatch(/500|508/);
});
