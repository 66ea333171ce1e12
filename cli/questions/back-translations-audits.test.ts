import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { instrumentLocales, localizedInstrument, overlayOf } from '#scoring';

const folder = new URL('../../scoring/instruments/back-translations-audits/', import.meta.url);
/** By questionnaire and place: "better-work-cat BW.SI.a.text". A text that several places share is read once. */
const backSchema = z.strictObject({
  locale: z.string(),
  date: z.iso.date(),
  method: z.string().min(1),
  read: z.record(z.string(), z.string().min(1)),
  settled: z.array(z.object({ place: z.string(), severity: z.enum(['meaning', 'nuance']), why: z.string().min(1) })),
});
const all = readdirSync(folder).map((file) => backSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const names = ['better-work-cat', 'ilo-operational-indicators', 'ilo-eleven-indicators', 'ilo-employers-checklist', 'recruiter-review'];

it.each(all.map((each) => [each.locale, each] as const))('every question of the audits was read back from %s', (locale, back) => {
  expect(instrumentLocales('better-work-cat@2.0.0')).toContain(locale);
  const strings = new Map<string, string>(
    names.flatMap((name) =>
      Object.entries(overlayOf(`${name}@2.0.0`, locale)?.strings ?? {}).map(([place, { text }]) => [`${name} ${place}`, text] as const),
    ),
  );
  const read = new Set(Object.keys(back.read).map((place) => strings.get(place)));
  const asked = names.flatMap((name) =>
    localizedInstrument(`${name}@2.0.0`, locale).sections.flatMap(({ questions }) => questions.map(({ text }) => text.text)),
  );
  // A text that was settled differs from the one that was read.
  const settled = new Set(back.settled.map(({ place }) => strings.get(place)));
  expect(asked.filter((text) => !read.has(text) && !settled.has(text))).toEqual([]);
  const places = [...Object.keys(back.read), ...back.settled.map(({ place }) => place)];
  expect(places.filter((place) => !strings.has(place))).toEqual([]);
});
