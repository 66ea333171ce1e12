import { rememberPerRequest } from '~/access/request-memory.server';
import type { Member } from '~/access/require-member.server';
import { readTransaction, type TransactionRead } from './read-transaction.server';

const remember = rememberPerRequest<TransactionRead | null>();

/** The transaction of a page as one member sees it: the frame and the page inside ask for it side by side, and it is read once. */
export function readShownTransaction(request: Request, member: Member, options: { transactionId: string; today: string }) {
  const key = JSON.stringify([member.organization.id, member.user.id, options]);
  return remember(request, key, () => member.inOrganization((db) => readTransaction(db, options)));
}
