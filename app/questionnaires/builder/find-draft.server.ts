import type { TenantDb } from '~/access/tenant-db.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import type { Draft } from './draft';
import { readQuestionnaireTemplate } from './read-draft.server';
import { releasedDraft } from './start-draft.server';

/** Everything of a questionnaire that its file contains, released or own. Null for an unknown key. */
export async function findDraft(db: TenantDb, key: string): Promise<Draft | null> {
  if (!isOwnKey(key)) return releasedDraft(key);
  const own = await readQuestionnaireTemplate(db, key);
  return own && { content: own.content, translations: own.translations, crosswalk: own.crosswalk };
}
