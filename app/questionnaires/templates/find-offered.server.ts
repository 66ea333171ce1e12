import { type Instrument, instrument, instrumentFrom, instrumentKeys } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOwnKey } from './own-version';

/** The questionnaire of that key if a response may be opened by it: a released one, or one of the organization's own that is offered. Else null. */
export async function findOffered(db: TenantDb, key: string): Promise<Instrument | null> {
  if (!isOwnKey(key)) return instrumentKeys().includes(key) ? instrument(key) : null;
  const row = await db.questionnaireTemplate.findFirst({ where: { key, status: 'offered', lentBy: null }, select: { content: true } });
  return row ? instrumentFrom(row.content) : null;
}

/** Copies a version of the organization's own to where it is answered: in the organization of the supplier it stays what was asked. */
export async function lendInstrument(from: TenantDb, options: { key: string }): Promise<(to: TenantDb) => Promise<void>> {
  if (!isOwnKey(options.key)) return async () => {};
  const found = await from.questionnaireTemplate.findFirst({
    where: { key: options.key },
    select: {
      organizationId: true,
      code: true,
      version: true,
      key: true,
      content: true,
      translations: true,
      crosswalk: true,
      createdById: true,
    },
  });
  return async (to) => {
    if (!found) return;
    const { organizationId, content, translations, crosswalk, ...row } = found;
    const copy = JSON.parse(JSON.stringify({ content, translations, crosswalk }));
    await to.questionnaireTemplate.createMany({
      data: [{ ...row, ...copy, status: 'offered', lentBy: organizationId }],
      skipDuplicates: true,
    });
  };
}
