import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { SaveReply } from './autosave-form';
import { changeDraft, undoDraft } from './change-draft.server';
import { actOfForm, draftActFields } from './draft-acts';
import { refusedLabel } from './labels';

/** `saved`: the same page stays; `to`: the query under which the builder goes on. */
export type ActedOnDraft = { kind: 'unknown' } | { kind: 'saved'; reply: SaveReply } | { kind: 'to'; query: string };

/** Does what a form of the builder says. */
export async function handleDraftAction(
  inOrganization: InOrganization,
  { key, form, userId, now }: { key: string; form: FormData; userId: string; now: Date },
): Promise<ActedOnDraft> {
  const refuse = (message: string): ActedOnDraft => ({ kind: 'saved', reply: { ok: false, message } });
  if (form.get('intent') === 'undo') {
    const undone = await inOrganization((db) => undoDraft(db, { key, now }));
    if (undone.kind === 'changed') return { kind: 'to', query: `?undone=${now.getTime().toString(36)}` };
    return undone.code === 'unknown-instrument' ? { kind: 'unknown' } : refuse(refusedLabel(undone.code));
  }
  const read = draftActFields.safeParse(actOfForm(form));
  if (!read.success) return refuse(m.builder_refused_form({ field: read.error.issues[0]?.path.join('.') ?? '' }));
  const act = read.data;
  const changed = await inOrganization((db) => changeDraft(db, { key, act, userId, now }));
  if (changed.kind === 'refused') return changed.code === 'unknown-instrument' ? { kind: 'unknown' } : refuse(refusedLabel(changed.code));
  switch (act.intent) {
    case 'add-language':
      return { kind: 'to', query: `?view=languages&language=${act.locale}` };
    case 'remove-language':
      return { kind: 'to', query: '?view=languages' };
    case 'add-section':
    case 'add-question':
    case 'remove':
    case 'add-pair':
    case 'remove-pair':
      return { kind: 'to', query: changed.selected === null ? '?' : `?at=${encodeURIComponent(changed.selected)}` };
    default:
      return { kind: 'saved', reply: { ok: true, savedAt: now.toISOString() } };
  }
}
