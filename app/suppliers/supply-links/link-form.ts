import { z } from 'zod';
import { type LinkKind, linkKinds } from '#scoring';
import { m } from '~/paraglide/messages';
import { dayFault, enteredDay, readEnteredDay } from '~/platform/forms/entered-day';
import { typedNumber, typedPercent, typedText } from '~/suppliers/parties/form-values';

/** The values of an edge except its ends. `share` and `confidence` 0 to 1, days as ISO dates; null is unknown. */
export type LinkTerms = {
  kind: LinkKind;
  product: string | null;
  /** Part of what the buyer buys; only of edges that supply or subcontract. */
  share: number | null;
  volume: number | null;
  volumeUnit: string | null;
  validFrom: string | null;
  validTo: string | null;
  isInferred: boolean;
  /** Of inferred edges only. */
  confidence: number | null;
};

/** A member's statement about an edge, and its source. */
export type LinkChange = LinkTerms & { note: string | null };

/** A new edge of a supplier: which way it runs and the ID or name of the other end, unless it is the organization itself. */
export type LinkEntry = LinkChange & { direction: 'from' | 'to'; other: string; isBuyer: boolean };

/** Kinds of edge over which goods or work come, so that tiers, shares and inherited risk follow them. */
export const flowKinds: readonly LinkKind[] = ['supplies', 'subcontracts'];

function typedDay() {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const day = readEnteredDay(text);
      if (day !== undefined) return day;
      context.addIssue({ code: 'custom', message: dayFault(text, () => m.supply_links_error_day()) });
      return z.NEVER;
    });
}

const terms = {
  kind: z.enum(linkKinds, { error: () => m.suppliers_error_link_kind() }),
  product: typedText(200),
  share: typedPercent(),
  volume: typedNumber((value) => value >= 0 && value < 1e15, m.supply_links_error_volume),
  volumeUnit: typedText(60),
  validFrom: typedDay(),
  validTo: typedDay(),
  basis: z.enum(['declared', 'inferred']).default('declared'),
  confidence: typedPercent(),
  note: typedText(2000),
};
const direction = z.enum(['from', 'to'], { error: () => m.suppliers_error_direction() });

type Typed = Omit<LinkChange, 'isInferred'> & { basis: 'declared' | 'inferred' };

/** Refuses what contradicts itself, at the field that is to change. */
function refuseContradictions(typed: Typed, context: z.RefinementCtx): void {
  const refuse = (field: keyof Typed, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (typed.share !== null && !flowKinds.includes(typed.kind)) refuse('share', m.supply_links_error_share_kind());
  if (typed.volume !== null && typed.volumeUnit === null) refuse('volumeUnit', m.supply_links_error_unit());
  if (typed.volume === null && typed.volumeUnit !== null) refuse('volume', m.supply_links_error_unit_alone());
  if (typed.validFrom && typed.validTo && typed.validFrom > typed.validTo) refuse('validTo', m.supply_links_error_period());
  if (typed.basis === 'declared' && typed.confidence !== null) refuse('confidence', m.supply_links_error_confidence());
}

const changeOf = ({ basis, ...typed }: Typed): LinkChange => ({ ...typed, isInferred: basis === 'inferred' });

/** The form that changes an edge. */
export const linkChangeSchema = z.object(terms).superRefine(refuseContradictions).transform(changeOf);

/** The form that draws a new edge. */
export const linkFormSchema = z
  .object({ ...terms, direction, isBuyer: z.literal('on').optional(), other: z.string().trim().max(500).optional() })
  .superRefine(refuseContradictions)
  .transform(
    ({ direction: way, isBuyer, other, ...typed }): LinkEntry => ({
      ...changeOf(typed),
      direction: way,
      isBuyer: isBuyer === 'on',
      other: other ?? '',
    }),
  );

/** The form for the last day of an edge. */
export const linkEndSchema = z.object({
  validTo: enteredDay(() => m.supply_links_error_day()),
  note: typedText(2000),
});
