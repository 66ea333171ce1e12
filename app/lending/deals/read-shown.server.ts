import { rememberPerRequest } from '~/access/request-memory.server';
import type { Member } from '~/access/require-member.server';
import { readDeal, type DealRead } from './read-deal.server';

const remember = rememberPerRequest<DealRead | null>();

/** The deal of a page for one member: layout and page load it in parallel, and it is read once. */
export function readShownDeal(request: Request, member: Member, options: { dealId: string; today: string }) {
  const key = JSON.stringify([member.organization.id, member.user.id, options]);
  return remember(request, key, () => member.inOrganization((db) => readDeal(db, options)));
}
