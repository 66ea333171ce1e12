import { z } from 'zod';
import { m } from '~/paraglide/messages';

/** Lists that have saved views. */
export const viewedLists = ['suppliers', 'findings', 'requests'] as const;
export type ViewedList = (typeof viewedLists)[number];

const name = z
  .string({ error: () => m.lists_view_name_missing() })
  .trim()
  .min(1, { error: () => m.lists_view_name_missing() })
  .max(80, { error: () => m.lists_view_name_long() });
const view = z.string().max(60);
/** Ticked columns, or all that are shown in one text: "alerts,tier". */
const columns = z.union([z.string().max(400), z.array(z.string().max(40)).max(40)]).optional();

/** What a person does with the views of a list. `view` is the key of a built-in view or the id of a saved one. */
export const viewActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save-view'), name, columns, isShared: z.literal('yes').optional() }),
  z.object({
    intent: z.literal('change-view'),
    view: z.guid(),
    name,
    columns,
    isShared: z.literal('yes').optional(),
    withFilters: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('delete-view'), view: z.guid() }),
  z.object({ intent: z.literal('set-default'), view }),
  z.object({ intent: z.literal('clear-default') }),
  z.object({ intent: z.literal('choose-columns'), view, columns }),
]);
export type ViewAct = z.infer<typeof viewActFields>;
