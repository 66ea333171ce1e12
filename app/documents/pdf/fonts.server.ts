import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { findInProject } from '~/platform/files/find-in-project.server';
import { shapeWithHarfbuzz } from './shape-with-harfbuzz.server';

export const fontKeys = [
  'sans',
  'strong',
  'noto',
  'arabic',
  'armenian',
  'bengali',
  'devanagari',
  'ethiopic',
  'georgian',
  'gujarati',
  'gurmukhi',
  'hebrew',
  'kannada',
  'khmer',
  'lao',
  'malayalam',
  'myanmar',
  'sinhala',
  'tamil',
  'telugu',
  'thai',
  'hangul',
  'han',
] as const;
export type FontKey = (typeof fontKeys)[number];

/**
 * File of each font, the script it is there for, and who shapes it: fontkit joins Bengali wrongly across spaces and orders Burmese marks wrongly, so
 * scripts whose letters join, stack or reorder are HarfBuzz's.
 */
const fonts: Record<FontKey, { file: string; shaper: 'fontkit' | 'harfbuzz' | 'harfbuzz-arabic'; script?: RegExp }> = {
  sans: { file: 'IBMPlexSans-Regular.ttf', shaper: 'fontkit' },
  strong: { file: 'IBMPlexSans-SemiBold.ttf', shaper: 'fontkit' },
  noto: { file: 'NotoSans-Regular.ttf', shaper: 'fontkit' },
  arabic: { file: 'IBMPlexSansArabic-Regular.ttf', shaper: 'harfbuzz-arabic', script: /\p{Script_Extensions=Arabic}/u },
  armenian: { file: 'NotoSansArmenian-Regular.ttf', shaper: 'fontkit', script: /\p{Script_Extensions=Armenian}/u },
  bengali: { file: 'NotoSansBengali-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Bengali}/u },
  devanagari: { file: 'NotoSansDevanagari-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Devanagari}/u },
  ethiopic: { file: 'NotoSansEthiopic-Regular.ttf', shaper: 'fontkit', script: /\p{Script_Extensions=Ethiopic}/u },
  georgian: { file: 'NotoSansGeorgian-Regular.ttf', shaper: 'fontkit', script: /\p{Script_Extensions=Georgian}/u },
  gujarati: { file: 'NotoSansGujarati-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Gujarati}/u },
  gurmukhi: { file: 'NotoSansGurmukhi-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Gurmukhi}/u },
  hebrew: { file: 'NotoSansHebrew-Regular.ttf', shaper: 'fontkit', script: /\p{Script_Extensions=Hebrew}/u },
  kannada: { file: 'NotoSansKannada-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Kannada}/u },
  khmer: { file: 'NotoSansKhmer-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Khmer}/u },
  lao: { file: 'NotoSansLao-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Lao}/u },
  malayalam: { file: 'NotoSansMalayalam-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Malayalam}/u },
  myanmar: { file: 'NotoSansMyanmar-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Myanmar}/u },
  sinhala: { file: 'NotoSansSinhala-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Sinhala}/u },
  tamil: { file: 'NotoSansTamil-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Tamil}/u },
  telugu: { file: 'NotoSansTelugu-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Telugu}/u },
  thai: { file: 'NotoSansThai-Regular.ttf', shaper: 'harfbuzz', script: /\p{Script_Extensions=Thai}/u },
  hangul: { file: 'NotoSansKR-Regular.ttf', shaper: 'fontkit', script: /\p{Script_Extensions=Hangul}/u },
  han: {
    file: 'NotoSansSC-Regular.ttf',
    shaper: 'fontkit',
    script: /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\uFF00-\uFFEF]/u,
  },
};

const parsed = new Map<FontKey, ParsedFont>();

/** The parsed font, read once for the life of the process. */
export function loadFont(key: FontKey): ParsedFont {
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { file, shaper } = fonts[key];
  const data = readFileSync(findInProject('app', 'documents', 'pdf', 'fonts', file));
  const font =
    shaper === 'fontkit' ? create(data) : shapeWithHarfbuzz(create(data), data, shaper === 'harfbuzz-arabic' ? 'arabic' : 'other');
  parsed.set(key, font);
  return font;
}

/** Fonts whose letters join or reorder, so that glyphs alone do not tell the text. */
export function isComplexFont(key: FontKey): boolean {
  return fonts[key].shaper !== 'fontkit';
}

const chosen = { strong: new Map<number, FontKey | null>(), regular: new Map<number, FontKey | null>() };

/** The font that draws a character: the text font where it can, else the font of the character's script; undefined when no font here has it. */
export function chooseFont(codePoint: number, isStrong: boolean): FontKey | undefined {
  const kept = isStrong ? chosen.strong : chosen.regular;
  const known = kept.get(codePoint);
  if (known !== undefined) return known ?? undefined;
  const first: FontKey = isStrong ? 'strong' : 'sans';
  const character = String.fromCodePoint(codePoint);
  const candidates: FontKey[] = [first, ...fontKeys.filter((candidate) => fonts[candidate].script?.test(character)), 'noto'];
  const font = candidates.find((candidate) => loadFont(candidate).hasGlyphForCodePoint(codePoint));
  kept.set(codePoint, font ?? null);
  return font;
}
