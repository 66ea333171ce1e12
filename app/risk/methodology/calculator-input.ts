import { housingChoices, type PlacedFacts, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '#scoring';
import { z } from 'zod';
import { factSchemas } from '~/suppliers/facts/fact-fields';
import { readFactValue, type SupposedField } from '~/risk/what-if/changes';
import { type PlaceFound, recognisePlace } from './recognise-place';

/** The fields of the calculator, in the order of the method; one that is left empty is unknown. */
export const calculatorFields = [
  'countries',
  'sector',
  'products',
  'migrantShare',
  'internalMigrantShare',
  'migrantOrigins',
  'agencyShare',
  'subcontracting',
  'housing',
  'peakRatio',
  'workerVoice',
] as const satisfies readonly SupposedField[];
/** What is asked besides: people at work, and the town or region by which a region under a presumption is recognised. */
export const otherFields = ['workers', 'place'] as const;
export type CalculatorField = (typeof calculatorFields)[number] | (typeof otherFields)[number];

/** Boxes for vulnerable groups; none ticked is unknown. */
export const groupChoices = ['none', ...vulnerableGroups] as const;

export const calculatorChoices = { subcontracting: subcontractingChoices, housing: housingChoices, workerVoice: workerVoiceChoices };

export type CalculatorInput = {
  /** Null where the day is no day. */
  asOf: string | null;
  facts: PlacedFacts;
  /** What was typed, to be shown again. */
  values: Record<string, string>;
  /** The boxes that were ticked; `none` says that there is no such group. */
  groups: string[];
  /** What the place was recognised as; null while no place is given. */
  placeFound: PlaceFound | null;
  /** Fields whose value cannot be; they count as unknown until they are corrected. */
  wrong: CalculatorField[];
};

const day = z.iso.date();
/** Sectors are asked for as ISIC divisions or classes, as the facts of a supplier are. */
const sector = factSchemas.sector;

/** Reads what an address asks the calculator. */
export function readCalculator(params: URLSearchParams, today: string): CalculatorInput {
  const values = Object.fromEntries(
    ['asOf', ...calculatorFields, ...otherFields].map((name) => {
      const text = name === 'products' ? params.getAll(name).filter(Boolean).join(', ') : (params.get(name) ?? '');
      return [name, text.trim().slice(0, 400)];
    }),
  );
  const wrong: CalculatorField[] = [];
  let facts: PlacedFacts = {};
  for (const field of calculatorFields) {
    const text = values[field] ?? '';
    if (text === '') continue;
    const value = field === 'sector' ? sector.safeParse(text).data : readFactValue(field, text);
    if (value === undefined) wrong.push(field);
    else facts = { ...facts, [field]: { value } };
  }
  const ticked = new Set(params.getAll('vulnerableGroups'));
  const groups = groupChoices.filter((group) => ticked.has(group));
  if (groups.length > 0) facts = { ...facts, vulnerableGroups: { value: vulnerableGroups.filter((group) => ticked.has(group)) } };
  const asked = values.asOf ?? '';
  const asOf = asked === '' ? today : (day.safeParse(asked).data ?? null);
  const workers = values.workers ?? '';
  if (workers !== '') {
    const value = factSchemas.workers.safeParse(Number(workers.replace(/[\s,.\u00a0\u202f]/g, ''))).data;
    if (value === undefined) wrong.push('workers');
    else facts = { ...facts, workers: { value } };
  }
  const [iso2] = facts.countries?.value ?? [];
  const placeFound = values.place && asOf ? recognisePlace({ iso2: iso2 ?? null, place: values.place }, asOf) : null;
  if (placeFound?.kind === 'wrong') wrong.push('place');
  if (placeFound?.kind === 'found') {
    const { code, by, matched } = placeFound;
    facts = { ...facts, subdivisions: { value: [code], recognisedBy: [{ code, by, matched }] } };
  }
  return { asOf, facts, values, groups, wrong, placeFound };
}
