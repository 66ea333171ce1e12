import { z } from 'zod';
import { currencyDigits, toMinor } from '~/suppliers/labour-recruiters/money';
import { m } from '~/paraglide/messages';
import { enteredDay, pastDay } from '~/platform/forms/entered-day';
import { choice } from '~/lending/deal-record/choice';
import type { DealRecord } from '~/lending/deal-record/record';
import {
  categories,
  categoryThemes,
  committeeDecisions,
  lenderRoles,
  mainStates,
  products,
  projectParts,
  projectRegions,
  projectSectors,
  projectStages,
  refinancings,
} from '~/lending/deal-record/states';

const words = (most: number) => z.string().trim().max(most).optional().default('');
const day = enteredDay(() => m.deals_problem_day())
  .optional()
  .transform((value) => value ?? null);
const answer = z
  .enum(['yes', 'no', 'unknown'])
  .optional()
  .transform((value) => (value === 'yes' ? true : value === 'no' ? false : null));
const amount = z
  .string()
  .transform((text) => text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'))
  .refine((text) => /^\d{1,13}(\.\d{1,3})?$/.test(text), { error: () => m.deals_problem_amount() })
  .optional();
const degrees = (most: number) =>
  z
    .string()
    .transform((text) => Number(text.replace(',', '.')))
    .refine((value) => Number.isFinite(value) && Math.abs(value) <= most, { error: () => m.deals_problem_coordinates() })
    .optional()
    .transform((value) => value ?? null);
const countries = z
  .union([z.string(), z.array(z.string())], { error: () => m.deals_problem_country() })
  .transform((given) => [...new Set([given].flat())].slice(0, 20));

/** The form of the record. */
export const recordFields = z
  .object({
    projectName: z
      .string({ error: () => m.deals_problem_project() })
      .trim()
      .min(1, { error: () => m.deals_problem_project() })
      .max(300),
    sponsor: words(300),
    hostCountries: countries.refine((codes) => codes.every((code) => /^[A-Z]{2}$/.test(code)), { error: () => m.deals_problem_country() }),
    latitude: degrees(90),
    longitude: degrees(180),
    sector: z.enum(projectSectors, choice(m.deals_sector)),
    sectorCode: words(10),
    product: z.enum(products, choice(m.deals_product)),
    stage: z.enum(projectStages, choice(m.deals_stage)),
    lenderRole: z.enum(lenderRoles, choice(m.deals_role)),
    currency: z
      .string({ error: () => m.corrective_actions_problem_currency() })
      .trim()
      .toUpperCase()
      .refine((code) => currencyDigits(code) !== null, { error: () => m.corrective_actions_problem_currency() }),
    capitalCost: amount,
    loanTotal: amount,
    commitment: amount,
    usdRate: z
      .string()
      .transform((text) => text.trim().replace(',', '.'))
      .refine((text) => /^\d{1,9}(\.\d{1,8})?$/.test(text) && Number(text) > 0, { error: () => m.deals_problem_rate() })
      .optional()
      .transform((value) => value ?? null),
    usdRateOn: pastDay(() => m.deals_problem_day())
      .optional()
      .transform((value) => value ?? null),
    tenorMonths: z
      .string()
      .refine((text) => /^\d{1,4}$/.test(text) && Number(text) > 0, { error: () => m.deals_problem_months() })
      .optional()
      .transform((value) => (value === undefined ? null : Number(value))),
    isMostlyForProject: answer,
    isControlled: answer,
    refinancedBy: z
      .enum(refinancings)
      .optional()
      .transform((value) => value ?? null),
    wasFinancedUnderPrinciples: answer,
    hasMaterialChange: answer,
    isCompleteAtSigning: answer,
    signedOn: day,
    closedOn: day,
    region: z
      .enum(projectRegions)
      .optional()
      .transform((value) => value ?? null),
    hasNameConsent: z
      .literal('on')
      .optional()
      .transform((value) => value === 'on'),
  })
  .refine(({ usdRate, usdRateOn }) => (usdRate === null) === (usdRateOn === null), {
    path: ['usdRateOn'],
    error: () => m.deals_problem_rate_day(),
  })
  .refine(({ signedOn, closedOn }) => closedOn === null || signedOn !== null, {
    path: ['signedOn'],
    error: () => m.deals_problem_close_unsigned(),
  })
  .refine(({ signedOn, closedOn }) => closedOn === null || signedOn === null || closedOn >= signedOn, {
    path: ['closedOn'],
    error: () => m.deals_problem_close_before(),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['longitude'],
    error: () => m.deals_problem_coordinates(),
  })
  .transform(({ capitalCost, loanTotal, commitment, ...fields }): DealRecord => {
    const minor = (text: string | undefined) => (text === undefined ? null : BigInt(toMinor(Number(text), fields.currency)));
    return { ...fields, capitalCostMinor: minor(capitalCost), loanTotalMinor: minor(loanTotal), commitmentMinor: minor(commitment) };
  });

const reason = z
  .string({ error: () => m.deals_problem_reason() })
  .trim()
  .min(1, { error: () => m.deals_problem_reason() })
  .max(2_000);
const seen = z.enum([...mainStates, 'held', 'declined']);

/** Actions of a deal's page. `seen`: the state shown to the member. */
export const actFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('test-scope'), exception: words(2_000) }),
  z.object({
    intent: z.literal('categorise'),
    category: z.enum(categories, choice(m.deals_category)),
    ...Object.fromEntries(categoryThemes.map((theme) => [`reason-${theme}`, words(2_000)])),
  }),
  z.object({ intent: z.literal('go-on'), seen }),
  z.object({ intent: z.literal('go-back'), seen, to: z.enum(mainStates), reason }),
  z.object({ intent: z.literal('hold'), seen, reason }),
  z.object({ intent: z.literal('resume'), seen, reason }),
  z.object({ intent: z.literal('decline'), seen, reason }),
  z.object({
    intent: z.literal('decide'),
    seen,
    decision: z.enum(committeeDecisions, choice(m.deals_decision)),
    reason,
    conditions: words(4_000),
  }),
]);

/** The acts of the page of its reviews and of its companies. */
export const partyFields = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('put'),
    party: z.string(),
    part: z.enum(projectParts, choice(m.deals_chain_part)),
    note: words(300),
  }),
  z.object({ intent: z.literal('take-off'), party: z.string() }),
]);
