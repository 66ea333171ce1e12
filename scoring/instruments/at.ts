import betterWorkEn from './better-work-cat/1.0.0.json';
import betterWorkFr from './better-work-cat/1.0.0.fr.json';
import ilo11En from './ilo-eleven-indicators/1.0.0.json';
import ilo11Fr from './ilo-eleven-indicators/1.0.0.fr.json';
import operationalEn from './ilo-operational-indicators/1.0.0.json';
import operationalFr from './ilo-operational-indicators/1.0.0.fr.json';
import ilo10En from './ilo-ten-principles/1.0.0.json';
import ilo10Fr from './ilo-ten-principles/1.0.0.fr.json';
import checklistEn from './ilo-employers-checklist/1.0.0.json';
import checklistFr from './ilo-employers-checklist/1.0.0.fr.json';
import equatorEn from './equator-review/1.0.0.json';
import equatorFr from './equator-review/1.0.0.fr.json';
import ps2En from './ifc-ps2/1.0.0.json';
import ps2Fr from './ifc-ps2/1.0.0.fr.json';
import recruiterEn from './recruiter-review/1.0.0.json';
import recruiterFr from './recruiter-review/1.0.0.fr.json';
import shortFormEn from './short-form/1.0.0.json';
import shortFormFr from './short-form/1.0.0.fr.json';
import { localize } from './localize.ts';
import type { LocalizedInstrument } from './localize.ts';
import { completeInstrument, type Instrument } from './complete.ts';
import { type InstrumentOverlay, overlaySchema } from './overlay-schema.ts';
import { type FrozenInstrument, instrumentSchema } from './schema.ts';

/** `shortOf`: the instrument of which this one asks only a part. Its answers count as they would there, the rest as not asked. */
type Files = { frozen: unknown; overlays: Record<string, unknown>; shortOf?: string };
const files: Record<string, Files> = {
  'ilo-ten-principles@1.0.0': { frozen: ilo10En, overlays: { fr: ilo10Fr } },
  'short-form@1.0.0': { frozen: shortFormEn, overlays: { fr: shortFormFr }, shortOf: 'ilo-ten-principles@1.0.0' },
  'ilo-employers-checklist@1.0.0': { frozen: checklistEn, overlays: { fr: checklistFr } },
  'ifc-ps2@1.0.0': { frozen: ps2En, overlays: { fr: ps2Fr } },
  'equator-review@1.0.0': { frozen: equatorEn, overlays: { fr: equatorFr } },
  'recruiter-review@1.0.0': { frozen: recruiterEn, overlays: { fr: recruiterFr } },
  'better-work-cat@1.0.0': { frozen: betterWorkEn, overlays: { fr: betterWorkFr } },
  'ilo-eleven-indicators@1.0.0': { frozen: ilo11En, overlays: { fr: ilo11Fr } },
  'ilo-operational-indicators@1.0.0': { frozen: operationalEn, overlays: { fr: operationalFr } },
};
const frozen = new Map<string, FrozenInstrument>();
const completed = new Map<string, Instrument>();

/** Keys of all released instruments, `name@version`. */
export function instrumentKeys(): string[] {
  return Object.keys(files);
}

/** Keys of those whose answers give control credit (R5). */
export function scoringInstrumentKeys(): string[] {
  return instrumentKeys().filter((key) => instrument(key).scores);
}

/** The instrument of that key as its file says it, which is what was released. Throws RangeError for a key that was never released. */
export function frozenInstrument(key: string): FrozenInstrument {
  const known = frozen.get(key);
  if (known) return known;
  const file = files[key];
  if (!file) throw new RangeError(`No instrument ${key}`);
  const made = instrumentSchema.parse(file.frozen);
  frozen.set(key, made);
  return made;
}

/** The frozen instrument of that key, for ever the same, with what its file leaves out. Throws RangeError for a key that was never released. */
export function instrument(key: string): Instrument {
  const known = completed.get(key);
  if (known) return known;
  const made = completeInstrument(frozenInstrument(key));
  completed.set(key, made);
  return made;
}

/** The instrument that a short form is a part of; null for one that is whole. */
export function wholeOf(key: string): string | null {
  return files[key]?.shortOf ?? null;
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
