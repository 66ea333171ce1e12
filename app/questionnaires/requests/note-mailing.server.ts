import type { TenantDb } from '~/access/tenant-db.server';
import { followChain } from './follow-chain.server';
import { markContactWrong } from './keep-contact.server';
import type { Mailed } from './mail-request.server';

/** Keeps what became of a letter: when it went out, or that the mail server refused the address. A request that was opened stays opened. */
export async function noteMailing(
  db: TenantDb,
  options: { responseId: string; mailed: Mailed; now: Date; isReminder?: boolean },
): Promise<void> {
  const { responseId, mailed, now } = options;
  if (mailed === 'no-mail') return;
  if (mailed === 'mailed') {
    await db.questionnaireRequest.updateMany({
      where: { responseId },
      data: { bouncedAt: null, ...(options.isReminder ? { remindedAt: now } : { mailedAt: now }) },
    });
    await db.questionnaireRequest.updateMany({ where: { responseId, status: 'bounced' }, data: { status: 'invited' } });
    return;
  }
  await markContactWrong(db, { responseId, now });
  await db.questionnaireRequest.updateMany({ where: { responseId }, data: { bouncedAt: now } });
  await db.questionnaireRequest.updateMany({ where: { responseId, status: 'invited' }, data: { status: 'bounced' } });
  await followChain(db, responseId);
}
