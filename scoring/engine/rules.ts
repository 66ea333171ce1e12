import { z } from 'zod';
import { type ReferenceTableId, referenceTableIds, tableDefinition } from '../reference/at.ts';
import written from '../rules.json';
import writtenSupplements from '../supplements.json';
import { type RuleId, ruleIds, type SupplementId, supplementIds } from '../vocabulary.ts';
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
  /** Those whose `table.json` names the rule. */
  tables: ReferenceTableId[];
};

/** What is shown beside the score and has no number of a rule: the score of child labour, the mark of labour imposed by a state. */
export type Supplement = Omit<Rule, 'id' | 'status'> & { id: SupplementId };

const texts = {
  title: z.string().min(1),
  words: z.array(z.string().min(1)).min(1),
  sources: z.array(z.string().min(1)).min(1),
  parameters: z.array(z.custom<ParameterId>((id) => typeof id === 'string' && isParameterId(id))),
};
const rulesSchema: z.ZodType<Omit<Rule, 'tables'>[]> = z.array(
  z.strictObject({ id: z.enum(ruleIds), status: z.enum(['in-force', 'follows']), ...texts }),
);
const supplementsSchema: z.ZodType<Omit<Supplement, 'tables'>[]> = z.array(z.strictObject({ id: z.enum(supplementIds), ...texts }));

const withTables = <Text extends { id: RuleId | SupplementId }>(text: Text) => {
  const placed = referenceTableIds.flatMap((id) => {
    const place = tableDefinition(id).readBy[text.id];
    return place === undefined ? [] : [{ id, place }];
  });
  return { ...text, tables: placed.sort((a, b) => a.place - b.place).map(({ id }) => id) };
};

let parsed: Rule[] | undefined;

/** All fourteen rules in the order of their numbers, in English. */
export function rules(): Rule[] {
  parsed ??= rulesSchema.parse(written).map(withTables);
  return parsed;
}

let parsedSupplements: Supplement[] | undefined;

/** Both supplements, in English. */
export function supplements(): Supplement[] {
  parsedSupplements ??= supplementsSchema.parse(writtenSupplements).map(withTables);
  return parsedSupplements;
}

/** Sentences that accompany every score (English). */
export const methodWarnings = [
  'A screening aid, not a finding of law.',
  'Weights are a policy choice.',
  'Calibrated on published regional estimates, not on outcomes at companies: no reliable record of them exists.',
] as const;
