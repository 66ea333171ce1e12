import betterWorkEn from './better-work-cat/1.0.0.json';
import { overlays as betterWorkOverlays } from './better-work-cat/overlays.ts';
import ilo11En from './ilo-eleven-indicators/1.0.0.json';
import { overlays as ilo11Overlays } from './ilo-eleven-indicators/overlays.ts';
import operationalEn from './ilo-operational-indicators/1.0.0.json';
import { overlays as operationalOverlays } from './ilo-operational-indicators/overlays.ts';
import ilo10En from './ilo-ten-principles/1.0.0.json';
import { overlays as ilo10Overlays } from './ilo-ten-principles/overlays.ts';
import checklistEn from './ilo-employers-checklist/1.0.0.json';
import { overlays as checklistOverlays } from './ilo-employers-checklist/overlays.ts';
import equatorEn from './equator-review/1.0.0.json';
import { overlays as equatorOverlays } from './equator-review/overlays.ts';
import ps2En from './ifc-ps2/1.0.0.json';
import { overlays as ps2Overlays } from './ifc-ps2/overlays.ts';
import recruiterEn from './recruiter-review/1.0.0.json';
import { overlays as recruiterOverlays } from './recruiter-review/overlays.ts';
import shortFormEn from './short-form/1.0.0.json';
import shortForm11En from './short-form/1.1.0.json';
import { newOverlays as shortForm11Overlays, overlays as shortFormOverlays } from './short-form/overlays.ts';
import { localize, placesOf } from './localize.ts';
import type { LocalizedInstrument } from './localize.ts';
import { completeInstrument, type Instrument } from './complete.ts';
import { type InstrumentOverlay, overlaySchema } from './overlay-schema.ts';
import { includingFile, inheritedPlaces, inheritStrings, resolveInstrument } from './resolve.ts';
import { type FrozenInstrument, instrumentSchema } from './schema.ts';

/** `shortOf`: the instrument of which this one asks only a part. Its answers count as they would there, the rest as not asked. */
type Files = { frozen: unknown; overlays: Readonly<Record<string, unknown>>; shortOf?: string };
const files: Record<string, Files> = {
  'ilo-ten-principles@1.0.0': { frozen: ilo10En, overlays: ilo10Overlays },
  'short-form@1.0.0': { frozen: shortFormEn, overlays: shortFormOverlays, shortOf: 'ilo-ten-principles@1.0.0' },
  'short-form@1.1.0': { frozen: shortForm11En, overlays: shortForm11Overlays, shortOf: 'ilo-ten-principles@1.0.0' },
  'ilo-employers-checklist@1.0.0': { frozen: checklistEn, overlays: checklistOverlays },
  'ifc-ps2@1.0.0': { frozen: ps2En, overlays: ps2Overlays },
  'equator-review@1.0.0': { frozen: equatorEn, overlays: equatorOverlays },
  'recruiter-review@1.0.0': { frozen: recruiterEn, overlays: recruiterOverlays },
  'better-work-cat@1.0.0': { frozen: betterWorkEn, overlays: betterWorkOverlays },
  'ilo-eleven-indicators@1.0.0': { frozen: ilo11En, overlays: ilo11Overlays },
  'ilo-operational-indicators@1.0.0': { frozen: operationalEn, overlays: operationalOverlays },
};
const frozen = new Map<string, FrozenInstrument>();
const parsed = new Map<string, InstrumentOverlay>();
const completed = new Map<string, Instrument>();

/** Keys of all released instruments, `name@version`. */
export function instrumentKeys(): string[] {
  return Object.keys(files);
}

/** Of each released instrument the newest version, in the order of `instrumentKeys`: what is offered where something new is opened. */
export function newestInstrumentKeys(): string[] {
  const idOf = (key: string) => key.slice(0, key.indexOf('@'));
  const keys = instrumentKeys();
  return keys.filter((key, at) => !keys.slice(at + 1).some((later) => idOf(later) === idOf(key)));
}

/** Keys of those whose answers give control credit (R5). */
export function scoringInstrumentKeys(): string[] {
  return instrumentKeys().filter((key) => instrument(key).scores);
}

/** The instrument of that key as its file, with those that it includes, says it. Throws RangeError for a key that was never released. */
export function frozenInstrument(key: string): FrozenInstrument {
  const known = frozen.get(key);
  if (known) return known;
  const file = files[key];
  if (!file) throw new RangeError(`No instrument ${key}`);
  const made = resolveInstrument(file.frozen, frozenInstrument);
  frozen.set(key, made);
  return made;
}

/** What was released under a key: its own file, and what it includes as that was released. Throws RangeError for a key that was never released. */
export function releasedContent(key: string): unknown {
  const including = includingFile(files[key]?.frozen);
  if (!including) return frozenInstrument(key);
  return { file: including, includes: including.includes.map((each) => ({ key: each, content: releasedContent(each) })) };
}

/** The places of an instrument that its own translations must fill, not those of the instruments that it includes. */
export function ownPlacesOf(key: string): string[] {
  const made = instrument(key);
  const inherited = inheritedPlaces(files[key]?.frozen, made);
  return placesOf(made).filter((place) => !inherited.has(place));
}

/** The frozen instrument of that key, for ever the same, with what its file leaves out. Throws RangeError for a key that was never released. */
export function instrument(key: string): Instrument {
  const known = completed.get(key);
  if (known) return known;
  const made = completeInstrument(frozenInstrument(key));
  completed.set(key, made);
  return made;
}

/** An instrument from the JSON of a customer's own, with what it leaves out. Throws ZodError where it is none. Pure. */
export function instrumentFrom(content: unknown): Instrument {
  return completeInstrument(instrumentSchema.parse(content));
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
  const place = `${key} ${locale}`;
  const known = parsed.get(place);
  if (known) return known;
  const overlay = files[key]?.overlays[locale];
  if (overlay === undefined) return null;
  const own = overlaySchema.parse(overlay);
  const includes = includingFile(files[key]?.frozen)?.includes ?? [];
  const from = includes.map((each) => overlayOf(each, locale));
  const made = includes.length === 0 ? own : inheritStrings(own, { inherited: inheritedPlaces(files[key]?.frozen, instrument(key)), from });
  parsed.set(place, made);
  return made;
}

/** The instrument with its texts in one language; a string that is not translated stays English and says so (`lang`). Throws RangeError for an unknown key. */
export function localizedInstrument(key: string, locale: string): LocalizedInstrument {
  return localize(key, { instrument: instrument(key), overlay: overlayOf(key, locale), locale });
}
