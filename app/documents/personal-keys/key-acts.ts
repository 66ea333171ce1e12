import { z } from 'zod';
import { m } from '~/paraglide/messages';

const label = z
  .string({ error: () => m.personal_key_label_missing() })
  .trim()
  .min(1, { error: () => m.personal_key_label_missing() })
  .max(60);

/** What is known before the device is asked. */
export const keyAsked = z.object({ label });

/** The acts on the page of personal signing keys. `answer`: what the person's device confirmed, as JSON. */
export const keyActs = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('create'),
    label,
    answer: z.string().max(60_000).default(''),
  }),
  z.object({ intent: z.literal('revoke'), key: z.guid() }),
]);
