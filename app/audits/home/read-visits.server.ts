import { bandSchema, type FindingGrade, findingGrades, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, visibleAudits } from '~/audits/planning/find-audit.server';
import { focusSchema } from '~/audits/planning/focus';
import { samplePlanSchema } from '~/audits/planning/schema';
import { recordingStatuses } from '~/audits/planning/states';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { readVisitProgress } from './read-visit-progress.server';

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
  party: {
    select: {
      ...{ name: true, publicId: true },
      supplier: { select: { country: true, score: true, band: true, scoreStatus: true, products: true } },
    },
  },
  site: {
    select: {
      name: true,
      site: {
        select: { address: true, postalCode: true, city: true, country: true, workers: true, migrantShare: true, agencyShare: true },
      },
    },
  },
  members: { select: { userId: true, declaration: true } },
  receipts: { select: { receivedAt: true, deviceId: true }, orderBy: { receivedAt: 'desc' } },
  checklist: { select: { instrumentKey: true } },
  screening: { select: { instrumentKey: true } },
  signs: { select: { instrumentKey: true } },
  checklists: { select: { response: { select: { instrumentKey: true } } } },
} as const;

/**
 * The audits of a person for a home: today's visit, or the next one, with what its recorder needs and, from its first day on, how far it has come; those of the
 * next two weeks beside it, and those whose report is not approved. A person on no team sees those of the organization. A constant number of queries.
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
  const isComing = ({ id, status, endsOn }: Found) => id !== shownVisit?.id && recordingStatuses.includes(status) && day(endsOn) >= today;
  return {
    visit: shownVisit ? await readVisit(db, shownVisit, { today, ...caller }) : null,
    coming: audits.filter(isComing).map(listed),
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

/** A visit with who works there, what is open from before, what is ready for it, and how far it has come. */
async function readVisit(db: TenantDb, audit: Found, { today, ...caller }: AuditCaller & { today: string }) {
  const keys = [audit.checklist, audit.screening, audit.signs, ...audit.checklists.map(({ response }) => response)].flatMap(
    (response) => response?.instrumentKey ?? [],
  );
  await knowInstruments(db, keys);
  const { interviews } = samplePlanSchema.catch({ interviews: 0, rows: [], unknown: [] }).parse(audit.samplePlan);
  const place = audit.site?.site ?? null;
  const isToday = day(audit.startsOn) <= today;
  /** Whether the reader is of its team, who alone open the recorder. */
  const isOwn = audit.members.some((member) => member.userId === caller.userId);
  return {
    ...listed(audit),
    ...{ isToday, isOwn },
    ...scoreOf(audit.party.supplier),
    address: place && place.address !== null ? [place.address, place.postalCode, place.city].filter(Boolean).join(', ') : null,
    workers: audit.workers ?? place?.workers ?? null,
    migrantShare: place?.migrantShare?.toNumber() ?? null,
    agencyShare: place?.agencyShare?.toNumber() ?? null,
    products: audit.party.supplier?.products ?? [],
    day: Math.round((Date.parse(today) - audit.startsOn.getTime()) / 86_400_000) + 1,
    days: Math.round((audit.endsOn.getTime() - audit.startsOn.getTime()) / 86_400_000) + 1,
    questionnaires: keys.length,
    questions: keys.reduce((sum, key) => sum + questionsOf(instrument(key)).length, 0),
    openFindings: await openFindings(db, audit.partyId),
    interviews,
    declared: audit.members.filter(({ declaration }) => declaration !== null).length,
    team: audit.members.length,
    /** The devices that sent entries, and when one last did; null before the first. */
    devices: new Set(audit.receipts.map(({ deviceId }) => deviceId)).size,
    sentAt: audit.receipts[0]?.receivedAt ?? null,
    focus: focusSchema.catch([]).parse(audit.focus).slice(0, 5),
    progress: isToday && isOwn ? await readVisitProgress(db, { ...caller, auditId: audit.id }) : null,
  };
}

/** Findings of a supplier that are not verified, by grade, the most serious first. */
async function openFindings(db: TenantDb, partyId: string): Promise<{ grade: FindingGrade; count: number }[]> {
  const open = await db.finding.groupBy({
    by: ['grade'],
    where: { partyId, status: { not: 'verified' }, withdrawnAt: null },
    _count: true,
  });
  return findingGrades.flatMap((grade) => {
    const count = open.find((each) => each.grade === grade)?._count ?? 0;
    return count > 0 ? [{ grade, count }] : [];
  });
}

/** The score of the supplier, where it has one. */
function scoreOf(supplier: Found['party']['supplier']) {
  const isScored = supplier?.scoreStatus === 'scored';
  return {
    score: isScored ? Number(supplier.score) : null,
    band: isScored ? bandSchema.nullable().catch(null).parse(supplier.band) : null,
  };
}
