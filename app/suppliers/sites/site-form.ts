import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { formShape, valuesOfForm } from '~/suppliers/fields/definition/party-form';
import { typedText } from '~/suppliers/parties/form-values';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { exceedsWorkers, protectWorkforce } from './workforce-form';

/** What a member says of a site; null is *unknown*, a field that is not named stays as it is kept. */
export type SiteEntry = { name: string; values: FactValues; note: string | null };

export const siteFormSchema = z
  .object({
    ...formShape('site'),
    note: typedText(2000),
  })
  .superRefine((typed, context) => {
    const field = exceedsWorkers(typed, typed.workers);
    if (field) context.addIssue({ code: 'custom', path: [field], message: m.supply_links_error_more_than_workers() });
  })
  .transform(
    (typed): SiteEntry => ({
      name: typed.name,
      values: { ...valuesOfForm('site', typed), ...protectWorkforce(typed, typed.workers) },
      note: typed.note,
    }),
  );
