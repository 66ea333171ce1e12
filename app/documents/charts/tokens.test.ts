import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bands } from '#scoring';
import { paperInks } from '~/documents/charts/inks';

const css = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8');

/** The colours of one block of tokens, by name. */
function blockAt(head: string): Record<string, string> {
  const start = css.indexOf(head);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));
}

const light = blockAt('  :root {');
const bySystem = blockAt(':root:not([data-theme="light"]) {');
const dark = blockAt(':root[data-theme="dark"] {');

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

it('give the dark theme of the system and the chosen dark theme the same colours, one for each of the light theme', () => {
  expect(bySystem).toEqual(dark);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
  expect(Object.keys(light).length).toBeGreaterThan(30);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s theme', (_, tokens) => {
  const of = (name: string) => {
    const colour = tokens[name];
    if (colour === undefined) throw new Error(`no token ${name}`);
    return colour;
  };

  it.each([
    ['on-band', 'band-moderate'],
    ['on-band', 'band-elevated'],
    ['on-band-high', 'band-high'],
    ['on-band-severe', 'band-severe'],
    ['ink', 'canvas'],
    ['on-alert', 'alert'],
    ['band-severe-mark', 'band-severe-soft'],
    ['band-severe-mark', 'surface'],
    ['band-high-mark', 'surface'],
    ['warning', 'surface'],
    ['canvas', 'basis-a'],
    ['canvas', 'basis-b'],
    ['ink', 'basis-d'],
  ])('let %s be read on %s at 4.5 to 1', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(bands)('let the mark of %s be seen on each ground at 3 to 1', (band) => {
    for (const ground of ['canvas', 'surface', 'sunken']) expect(contrast(of(`band-${band}-mark`), of(ground))).toBeGreaterThanOrEqual(3);
  });

  it('move the areas of the bands away from the page as risk rises', () => {
    const contrasts = bands.map((band) => contrast(of(`band-${band}`), of('canvas')));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
    expect(new Set(contrasts.map((value) => value.toFixed(1))).size).toBe(bands.length);
  });

  it('let the ink of what a score rests on fade with the evidence', () => {
    const contrasts = ['a', 'b', 'c', 'd'].map((letter) => contrast(of(`basis-${letter}`), of('canvas')));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
  });
});

it('print reports in the colours of the light theme', () => {
  for (const band of bands) {
    expect(paperInks[`band-${band}`]).toBe(light[`band-${band}`]);
    expect(paperInks[`mark-${band}`]).toBe(light[`band-${band}-mark`]);
  }
  expect(paperInks['on-severe']).toBe(light['on-band-severe']);
});
