import { expect, test } from 'vitest';
import { shapeRun } from '~/documents/pdf/shape-run.server';

const charactersOf = (text: string) =>
  String.fromCodePoint(...shapeRun({ text, font: 'sans', isRtl: false }).glyphs.flatMap(({ codePoints }) => [...codePoints]));

test('glyphs map to the characters of their own run, whatever was rendered before with the same glyphs', () => {
  expect(charactersOf('ﬁrst drawn')).toBe('ﬁrst drawn');
  expect(charactersOf('first drawn later')).toBe('first drawn later');
  expect(charactersOf('o\u00a0o')).toBe('o\u00a0o');
  expect(charactersOf('o o and o')).toBe('o o and o');
});
