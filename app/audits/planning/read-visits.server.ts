import { bandSchema, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { type AuditCaller, visibleAudits } from './find-audit.server';
import { focusSchema } from './focus';
import { samplePlanSchema } from './schema';
import { recordingStatuses } from './states';

const day = (date: Date) => date.toISOString().slice(0, 10);
const daysAfter = (iso: string, days: number) => new Date(Date.parse(iso) + days * 86_400_000);

const shown = {
  ...{
    id: true,
    number: true,
    announcement: true,
    status: true,
    startsOn: true,
    endsOn: true,
    workers: true,
    focus: true,
    samplePlan: true,
  },
  ...{ returnedReason: true, partyId: true },
  party: { select: { name: true, publicId: true, supplier: { select: { country: true, score: true, band: true, scoreStatus: true } } } },
  site: { select: { name: true, site: { select: { city: true, country: true } } } },
  members: { select: { userId: true, declaration: true } },
  receipts: { select: { receivedAt: true }, orderBy: { receivedAt: 'desc' }, take: 1 },
  checklist: { select: { instrumentKey: true } },
  screening: { select: { instrumentKey: true } },
  signs: { select: { instrumentKey: true } },
  checklists: { select: { response: { select: { instrumentKey: true } } } },
} as const;

/**
 * The audits of a person for a home: today's visit, or the next one, with what its recorder needs, those of the next two weeks, and those whose report is
 * not approved. A person on no team sees those of the organization. A constant number of queries.
 */
export async function readVisits(db: TenantDb, { today, ...caller }: AuditCaller & { today: string }) {
  const found = await db.audit.findMany({
    where: {
      AND: [visibleAudits(caller), { status: { in: ['planned', 'on-site', 'in-review'] } }, { startsOn: { lte: daysAfter(today, 14) } }],
    },
    orderBy: [{ startsOn: 'asc' }, { number: 'asc' }],
    take: 100,
    select: shown,
  });
  const own = found.filter(({ members }) => members.some(({ userId }) => userId === caller.userId));
  const audits = own.length > 0 ? own : found;
  const isOn = ({ startsOn, endsOn, status }: Found) =>
    recordingStatuses.includes(status) && day(startsOn) <= today && today <= day(endsOn);
  const visit = audits.find(isOn);
  const [next] = await db.audit.findMany({
    where: {
      AND: [
        visibleAudits(caller),
        { status: { in: [...recordingStatuses] } },
        { startsOn: { gt: new Date(today) } },
        own.length > 0 ? { members: { some: { userId: caller.userId } } } : {},
      ],
    },
    orderBy: [{ startsOn: 'asc' }, { number: 'asc' }],
    take: 1,
    select: shown,
  });
  const shownVisit = visit ?? next;
  return {
    visit: shownVisit ? await readiness(db, shownVisit, { today, userId: caller.userId }) : null,
    coming: audits.filter((audit) => recordingStatuses.includes(audit.status) && day(audit.endsOn) >= today).map(listed),
    reports: audits.filter(({ status, endsOn }) => status === 'in-review' || (status === 'on-site' && day(endsOn) < today)).map(listed),
  };
}
export type Visits = Awaited<ReturnType<typeof readVisits>>;
type Found = Awaited<ReturnType<typeof findShown>>[number];
const findShown = (db: TenantDb) => db.audit.findMany({ select: shown });

function listed({ id, number, status, startsOn, endsOn, party, site, announcement }: Found) {
  const country = site?.site?.country ?? party.supplier?.country ?? null;
  return {
    ...{ id, number, status, announcement, supplier: party.name, site: site?.name ?? null, city: site?.site?.city ?? null, country },
    ...{ startsOn: day(startsOn), endsOn: day(endsOn) },
  };
}

/** What is ready for a visit without network, as far as the server knows. */
async function readiness(db: TenantDb, audit: Found, { today, userId }: { today: string; userId: string }) {
  const keys = [audit.checklist, audit.screening, audit.signs, ...audit.checklists.map(({ response }) => response)].flatMap(
    (response) => response?.instrumentKey ?? [],
  );
  await knowInstruments(db, keys);
  const openFindings = await db.finding.count({
    where: { partyId: audit.partyId, status: { not: 'verified' }, withdrawnAt: null },
  });
  const { interviews } = samplePlanSchema.catch({ interviews: 0, rows: [], unknown: [] }).parse(audit.samplePlan);
  return {
    ...listed(audit),
    isToday: day(audit.startsOn) <= today,
    /** Whether the reader is of its team, who alone open the recorder. */
    isOwn: audit.members.some((member) => member.userId === userId),
    ...scoreOf(audit.party.supplier),
    workers: audit.workers,
    day: Math.round((Date.parse(today) - audit.startsOn.getTime()) / 86_400_000) + 1,
    days: Math.round((audit.endsOn.getTime() - audit.startsOn.getTime()) / 86_400_000) + 1,
    questions: keys.reduce((sum, key) => sum + questionsOf(instrument(key)).length, 0),
    openFindings,
    interviews,
    declared: audit.members.filter(({ declaration }) => declaration !== null).length,
    team: audit.members.length,
    /** When a device last sent entries; null before the first. */
    sentAt: audit.receipts[0]?.receivedAt ?? null,
    focus: focusSchema.catch([]).parse(audit.focus).slice(0, 5),
  };
}

/** The score of the supplier, where it has one. */
function scoreOf(supplier: Found['party']['supplier']) {
  const isScored = supplier?.scoreStatus === 'scored';
  return {
    score: isScored ? Number(supplier.score) : null,
    band: isScored ? bandSchema.nullable().catch(null).parse(supplier.band) : null,
  };
}
