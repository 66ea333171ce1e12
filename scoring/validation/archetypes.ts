import { z } from 'zod';
import { scoreParty } from '../odds/score-party.ts';
import type { AssessInput } from '../types.ts';
import { type Band, bands, housingChoices, subcontractingChoices, workerVoiceChoices } from '../vocabulary.ts';
import { bandSchema } from '../vocabulary-schemas.ts';
import situations from './archetypes.json';

const share = z.number().min(0).max(1);
/** A situation that a practitioner knows, and the bands that documented evidence supports for it. */
const archetypeSchema = z.strictObject({
  id: z.string(),
  situation: z.string(),
  country: z.string().length(2),
  sector: z.string(),
  products: z.array(z.string()).optional(),
  subdivision: z.string().optional(),
  facts: z
    .strictObject({
      workers: z.number().int().optional(),
      migrantShare: share.optional(),
      internalMigrantShare: share.optional(),
      migrantOrigins: z.array(z.string().length(2)).optional(),
      agencyShare: share.optional(),
      peakRatio: z.number().min(1).optional(),
      housing: z.enum(housingChoices).optional(),
      subcontracting: z.enum(subcontractingChoices).optional(),
      workerVoice: z.enum(workerVoiceChoices).optional(),
    })
    .optional(),
  bands: z.array(bandSchema).min(1),
  evidence: z.string().min(1),
  confidence: z.enum(['confirmed', 'memory']),
});
export type Archetype = z.output<typeof archetypeSchema>;
export const archetypes: readonly Archetype[] = z.array(archetypeSchema).parse(situations);

export type ArchetypeResult = {
  archetype: Archetype;
  score: number;
  band: Band;
  /** How many bands it lies outside those supported: 0 within. */
  off: number;
};

/** A situation as the method takes it. */
export function inputOf({ country, sector, products, subdivision, facts = {} }: Archetype, asOf: string): AssessInput {
  const given = { countries: [country], subdivisions: subdivision && [subdivision], sector, products, ...facts };
  const known = Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [[field, { value }]]));
  return { asOf, facts: Object.fromEntries(known) };
}

/** Every situation scored as of a day, in the order of the file. */
export function scoreArchetypes(asOf: string): ArchetypeResult[] {
  return archetypes.map((archetype) => {
    const scored = scoreParty(inputOf(archetype, asOf), { id: archetype.id });
    if (!scored) throw new Error(`${archetype.id} has no score`);
    const off = Math.min(...archetype.bands.map((each) => Math.abs(bands.indexOf(each) - bands.indexOf(scored.band))));
    return { archetype, score: scored.score, band: scored.band, off };
  });
}
