import type { Member } from '~/access/require-member.server';
import { readFirm } from '~/audits/home/read-firm.server';
import { readVisits } from '~/audits/home/read-visits.server';
import { readAttention } from '~/lending/monitoring/read-attention.server';
import { readGlance } from '~/lending/portfolio/read-glance.server';
import { answersForFirm, homeOf } from '~/platform/changes/home-of';
import { countUnlisted } from '~/platform/changes/count-unlisted.server';
import { recordVisit } from '~/platform/changes/last-visit.server';
import { countChanges } from '~/platform/changes/read-changes.server';
import { daysAfter, homeDays } from '~/platform/queue/queue-dates';
import { linesAtHome } from '~/platform/queue/queue-panel';
import { readQueue } from '~/platform/queue/read-queue.server';
import { drawRiskMap, namedOf } from '~/supply-chain/dashboard/draw-risk-map';
import { readBasis } from '~/supply-chain/dashboard/read-basis.server';
import { readMovers } from '~/supply-chain/dashboard/read-movers.server';
import { readReasons } from '~/supply-chain/dashboard/read-reasons.server';
import { readRiskMap } from '~/supply-chain/dashboard/read-risk-map.server';
import { shownMovers } from '~/supply-chain/dashboard/shown-movers.server';
import { readStrip } from '~/supply-chain/dashboard/read-strip.server';

/** The content of a home page by role and kind of organization. The number of queries does not depend on the number of records. */
export async function readHome(member: Member, now: Date) {
  const { organization, user, role, can, inOrganization } = member;
  const kind = homeOf(member);
  const today = now.toISOString().slice(0, 10);
  const since = daysAfter(today, -30);
  const reader = { userId: user.id, organizationId: organization.id, role, today, until: daysAfter(today, homeDays), now };
  return inOrganization(async (db) => {
    // On site an auditor reads the own tasks; everyone else also those that the organization leaves to the role.
    const isOwn = kind === 'auditor' && role === 'auditor';
    const queue = await readQueue(db, reader, { perKind: isOwn ? linesAtHome : 3, assigned: isOwn ? 'me' : null });
    const others = isOwn ? (await readQueue(db, reader, { perKind: 1, assigned: 'organization' })).total : undefined;
    const visited = await recordVisit(db, { userId: user.id, today });
    const counts = visited === null ? [] : await countChanges(db, { userId: user.id, can, home: kind, since: visited, today });
    const changes = visited && {
      ...{ since: visited, today, counts },
      unlisted: await countUnlisted(db, { userId: user.id, can, since: visited }, counts),
    };
    const common = { today, since, changes, others, queue: { ...queue, items: queue.items.slice(0, linesAtHome) } };
    if (kind === 'auditor') {
      const visits = await readVisits(db, { userId: user.id, role, today });
      return { kind, ...common, visits, firm: answersForFirm(can) ? await readFirm(db, { userId: user.id, today }) : null };
    }
    if (kind === 'lender') {
      const glance = await readGlance(db, { today, now });
      const { movers, total } = await readMovers(db, { since, take: 5, of: 'clients' });
      const attention = await readAttention(db, { today, until: reader.until, now });
      return { kind, ...common, glance, attention, movers: shownMovers(movers), total };
    }
    const strip = await readStrip(db);
    if (strip.suppliers === 0 || !can('read:supplier')) return { kind, ...common, strip, picture: null };
    const map = await readRiskMap(db, { today });
    const reasons = await readReasons(
      db,
      namedOf(map.marks).map(({ publicId }) => publicId),
    );
    const { movers, total } = await readMovers(db, { since, take: 4 });
    const picture = {
      drawing: drawRiskMap(map, reasons),
      map: {
        ...{ atRisk: map.atRisk, region: map.region, byBand: map.byBand, countries: map.countries },
        marks: map.marks.slice(0, 40).map(({ publicId, name, country, band, score }) => ({
          ...{ publicId, name, country, band, score, reason: reasons.get(publicId) ?? null },
        })),
      },
      basis: await readBasis(db),
      // What rose comes first: a score that falls can wait.
      ...{ movers: shownMovers(movers).sort((a, b) => Number(b.to > b.from) - Number(a.to > a.from)), total },
    };
    return { kind, ...common, strip, picture };
  });
}
export type HomeRead = Awaited<ReturnType<typeof readHome>>;
