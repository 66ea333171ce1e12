import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { memberName } from '~/suppliers/ownership/list-people.server';
import { createTag } from '~/suppliers/tags/create-tag.server';
import type { BulkChange, ChangeAct } from './changes';

/** The change that a confirmed form asks for, its owner and tag checked; else what to correct, by field. A tag that does not exist yet is created. */
export async function readChange(
  db: TenantDb,
  { act, form, userId }: { act: ChangeAct; form: FormData; userId: string },
): Promise<{ change: BulkChange } | { errors: Record<string, string[]> }> {
  switch (act) {
    case 'archive':
    case 'restore':
      return { change: { act } };
    case 'assign': {
      if (form.get('ownerId') === '') return { change: { act, ownerId: null } };
      const ownerId = z.guid().safeParse(form.get('ownerId'));
      if (!ownerId.success || (await memberName(db, ownerId.data)) === null) return { errors: { ownerId: [m.lists_owner_missing()] } };
      return { change: { act, ownerId: ownerId.data } };
    }
    case 'add-tag': {
      const made = await createTag(db, { name: givenText(form, 'name'), userId });
      if (made.kind === 'refused') return { errors: { name: [m.lists_tag_missing()] } };
      return { change: { act, tagId: made.tagId } };
    }
    case 'remove-tag': {
      const tagId = z.guid().safeParse(form.get('tagId'));
      if (!tagId.success || (await db.tag.count({ where: { id: tagId.data } })) === 0)
        return { errors: { tagId: [m.lists_tag_unknown()] } };
      return { change: { act, tagId: tagId.data } };
    }
  }
}
