import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { instrumentLocales, localizedInstrument, overlayOf, placesOf, instrument } from '#scoring';

const folder = new URL('../../scoring/instruments/back-translations/', import.meta.url);
const backSchema = z.strictObject({
  locale: z.string(),
  date: z.iso.date(),
  method: z.string().min(1),
  read: z.record(z.string(), z.string().min(1)),
  differences: z.array(z.object({ place: z.string(), severity: z.enum(['meaning', 'nuance']) })),
  settled: z.array(z.object({ place: z.string(), now: z.string() })),
  /** Strings that were written again after the reading, each with what it says read back, and by whom. */
  revised: z
    .strictObject({
      date: z.iso.date(),
      why: z.string().min(1),
      readBy: z.string().min(1),
      strings: z.array(z.strictObject({ place: z.string(), was: z.string().min(1), now: z.string().min(1), back: z.string().min(1) })),
      /** What a second reader, who saw the translation alone, took each of them to say. */
      secondReading: z.strictObject({
        date: z.iso.date(),
        method: z.string().min(1),
        read: z.record(z.string(), z.string().min(1)),
        differences: z.array(z.object({ place: z.string(), severity: z.enum(['meaning', 'nuance']) })),
        settled: z.array(z.object({ place: z.string(), was: z.string(), now: z.string() })),
      }),
    })
    .optional(),
  /** Strings that were corrected later, each with the reason and the sentence that changed, read back. */
  corrected: z
    .strictObject({
      date: z.iso.date(),
      why: z.string().min(1),
      readBy: z.string().min(1),
      strings: z.array(
        z.strictObject({
          place: z.string(),
          was: z.string().min(1),
          now: z.string().min(1),
          back: z.string().min(1),
          why: z.string().min(1),
        }),
      ),
    })
    .optional(),
});
const all = readdirSync(folder).map((file) => backSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const core = 'workshop-core@1.0.0';
const depths = [core, 'short-form@2.0.0', 'ilo-ten-principles@2.0.0'];

describe('back-translations of edition two', () => {
  it('exist for each language beside English', () => {
    expect(all.map(({ locale }) => locale).sort()).toEqual(
      instrumentLocales(core)
        .filter((locale) => locale !== 'en')
        .sort(),
    );
  });

  it.each(all.map((each) => [each.locale, each] as const))(
    'read every question and answer of the core in %s, name each string revised since, and leave no difference of meaning',
    (locale, back) => {
      const revised = back.revised?.strings ?? [];
      const read = new Set([...Object.keys(back.read), ...revised.map(({ place }) => place)]);
      const asked = placesOf(instrument(core)).filter((place) => /\.text$|\.options\.|^sets\./.test(place));
      expect(asked.filter((place) => !read.has(place))).toEqual([]);
      const settled = new Set(back.settled.map(({ place }) => place));
      expect(back.differences.filter(({ place, severity }) => severity === 'meaning' && !settled.has(place))).toEqual([]);
      expect(localizedInstrument(core, locale).title.lang).toBe(locale);
      const strings = new Map(depths.flatMap((key) => Object.entries(overlayOf(key, locale)?.strings ?? {})));
      const places = new Set(strings.keys());
      expect([...read, ...settled].filter((place) => !places.has(place))).toEqual([]);
      const versions = new Map([...strings].map(([place, { text, earlier = {} }]) => [place, [...Object.values(earlier), text]]));
      // What the second reading changed at once is part of the revision.
      const replaced = new Set(back.revised?.secondReading.settled.map(({ was }) => was));
      const changes = [...versions].flatMap(([place, written]) => {
        const texts = written.filter((text) => !replaced.has(text));
        return texts.slice(1).map((now, at) => [place, texts[at], now]);
      });
      const recorded = [...revised, ...(back.corrected?.strings ?? [])].map(({ place, was, now }) => [place, was, now]);
      expect(recorded.sort()).toEqual(changes.sort());
      expect(revised.filter(({ place }) => place in back.read)).toEqual([]);
      const second = back.revised?.secondReading;
      expect(Object.keys(second?.read ?? {}).sort()).toEqual(revised.map(({ place }) => place).sort());
      const settledThen = new Map(second?.settled.map(({ place, now }) => [place, now]));
      expect(second?.differences.filter(({ place, severity }) => severity === 'meaning' && !settledThen.has(place)) ?? []).toEqual([]);
      for (const [place, now] of settledThen) expect(versions.get(place), place).toContain(now);
    },
  );
});
