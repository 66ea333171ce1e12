import { z } from 'zod';
import type { Instrument } from './complete.ts';
import { pointPlaces, questionPlaces } from './localize.ts';
import type { InstrumentOverlay } from './overlay-schema.ts';
import { type FrozenQuestion, questionSchema } from './question-schema.ts';
import { type FrozenInstrument, type InstrumentContent, instrumentContent, instrumentSchema, sectionSchema } from './schema.ts';

/**
 * A file that includes other instruments. Beside questions of its own its sections use those of the included ones, each exactly once; their sets, scales and
 * contradictions come with them, and the point under which a question is asked there. Sections are its own.
 */
const includingSchema = instrumentContent.extend({
  includes: z.array(z.string().min(1)).min(1),
  sections: z
    .array(sectionSchema.extend({ questions: z.array(z.union([questionSchema, z.strictObject({ use: z.string().min(1) })])).min(1) }))
    .min(1),
});
type Including = z.infer<typeof includingSchema>;

/** The file as it says it itself, where it includes others; null for one that does not. */
export function includingFile(file: unknown): Including | null {
  return typeof file === 'object' && file !== null && 'includes' in file ? includingSchema.parse(file) : null;
}

/** An instrument with all its questions, whether its file has them or the files that it includes. Throws an error that names what does not fit. Pure. */
export function resolveInstrument(file: unknown, includedAt: (key: string) => FrozenInstrument): FrozenInstrument {
  const including = includingFile(file);
  if (!including) return instrumentSchema.parse(file);
  const { includes, ...own } = including;
  const included = includes.map(includedAt);
  const bank = new Map(included.flatMap((each) => each.sections.flatMap(({ questions }) => questions)).map((each) => [each.key, each]));
  const used = usedIn(including);
  const problems = [
    ...used.filter((key) => !bank.has(key)).map((key) => `${key} is used but not included`),
    ...[...bank.keys()].filter((key) => !used.includes(key)).map((key) => `${key} is included but not used`),
    ...namedTwice([...included.map(({ sets = {} }) => sets), own.sets ?? {}]).map((name) => `the set ${name} is there twice`),
  ];
  if (problems.length > 0) throw new Error(`${own.id}@${own.version}: ${problems.join('; ')}`);
  const points = new Map(
    included.flatMap((each) => each.sections.flatMap((section) => section.points ?? [])).map((each) => [each.key, each]),
  );
  return instrumentSchema.parse({
    ...own,
    scales: Object.assign({}, ...included.map(({ scales }) => scales), own.scales),
    sets: Object.assign({}, ...included.map(({ sets = {} }) => sets), own.sets ?? {}),
    sections: own.sections.map((section) => resolveSection(section, { bank, points })),
    consistency: [...included.flatMap(({ consistency }) => consistency), ...own.consistency],
  });
}

type Bank = {
  bank: ReadonlyMap<string, FrozenQuestion>;
  points: ReadonlyMap<string, NonNullable<InstrumentContent['sections'][number]['points']>[number]>;
};

/** A section with the questions it uses, and the points of those, in the order in which they are asked. */
function resolveSection(section: Including['sections'][number], { bank, points }: Bank): unknown {
  const questions = section.questions.flatMap((each) => ('use' in each ? (bank.get(each.use) ?? []) : [each]));
  const own = section.points ?? [];
  const asked = [...new Set(questions.flatMap(({ point }) => (point === undefined ? [] : [point])))];
  const found = asked.flatMap((key) => own.find((point) => point.key === key) ?? points.get(key) ?? []);
  const unasked = own.filter(({ key }) => !asked.includes(key));
  return { ...section, questions, ...(found.length + unasked.length > 0 ? { points: [...found, ...unasked] } : {}) };
}

const usedIn = ({ sections }: Including) =>
  sections.flatMap(({ questions }) => questions.flatMap((each) => ('use' in each ? [each.use] : [])));

function namedTwice(records: readonly object[]): string[] {
  const names = records.flatMap((each) => Object.keys(each));
  return names.filter((name, at) => names.indexOf(name) !== at);
}

/** The places of an instrument whose texts, and so their translations, are those of the files that it includes. `made` is the whole instrument. Pure. */
export function inheritedPlaces(file: unknown, made: Instrument): Set<string> {
  const including = includingFile(file);
  if (!including) return new Set();
  const used = usedIn(including);
  const ownPoints = including.sections.flatMap(({ points = [] }) => points.map(({ key }) => key));
  const ownRules = including.consistency.map(({ code }) => code);
  const scales = Object.entries(made.scales).filter(([type]) => !(type in including.scales));
  const sets = Object.entries(made.sets ?? {}).filter(([name]) => !(name in (including.sets ?? {})));
  return new Set([
    ...made.sections.flatMap(({ points, questions }) => [
      ...points.filter(({ key }) => !ownPoints.includes(key)).flatMap(pointPlaces),
      ...questions.filter(({ key }) => used.includes(key)).flatMap(questionPlaces),
    ]),
    ...scales.flatMap(([type, choices]) => choices.map(({ value }) => `scale.${type}.${value}`)),
    ...sets.flatMap(([name, options]) => options.map(({ value }) => `sets.${name}.${value}`)),
    ...made.consistency.filter(({ code }) => !ownRules.includes(code)).map(({ code }) => `consistency.${code}`),
  ]);
}

/** A translation with the strings of the included files' translations in the places that the instrument inherits. Pure. */
export function inheritStrings(
  own: InstrumentOverlay,
  { inherited, from }: { inherited: ReadonlySet<string>; from: readonly (InstrumentOverlay | null)[] },
): InstrumentOverlay {
  const strings = from.flatMap((each) => Object.entries(each?.strings ?? {})).filter(([place]) => inherited.has(place));
  return { ...own, strings: { ...Object.fromEntries(strings), ...own.strings } };
}
