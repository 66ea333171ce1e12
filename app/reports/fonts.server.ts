import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { findInProject } from './find-in-project.server';
import { shapeWithHarfbuzz } from './kit/shape-with-harfbuzz.server';

export const fontKeys = [
  'sans',
  'strong',
  'noto',
  'arabic',
  'bengali',
  'devanagari',
  'khmer',
  'myanmar',
  'tamil',
  'thai',
  'han',
  'hangul',
] as const;
export type FontKey = (typeof fontKeys)[number];

/** File of each font, and whether HarfBuzz shapes it: fontkit joins Bengali wrongly across spaces and orders Burmese marks wrongly. */
const fonts: Record<FontKey, { file: string; isHarfbuzz: boolean }> = {
  sans: { file: 'IBMPlexSans-Regular.ttf', isHarfbuzz: false },
  strong: { file: 'IBMPlexSans-SemiBold.ttf', isHarfbuzz: false },
  noto: { file: 'NotoSans-Regular.ttf', isHarfbuzz: false },
  arabic: { file: 'IBMPlexSansArabic-Regular.ttf', isHarfbuzz: false },
  bengali: { file: 'NotoSansBengali-Regular.ttf', isHarfbuzz: true },
  devanagari: { file: 'NotoSansDevanagari-Regular.ttf', isHarfbuzz: true },
  khmer: { file: 'NotoSansKhmer-Regular.ttf', isHarfbuzz: true },
  myanmar: { file: 'NotoSansMyanmar-Regular.ttf', isHarfbuzz: true },
  tamil: { file: 'NotoSansTamil-Regular.ttf', isHarfbuzz: true },
  thai: { file: 'NotoSansThai-Regular.ttf', isHarfbuzz: true },
  han: { file: 'NotoSansSC-Regular.ttf', isHarfbuzz: false },
  hangul: { file: 'NotoSansKR-Regular.ttf', isHarfbuzz: false },
};

const scripts: readonly { script: RegExp; font: FontKey }[] = [
  { script: /\p{Script_Extensions=Arabic}/u, font: 'arabic' },
  { script: /\p{Script_Extensions=Bengali}/u, font: 'bengali' },
  { script: /\p{Script_Extensions=Devanagari}/u, font: 'devanagari' },
  { script: /\p{Script_Extensions=Khmer}/u, font: 'khmer' },
  { script: /\p{Script_Extensions=Myanmar}/u, font: 'myanmar' },
  { script: /\p{Script_Extensions=Tamil}/u, font: 'tamil' },
  { script: /\p{Script_Extensions=Thai}/u, font: 'thai' },
  { script: /\p{Script_Extensions=Hangul}/u, font: 'hangul' },
  { script: /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\uFF00-\uFFEF]/u, font: 'han' },
];

const parsed = new Map<FontKey, ParsedFont>();

/** The parsed font, read once for the life of the process. */
export function loadFont(key: FontKey): ParsedFont {
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { file, isHarfbuzz } = fonts[key];
  const data = readFileSync(findInProject('app', 'reports', 'fonts', file));
  const font = isHarfbuzz ? shapeWithHarfbuzz(create(data), data) : create(data);
  parsed.set(key, font);
  return font;
}

/** Fonts whose letters join or reorder, so that glyphs alone do not tell the text. */
export function isComplexFont(key: FontKey): boolean {
  return key === 'arabic' || fonts[key].isHarfbuzz;
}

const chosen = new Map<string, FontKey | null>();

/** The font that draws a character: the text font where it can, else the font of the character's script; undefined when no font here has it. */
export function chooseFont(codePoint: number, isStrong: boolean): FontKey | undefined {
  const key = `${isStrong} ${codePoint}`;
  const known = chosen.get(key);
  if (known !== undefined) return known ?? undefined;
  const first: FontKey = isStrong ? 'strong' : 'sans';
  const character = String.fromCodePoint(codePoint);
  const candidates: FontKey[] = [first, ...scripts.filter(({ script }) => script.test(character)).map(({ font }) => font), 'noto'];
  const font = candidates.find((candidate) => loadFont(candidate).hasGlyphForCodePoint(codePoint));
  chosen.set(key, font ?? null);
  return font;
}
