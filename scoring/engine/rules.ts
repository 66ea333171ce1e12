import { z } from 'zod';
import type { ReferenceTableId } from '../reference/at.ts';
import { referenceTableIds } from '../reference/at.ts';
import written from '../rules.json';
import { type RuleId, ruleIds } from '../vocabulary.ts';
import { isParameterId } from './method.ts';
import type { ParameterId } from '../parameters/at.ts';

/** A rule in words for the public pages of the method. `follows`: frozen number, not built yet; it moves no score. */
export type Rule = {
  id: RuleId;
  title: string;
  status: 'in-force' | 'follows';
  words: string[];
  sources: string[];
  parameters: ParameterId[];
  tables: ReferenceTableId[];
};

const rulesSchema: z.ZodType<Rule[]> = z.array(
  z.strictObject({
    id: z.enum(ruleIds),
    title: z.string().min(1),
    status: z.enum(['in-force', 'follows']),
    words: z.array(z.string().min(1)).min(1),
    sources: z.array(z.string().min(1)).min(1),
    parameters: z.array(z.custom<ParameterId>((id) => typeof id === 'string' && isParameterId(id))),
    tables: z.array(z.enum(referenceTableIds)),
  }),
);

let parsed: Rule[] | undefined;

/** All fourteen rules in the order of their numbers, in English. */
export function rules(): Rule[] {
  parsed ??= rulesSchema.parse(written);
  return parsed;
}

/** Sentences that stand beside every score (English). */
export const methodWarnings = [
  'A screening aid, not a finding of law.',
  'Weights are a policy choice.',
  'Not calibrated on outcomes: no reliable record of them exists.',
] as const;
