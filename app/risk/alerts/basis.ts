import { alertKindSchema, bandSchema, type DetectedAlert } from '#scoring';
import { z } from 'zod';
import { isByName } from './is-by-name';

/** `sourceTable` of an alert that rests on a record of a labour recruiter. */
export const recruiterTable = 'labour-recruiter';

const comparisonSchema = z.object({
  of: z.enum(['supplier', 'parent-company', 'site', 'recruiter']),
  site: z.string().nullable(),
  by: z.enum([
    ...(['name', 'folded-name', 'alias', 'folded-alias'] as const),
    ...(['good', 'inputs', 'chapter', 'country-and-sector', 'country-and-product'] as const),
    ...(['code', 'postal-code', 'coordinates', 'country', 'record'] as const),
  ]),
  given: z.string(),
  matched: z.string(),
});

/** What an alert rests on, as it is kept: what the row says, each comparison that met it, and what else of the party a person compares with it. */
export const basisSchema = z.object({
  subject: z.string(),
  country: z.string(),
  isSameCountry: z.boolean().nullable(),
  since: z.string().nullable(),
  state: z.enum(['in-force', 'imports-allowed', 'replaced', 'ended', 'unknown']),
  labour: z.array(z.enum(['child', 'forced'])),
  /** Of a sub-agent: through whom it recruits for the supplier, the supplier's own recruiter first; left out for that one itself. */
  via: z.array(z.object({ publicId: z.string(), name: z.string() })).optional(),
  madeWith: z.string().nullable(),
  confidence: z.enum(['confirmed', 'derived', 'memory']),
  comparisons: z.array(comparisonSchema),
  /** Of the party; kept where a name alone met the row, empty otherwise. */
  countries: z.array(z.string()),
  addresses: z.array(z.string()),
  /** The hash of the organization's own edition that the row is from; absent for released tables. */
  own: z.string().exactOptional(),
});
export type AlertBasis = z.output<typeof basisSchema>;

export const alertStatuses = ['open', 'confirmed', 'dismissed'] as const;
export const alertStatusSchema = z.enum(alertStatuses);
export type AlertStatus = z.output<typeof alertStatusSchema>;

/** The columns of an alert that pages and files read. */
export const alertRowSchema = z.object({
  id: z.string(),
  partyId: z.string(),
  kind: alertKindSchema,
  sourceTable: z.string(),
  sourceVintage: z.string(),
  sourceRow: z.string(),
  rank: z.number(),
  isToBeConfirmed: z.boolean(),
  basis: basisSchema,
  firstSeenAt: z.date(),
  lastSeenOn: z.date(),
  endedAt: z.date().nullable(),
  status: alertStatusSchema,
  decidedById: z.string().nullable(),
  decidedAt: z.date().nullable(),
  reason: z.string().nullable(),
});
export type AlertRow = z.output<typeof alertRowSchema>;

/** The supplier of an alert, as lists show it. */
export const alertPartySchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  tier: z.number().nullable(),
  band: bandSchema.nullable(),
  score: z.number().nullable(),
});
export type AlertParty = z.output<typeof alertPartySchema>;

/** What is kept of a detected alert; `countries` and `addresses` of the party only where a person needs them to judge a name. */
export function basisOf(alert: DetectedAlert, party: { countries: readonly string[]; addresses: readonly string[] }): AlertBasis {
  const { kind, subject, country, isSameCountry, since, state, labour, madeWith, source } = alert;
  const comparisons = [...alert.comparisons];
  const isNamed = isByName({ kind, comparisons });
  return {
    ...{ subject, country, isSameCountry, since, state, labour: [...labour], madeWith, confidence: source.confidence, comparisons },
    countries: isNamed ? [...party.countries] : [],
    addresses: isNamed ? [...party.addresses] : [],
    ...(source.own === undefined ? {} : { own: source.own }),
  };
}

/** Kinds of alerts that show state-imposed forced labour; what they say of a place is no link of this supplier to it until a person sees one (R7, O5). */
export const showsStateImposed = (kind: string): boolean => kind === 'state-imposed' || kind === 'presumed-region';
