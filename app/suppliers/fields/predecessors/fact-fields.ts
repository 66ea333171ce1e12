import { z } from 'zod';
import { housingChoices, partyFactFields, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '#scoring';

const country = z.string().regex(/^[A-Z]{2}$/);
const share = z.number().min(0).max(1);
const people = z.number().int().min(0).max(2_000_000_000);
/** Never one to four people as a number: a form keeps small groups as words (suppliers/sites/protect-counts.ts). */
const groupOfPeople = z.union([people.refine((count) => count === 0 || count >= 5), z.enum(['under-5', 'withheld'])]);
const words = (length: number) => z.string().trim().min(1).max(length);

/** Whether a supplier names its own suppliers: all, some, or it refuses to. */
export const disclosureChoices = ['all', 'some', 'refused'] as const;

/** What a labour provider does for an employer or a worker. */
export const recruitmentServices = [
  'abroad',
  'local',
  'agency-work',
  'contract-labour',
  'papers',
  'orientation',
  'travel',
  'lodging',
  'payroll',
  'return',
] as const;

/** What a labour provider lets workers pay, as its written policy says. */
export const feePolicies = ['no-worker-costs', 'no-service-fee', 'within-law', 'workers-pay', 'none'] as const;
/** Which of the workers that it places get an orientation before they leave. */
export const orientationChoices = ['all', 'some', 'nobody'] as const;
export const orientationTopics = ['contract', 'pay', 'costs', 'rights', 'papers', 'complaints', 'leaving', 'living'] as const;

/**
 * The fields that a fact may hold, as JSON. Shares are 0 to 1, countries ISO 3166-1 alpha-2, sector an ISIC Rev.4 division or class,
 * `peakRatio` peak over base headcount (1 or more). `null` in a fact says that the field is not known any more.
 */
export const factSchemas = {
  name: words(500),
  country,
  sector: z.string().regex(/^\d{2,4}$/),
  /** Where the sector was recognised from words: the sector, the words, what they were recognised by, and in which list. */
  sectorGuess: z.object({ sector: z.string(), words: z.string(), by: z.string(), list: z.string() }),
  products: z.array(words(200)).max(100),
  /** Product as written → the good of the List of Goods that its words name. */
  listedGoods: z.record(z.string(), z.string()),
  workers: people,
  migrantShare: share,
  internalMigrantShare: share,
  agencyShare: share,
  femaleShare: share,
  migrantOrigins: z.array(country).max(250),
  subcontracting: z.enum(subcontractingChoices),
  housing: z.enum(housingChoices),
  peakRatio: z.number().min(1).max(100),
  vulnerableGroups: z.array(z.enum(vulnerableGroups)),
  workerVoice: z.enum(workerVoiceChoices),
  disclosure: z.enum(disclosureChoices),
  declaredTier: z.number().int().min(0).max(100),
  parentCompany: words(500),
  supplierType: words(300),
  externalIds: z.record(z.string(), z.string()),
  address: words(1000),
  city: words(300),
  region: words(300),
  postalCode: words(50),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  femaleWorkers: groupOfPeople,
  maleWorkers: groupOfPeople,
  agencyWorkers: groupOfPeople,
  seasonalWorkers: groupOfPeople,
  youngWorkers: groupOfPeople,
  housedWorkers: groupOfPeople,
  migrantsByOrigin: z.record(country, groupOfPeople),
  licence: words(300),
  originCountries: z.array(country).max(250),
  recruitmentServices: z.array(z.enum(recruitmentServices)),
  contractLanguages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(100),
  feePolicy: z.enum(feePolicies),
  orientation: z.enum(orientationChoices),
  orientationTopics: z.array(z.enum(orientationTopics)),
  orientationLanguages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(100),
} satisfies Record<string, z.ZodType>;

export type FactField = keyof typeof factSchemas;
/** Values of a fact: a missing key says nothing, null says "not known any more". */
export type FactValues = { [Field in FactField]?: z.infer<(typeof factSchemas)[Field]> | null };

const schemaOf: Readonly<Record<string, z.ZodType>> = factSchemas;

export function isFactField(field: string): field is FactField {
  return Object.hasOwn(factSchemas, field);
}

/** Whether a stored JSON value is a good value of the field. */
export function isFactValue<Field extends FactField>(field: Field, value: unknown): value is z.infer<(typeof factSchemas)[Field]> {
  return schemaOf[field]?.safeParse(value).success ?? false;
}

const [, ...factsOfParty] = partyFactFields;
/** The facts that the method reads of a supplier, in the order in which a page lists them. Its countries are those of its sites and its own. */
export const scoredFields = ['country', ...factsOfParty] as const satisfies readonly FactField[];
export type ScoredField = (typeof scoredFields)[number];
