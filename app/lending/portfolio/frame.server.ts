import { requireMember, type Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { listHostCountries } from '~/lending/deals/list-deals.server';
import { type PortfolioFilter, readFilter } from './filter';

export type FrameRead = { filter: PortfolioFilter; countries: string[]; partyName: string | null; base: string; mayExport: boolean };
export type Asked = { member: Member; filter: PortfolioFilter; today: string; now: Date; params: URLSearchParams };

/** Who asks for a page of the portfolio, and for which deals of it. */
export async function requirePortfolio(request: Request, params: Record<string, string | undefined>): Promise<Asked> {
  const member = await requireMember(request, params, 'read:deal');
  const { searchParams } = new URL(request.url);
  const now = new Date();
  return { member, filter: readFilter(searchParams), today: now.toISOString().slice(0, 10), now, params: searchParams };
}

/** What the frame of each page of the portfolio shows. One query, two where a company is asked for. */
export async function readFrame(db: TenantDb, { member, filter }: Asked): Promise<FrameRead> {
  const party = filter.party ? await db.party.findFirst({ where: { publicId: filter.party }, select: { name: true } }) : null;
  return {
    filter,
    countries: await listHostCountries(db),
    partyName: party?.name ?? filter.party,
    base: `/o/${member.organization.slug}`,
    mayExport: member.can('export:supplier'),
  };
}
