import { z } from 'zod';
import { m } from '~/paraglide/messages';

const text = (most: number) =>
  z
    .string({ error: () => m.accounts_problem_required() })
    .trim()
    .min(1, { error: () => m.accounts_problem_required() })
    .max(most);

/** A person's entries on an edition; all but the day of publication are required. */
export const editionFields = z.object({
  title: text(200),
  producer: text(200),
  licence: text(500),
  publishedOn: z
    .string()
    .trim()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: () => m.reference_tables_field_published_wrong() })
    .nullable()
    .default(null),
});
