import { m } from '~/paraglide/messages';
import type { ChangeAct } from './changes';

export const bulkWords = {
  archive: { title: m.lists_archive, effect: m.lists_archive_effect },
  restore: { title: m.lists_restore, effect: m.lists_restore_effect },
  assign: { title: m.lists_assign, effect: m.lists_assign_effect },
  'add-tag': { title: m.lists_add_tag, effect: m.lists_add_tag_effect },
  'remove-tag': { title: m.lists_remove_tag, effect: m.lists_remove_tag_effect },
} satisfies Record<ChangeAct, { title: (input: { count: number }) => string; effect: () => string }>;

export const bulkTitle = (act: ChangeAct, count: number): string => bulkWords[act].title({ count });
