import { z } from 'zod';
import { type LinkKind, linkKinds } from '#scoring';
import { m } from '~/paraglide/messages';
import { typedText } from '~/features/party/form-values';

/** What a member says of an edge of a supplier: which way it runs, what kind, and the ID or name of the other end, unless it is the organization itself. */
export type LinkEntry = {
  direction: 'from' | 'to';
  kind: LinkKind;
  other: string;
  isBuyer: boolean;
  product: string | null;
  note: string | null;
};

export const linkFormSchema = z
  .object({
    direction: z.enum(['from', 'to'], { error: () => m.supplier_error_direction() }),
    kind: z.enum(linkKinds, { error: () => m.supplier_error_link_kind() }),
    isBuyer: z.literal('on').optional(),
    other: z.string().trim().max(100).optional(),
    product: typedText(200),
    note: typedText(2000),
  })
  .transform((form): LinkEntry => ({ ...form, isBuyer: form.isBuyer === 'on', other: form.other ?? '' }));
