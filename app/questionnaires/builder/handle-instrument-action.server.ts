import { givenText } from '~/platform/http/given-text';
import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { offerDraft, removeDraft, withdrawOffer } from './change-draft.server';
import { readQuestionnaireTemplate } from './read-draft.server';
import { startCopy, startVersion } from './start-draft.server';
import { refusedLabel } from './labels';

/** `path` leads on from the list of questionnaires. */
export type ActedOnInstrument =
  | { kind: 'unknown' }
  | { kind: 'refused'; message: string }
  | { kind: 'to'; path: string; message: string | null };

/** Actions of a questionnaire's page: publish, unpublish, copy, begin the next version, delete a draft. */
export async function handleInstrumentAction(
  inOrganization: InOrganization,
  { key, form, userId }: { key: string; form: FormData; userId: string },
): Promise<ActedOnInstrument> {
  const intent = form.get('intent');
  const refused = (message: string): ActedOnInstrument => ({ kind: 'refused', message });
  return inOrganization(async (db) => {
    switch (intent) {
      case 'copy': {
        const title = givenText(form, 'title').trim();
        if (title === '' || title.length > 200) return refused(m.builder_title_missing());
        const started = await startCopy(db, { from: key, title, userId });
        return started.kind === 'started' ? { kind: 'to', path: `/${started.key}/edit`, message: null } : { kind: 'unknown' };
      }
      case 'new-version': {
        const own = await readQuestionnaireTemplate(db, key);
        if (!own) return { kind: 'unknown' };
        const started = await startVersion(db, { code: own.code, userId });
        if (started.kind === 'started') return { kind: 'to', path: `/${started.key}/edit`, message: m.builder_version_begun() };
        return started.key ? { kind: 'to', path: `/${started.key}`, message: m.builder_draft_exists() } : { kind: 'unknown' };
      }
      case 'offer': {
        const offered = await offerDraft(db, { key, userId });
        return offered.kind === 'offered'
          ? { kind: 'to', path: `/${key}`, message: m.builder_offered() }
          : refused(refusedLabel(offered.code));
      }
      case 'withdraw': {
        const withdrawn = await withdrawOffer(db, { key, userId });
        return withdrawn.kind === 'withdrawn'
          ? { kind: 'to', path: `/${key}`, message: m.builder_withdrawn() }
          : refused(refusedLabel(withdrawn.code));
      }
      case 'remove':
        return (await removeDraft(db, { key, userId }))
          ? { kind: 'to', path: '', message: m.builder_removed() }
          : refused(refusedLabel('used'));
      default:
        return { kind: 'unknown' };
    }
  });
}
