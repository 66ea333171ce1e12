import ilo10En from './ilo-ten-principles/1.0.0.json';
import ilo10Fr from './ilo-ten-principles/1.0.0.fr.json';
import { localize } from './localize.ts';
import type { LocalizedInstrument } from './localize.ts';
import { type Instrument, type InstrumentOverlay, instrumentSchema, overlaySchema } from './schema.ts';

const files: Record<string, { frozen: unknown; overlays: Record<string, unknown> }> = {
  'ilo-ten-principles@1.0.0': { frozen: ilo10En, overlays: { fr: ilo10Fr } },
};
const parsed = new Map<string, Instrument>();

/** Keys of all released instruments, `name@version`. */
export function instrumentKeys(): string[] {
  return Object.keys(files);
}

/** The frozen instrument of that key, for ever the same. Throws RangeError for a key that was never released. */
export function instrument(key: string): Instrument {
  const known = parsed.get(key);
  if (known) return known;
  const file = files[key];
  if (!file) throw new RangeError(`No instrument ${key}`);
  const made = instrumentSchema.parse(file.frozen);
  parsed.set(key, made);
  return made;
}

/** Languages a released instrument can be shown in: English, and one for each overlay. */
export function instrumentLocales(key: string): string[] {
  return ['en', ...Object.keys(files[key]?.overlays ?? {})];
}

/** The translation of an instrument, if there is one. English has none: it is the frozen text. */
export function overlayOf(key: string, locale: string): InstrumentOverlay | null {
  const overlay = files[key]?.overlays[locale];
  return overlay === undefined ? null : overlaySchema.parse(overlay);
}

/** The instrument with its texts in one language; a string that is not translated stays English and says so (`lang`). Throws RangeError for an unknown key. */
export function localizedInstrument(key: string, locale: string): LocalizedInstrument {
  return localize(key, { instrument: instrument(key), overlay: overlayOf(key, locale), locale });
}
