import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { roles } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { checkValue, closingValue, readyToConclude, findingValue, makeAudit, makeEntry } from '../../../tests/factories/audit';
import type { SentEntry } from '~/audits/entries/entries';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { openCase } from '~/safeguarding/sensitive-cases/open-case.server';
import { addressOf, fourAtATime, isThorough, organizationRoutes, queriesFor, readingRoles } from '../../../tests/setup/each-route';
import { readCasePage } from '~/safeguarding/sensitive-cases/case-page.server';
import { recordVisit } from '~/safeguarding/sensitive-cases/record-entry.server';
import { approveAudit } from './approve-audit.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { concludeAudit } from './conclude-audit.server';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { declareIndependence } from '~/audits/planning/team.server';

/** What a team recorded about a question of the zero-tolerance protocol is shown on no page, list, file, count or score, to no role, before and after the approval. */
const critical = 'BW.FL.1.b.1';
const marks = /MARKED|"O1"|"O3"/;
const now = new Date('2026-12-02T18:00:00Z');

let owner: MadeMember;
let lead: MadeMember;
let auditId: string;
let partyId: string;
let records: Record<string, string>;
const criticalFinding = randomUUID();
const byPointAlone = randomUUID();
const ordinary = randomUUID();

async function withAudit<T>(member: MadeMember, work: (db: TenantDb, audit: FoundAudit) => Promise<T>): Promise<T> {
  return member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId, userId: member.user.id, role: 'owner' });
    if (!audit) throw new Error('no audit');
    return work(db, audit);
  });
}

beforeAll(async () => {
  owner = await makeMember();
  lead = await makeMember({ role: 'auditor', organization: owner.organization });
  const made = await makeAudit(owner, { lead });
  auditId = made.auditId;
  const entries = [
    await makeEntry('check', critical, checkValue('not-compliant', { note: 'MARKED note', restricted: 'MARKED restricted' })),
    await makeEntry('finding', criticalFinding, findingValue(critical, { what: 'MARKED words', evidence: 'MARKED evidence' })),
    // The same under an indicator, an element of the legal definition, and a compliance point alone.
    await makeEntry('check', 'I5', checkValue('present', { note: 'MARKED indicator' })),
    await makeEntry('check', 'D5.4', checkValue('present', { note: 'MARKED operational indicator' })),
    await makeEntry('element', 'penalty', {
      ...{ state: 'supported', speaksFor: 'MARKED for', speaksAgainst: 'MARKED against', exceptions: [], methods: ['documents'] },
    }),
    await makeEntry('finding', byPointAlone, findingValue(critical, { question: null, point: 'BW.FL.1', what: 'MARKED point' })),
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    await makeEntry('finding', ordinary, findingValue('BW.FL.1.a', { what: 'Ordinary words' })),
    await makeEntry('meeting', 'closing', closingValue),
  ];
  await withAudit(lead, (db, audit) => receiveEntries(db, audit, { deviceId: randomUUID(), userId: lead.user.id, entries }));
  await withAudit(lead, (db, audit) =>
    declareIndependence(db, audit, { userId: lead.user.id, declaration: 'independent', interest: '', now }),
  );
  const audit = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId } }));
  partyId = audit.partyId;
  records = {
    ...{ auditId, supplierId: made.supplierPublicId, responseId: audit.responseId, findingId: ordinary, reportId: 'now' },
    ...{ reportKind: 'full', sectionId: 'BW.FL', instrumentKey: 'better-work-cat@2.0.0' },
  };
});

const pages = organizationRoutes.filter(({ name }) => !/pdf|xlsx|report-photo|shell\/layout/.test(name));

/** The responses of every route to every role, on the team or not, that contain one of the marks; and how many routes opened. */
async function readAll(some?: readonly MadeMember[]) {
  const reported: string[] = [];
  let opened = 0;
  const others = readingRoles.filter((role) => role !== 'owner');
  const readers = some ?? [owner, ...(await Promise.all(others.map((role) => makeMember({ role, organization: owner.organization }))))];
  await fourAtATime(pages, async (route) => {
    const { name, file } = route;
    const { loader } = (await import(/* @vite-ignore */ file)) as { loader?: unknown };
    if (typeof loader !== 'function') return;
    for (const reader of readers) {
      const params: Record<string, string> = { orgSlug: owner.organization.slug };
      for (const param of route.params) params[param] ??= records[param] ?? randomUUID();
      const path = addressOf(route, params);
      for (const query of queriesFor(file, [`?supplier=${records.supplierId}&audit=${auditId}`, ''])) {
        const answer = await callRoute(loader, { url: `${path}${query}`, params, cookie: reader.cookie });
        if (answer.status === 200) opened += 1;
        const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
        // The texts of the method name the codes; those of a record do not.
        if (marks.test(body) && !/what-if|score-all|new-response|new-override/.test(name))
          reported.push(`${name}${query}: ${marks.exec(body)?.[0]}`);
      }
    }
  });
  return { revealed: [...new Set(reported)], opened };
}

test('only the team sees what it recorded on site', async () => {
  const routeModule = (await import('~/routes/org/audits/audit-on-site-pack')) as { loader: unknown };
  const at = { url: '/', params: { orgSlug: owner.organization.slug, auditId } };
  expect((await callRoute(routeModule.loader, { ...at, cookie: owner.cookie })).status).toBe(404);
  const pack = await callRoute(routeModule.loader, { ...at, cookie: lead.cookie });
  expect(pack.status).toBe(200);
  expect(typeof pack.body === 'string' ? pack.body : JSON.stringify(pack.body)).toContain('MARKED words');
});

test('no route reveals it, either before the conclusion, or after it, or after the approval', async () => {
  // Unless the run is thorough, `implied-answers.db.test.ts` reads the same before the approval, to the byte.
  if (isThorough) {
    const first = await readAll();
    expect(first.revealed).toEqual([]);
    expect(first.opened).toBeGreaterThan(100);
  }
  const { obstacles } = await withAudit(lead, (db, audit) => checkRecord(db, audit));
  expect(obstacles).toMatchObject({ withoutFinding: [], withoutEvidence: [] });
  expect(obstacles.unanswered).not.toContain(critical);
  await readyToConclude(lead, auditId);
  const concluded = await withAudit(lead, (db, audit) =>
    concludeAudit(db, audit, { userId: lead.user.id, limits: '', marksRest: true, now }),
  );
  expect(concluded).toEqual({ kind: 'concluded' });
  if (isThorough) expect((await readAll()).revealed).toEqual([]);
  expect(await withAudit(owner, (db, audit) => approveAudit(db, audit, { userId: owner.user.id, now }))).toEqual({
    kind: 'approved',
    findings: 1,
  });
  const after = await owner.inOrganization(async (db) => ({
    findings: (await db.finding.findMany({ where: { partyId }, select: { id: true } })).map(({ id }) => id),
    answers: await db.answer.findMany({
      where: { responseId: records.responseId ?? '', question: { in: [critical, 'BW.CL.1.a', 'BW.FL.1.a'] } },
      orderBy: { question: 'asc' },
      select: { question: true, value: true, note: true },
    }),
    score: JSON.stringify((await db.score.findFirst({ where: { partyId }, orderBy: { createdAt: 'desc' } }))?.result),
  }));
  expect(after.findings).toEqual([ordinary]);
  // One that was compliant, or not assessed, looks the same.
  expect(after.answers.map(({ question, value, note }) => [question, value, question === 'BW.FL.1.a' ? '' : note])).toEqual([
    ['BW.CL.1.a', 'not-assessed', ''],
    ['BW.FL.1.a', 'not-compliant', ''],
    [critical, 'not-assessed', ''],
  ]);
  expect(after.score).not.toMatch(marks);
  const last = await readAll();
  expect(last.revealed).toEqual([]);
  expect(last.opened).toBeGreaterThan(100);
});

/** The counts on the pages of an audit must be the same whether a zero-tolerance question was answered, answered twice, or not at all. */
test('no count of the record, no receipt and no conflict reveals that a zero-tolerance question was answered', async () => {
  const [device, otherDevice] = [randomUUID(), randomUUID()];
  const plain = [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    await makeEntry('finding', randomUUID(), findingValue('BW.FL.1.a', { what: 'Ordinary words' })),
  ];
  const left = await makeEntry('check', critical, checkValue('not-compliant'));
  const right = await makeEntry('check', critical, checkValue('compliant'));
  const reported = async (entries: readonly SentEntry[], apart: readonly SentEntry[] = []) => {
    const made = await makeAudit(owner, { lead });
    await lead.inOrganization(async (db) => {
      const audit = await findAudit(db, { auditId: made.auditId, userId: lead.user.id, role: 'auditor' });
      if (audit) await receiveEntries(db, audit, { deviceId: device, userId: lead.user.id, entries });
      // A second device that has only the zero-tolerance question.
      if (audit && apart.length > 0) await receiveEntries(db, audit, { deviceId: otherDevice, userId: lead.user.id, entries: apart });
    });
    const params = { orgSlug: owner.organization.slug, auditId: made.auditId, reportId: 'now' };
    const { number } = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: made.auditId } }));
    const bodyOf = async (routeModule: { loader: unknown }, reader: MadeMember): Promise<unknown> => {
      const { body } = await callRoute(routeModule.loader, { url: '/', params, cookie: reader.cookie });
      return typeof body === 'string' ? JSON.parse(body) : body;
    };
    const seen = async (routeModule: { loader: unknown }, reader: MadeMember) =>
      JSON.stringify(await bodyOf(routeModule, reader))
        .replaceAll(made.auditId, 'the audit')
        .replaceAll(made.supplierPublicId, 'the supplier')
        .replaceAll(number, 'the number')
        .replaceAll(/"(hash|id|at|receivedAt|startedAt|first|last|preparedAt)":"[^"]*"/g, '');
    const record = await import('~/routes/org/audits/audit-record');
    const conclusion = await import('~/routes/org/audits/audit-conclusion');
    const report = await import('~/routes/org/audits/audit-report-json');
    const verified = await import('~/routes/org/audits/audit-report-verified-json');
    return {
      owner: [await seen(record, owner), await seen(conclusion, owner), await seen(report, owner), await seen(verified, owner)],
      team: [await seen(record, lead), await seen(conclusion, lead)],
    };
  };
  const about = await makeEntry('note', randomUUID(), { about: critical, text: 'Later', isRestricted: true, isWithdrawn: false });
  const [without, withCritical] = [await reported(plain), await reported([...plain, left, about], [right])];
  expect(withCritical.owner).toEqual(without.owner);
  expect(without.owner[2]).toContain('Ordinary words');
  // The same under an indicator and an element of the legal definition.
  const words = { speaksFor: 'MARKED', speaksAgainst: '', exceptions: [], methods: ['documents' as const] };
  const implied = [
    await makeEntry('check', 'I5', checkValue('present')),
    await makeEntry('check', 'D5.4', checkValue('present')),
    await makeEntry('element', 'not-voluntary', { state: 'supported', ...words }),
  ];
  for (const entry of implied) expect((await reported([...plain, entry])).owner, entry.key).toEqual(without.owner);
  // Control: an indicator that implies no such answer is read.
  const other = await reported([...plain, await makeEntry('check', 'I7', checkValue('present'))]);
  expect(other.owner[2]).not.toEqual(without.owner[2]);
  // The team sees the conflict, and has to resolve it.
  expect(withCritical.team[0]).toContain('"entries":4');
  expect(withCritical.team[0]).toContain('"entries":1');
  expect(withCritical.team[1]).toContain('"conflicts":1');
});

/** A sensitive case about the supplier, of the owner and a reviewer; the lead of its follow-up audit is assigned to none. */
test('the results of a follow-up to a sensitive case are shown on its page alone, to assigned users only', async () => {
  const second = await makeMember({ role: 'reviewer', organization: owner.organization });
  const stranger = await makeMember();
  const supplierPublicId = records.supplierId ?? '';
  const about = { about: supplierPublicId, place: null, trigger: 'not-free-to-leave' as const, account: 'MARKED account of what was seen' };
  const opened = await owner.inOrganization((db) =>
    openCase(db, { ...about, secondId: second.user.id, userId: owner.user.id, now: new Date('2026-12-01T08:00:00Z') }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const { caseId } = opened;
  const followUp = await makeAudit(owner, { lead, supplierPublicId, follows: auditId });
  const elsewhere = await makeAudit(owner, { lead });

  const act = { caseId, now: new Date('2026-12-03T08:00:00Z') };
  const seen = { audit: followUp.auditId, seen: 'still-so' as const, note: 'MARKED note of the visit' };
  const record = (member: MadeMember, content: typeof seen) =>
    member.inOrganization((db) => recordVisit(db, { ...act, userId: member.user.id, content }));
  expect(await record(lead, seen)).toEqual({ kind: 'unknown' });
  expect(await record(stranger, seen)).toEqual({ kind: 'unknown' });
  expect(await record(owner, { ...seen, audit: elsewhere.auditId })).toEqual({ kind: 'unknown' });
  expect(await record(owner, seen)).toEqual({ kind: 'recorded' });

  const page = await readCasePage(second, act);
  expect(Object.fromEntries(page?.visits.map(({ id, seen: found }) => [id, found]) ?? [])).toEqual({
    [auditId]: null,
    [followUp.auditId]: { outcome: 'still-so', note: 'MARKED note of the visit' },
  });
  expect(await readCasePage(lead, act)).toBeNull();

  // Everything that an unassigned user can open about both audits and the supplier, and the offline package of the team.
  records = { ...records, auditId: followUp.auditId, caseId };
  const unassigned = roles.filter((role) => isThorough || role === 'owner');
  const reported = await readAll([
    lead,
    ...(await Promise.all(unassigned.map((role) => makeMember({ role, organization: owner.organization })))),
  ]);
  expect(reported.revealed).toEqual([]);
  expect(reported.opened).toBeGreaterThan(100);
  const routeModule = (await import('~/routes/org/audits/audit-on-site-pack')) as { loader: unknown };
  const params = { orgSlug: owner.organization.slug, auditId: followUp.auditId };
  const pack = await callRoute(routeModule.loader, { url: '/', params, cookie: lead.cookie });
  expect(pack.status).toBe(200);
  expect(typeof pack.body === 'string' ? pack.body : JSON.stringify(pack.body)).not.toMatch(marks);
  const sealed = await owner.inOrganization(async (db) => ({
    texts: JSON.stringify(await db.sensitiveCaseText.findMany({ where: { caseId } })),
    activity: JSON.stringify(await db.activity.findMany({ where: { recordId: followUp.auditId } }), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  }));
  expect(sealed.texts).not.toContain('MARKED');
  expect(sealed.activity).not.toMatch(/MARKED|visit|still-so/);
});
