import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { can, type Permission, type Role } from '~/access/permissions';
import { daysAfter, homeDays } from '~/platform/queue/queue-dates';
import { readQueue } from '~/platform/queue/read-queue.server';
import { queueSources } from '~/platform/queue/register-queue.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { readMovers } from '~/supply-chain/dashboard/read-movers.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import * as queue from '~/routes/org/platform/queue';
import * as queueExport from '~/routes/org/platform/queue-export';
import * as home from '~/routes/org/shell/home';
import { readShellCounts } from '~/routes/org/shell/shell-counts.server';
import type { HomeRead } from '~/routes/org/shell/read-home.server';
import { makeCase } from '../factories/case';
import { type MadeMember, makeMember } from '../factories/member';
import { makeQueueOfEach } from '../factories/queue-of-each';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

const today = () => new Date().toISOString().slice(0, 10);
const at = ({ organization, cookie }: MadeMember, path = '') => ({
  url: `/o/${organization.slug}${path}`,
  params: { orgSlug: organization.slug },
  cookie,
});
const homeOf = async (member: MadeMember) => {
  const { status, body } = await callRoute(home.loader, at(member));
  expect(status).toBe(200);
  return (body as { home: HomeRead }).home;
};
const kindsAt = async (member: MadeMember) => {
  const { queue: read } = await homeOf(member);
  return [...new Set(read.kinds.map(({ kind }) => kind))];
};

/** Tasks of people, not of roles. */
const personal = ['follow-sensitive-case', 'start-campaign', 'declare-independence'];
const kindsOf = (role: Role) =>
  [...queueSources()].flatMap(([kind, { permission }]) => (can(role, permission) && !personal.includes(kind) ? [kind] : []));

describe.each(['company', 'lender', 'audit-firm'])('the home of an organization of kind %s', (kind) => {
  let made: Awaited<ReturnType<typeof makeQueueOfEach>>;
  beforeAll(async () => {
    made = await makeQueueOfEach(kind, today());
  });

  test.each(['owner', 'manager', 'auditor', 'reviewer'] as const)('has every kind of task that the role %s does', async (role) => {
    const member = role === 'auditor' ? made.auditor : await made.of(role);
    const read = await homeOf(member);
    // The home of an auditor shows the own tasks, and leads to those of the organization.
    const isOwn = read.kind === 'auditor' && role === 'auditor';
    const reader = { userId: member.user.id, organizationId: member.organization.id, role, today: today(), now: new Date() };
    const until = daysAfter(today(), homeDays);
    const all = await member.inOrganization((db) => readQueue(db, { ...reader, until }, { perKind: 1 }));
    const kinds = isOwn ? all.kinds.map(({ kind: each }) => each) : await kindsAt(member);
    expect(kinds.filter((each) => !personal.includes(each)).sort()).toEqual(kindsOf(role).sort());
    expect(read.others === undefined).toBe(!isOwn);
    if (isOwn) {
      expect(read.queue.items.every(({ isMine }) => isMine)).toBe(true);
      expect(read.queue.total + (read.others ?? 0)).toBe(all.total);
    }
  });

  test('counts in the navigation the proposals, commissions and committee decisions of those who may decide, not of the proposer', async () => {
    const countsOf = async (member: MadeMember, role: Role) => {
      const reader = { userId: member.user.id, organizationId: member.organization.id, can: (asked: Permission) => can(role, asked) };
      return (await member.inOrganization((db) => readShellCounts(db, { ...reader, today: today() }))).counts;
    };
    expect(await countsOf(await made.of('manager'), 'manager')).toMatchObject({ suppliers: 1, clients: 3, audits: 3, deals: 2 });
    // A commission that another organization sent is to be answered by whoever may.
    expect(await countsOf(made.recorder, 'owner')).toMatchObject({ suppliers: 0, clients: 1, deals: 0 });
    expect(await countsOf(await made.of('viewer'), 'viewer')).toMatchObject({ suppliers: 0, clients: 0, audits: 0, deals: 0 });
  });

  test('has no task for a viewer', async () => {
    const { queue: read } = await homeOf(await made.of('viewer'));
    expect(read).toEqual({ items: [], kinds: [], total: 0, overdue: 0, mine: 0 });
  });

  test('is that of the kind of organization, and of people who audit', async () => {
    const expected = kind === 'audit-firm' ? 'auditor' : kind;
    expect((await homeOf(await made.of('manager'))).kind).toBe(expected);
    const own = await homeOf(made.auditor);
    if (own.kind !== 'auditor') return expect([kind, own.kind]).toEqual(['lender', 'lender']);
    expect(own.visits.visit).toMatchObject({ number: '2002-0001', isToday: true, isOwn: true, day: 1, days: 1, declared: 0, team: 1 });
    expect(own.visits.visit, 'how far it has come').toMatchObject({
      openFindings: [{ grade: expect.any(String), count: expect.any(Number) }],
      progress: { hasClosing: false, figures: { interviewed: 0, auditorSignatures: 0 }, isEnough: { signature: false } },
    });
    expect(own.visits.coming, 'not the visit that is shown above').toEqual([]);
    expect(own.firm, 'of who plans audits alone').toBeNull();
    const reviewer = await homeOf(await made.of('reviewer'));
    if (reviewer.kind === 'auditor')
      expect(reviewer.visits.visit, 'of another person').toMatchObject({ number: '2002-0001', isOwn: false, progress: null });
    expect(own.visits.reports.map(({ number }) => number)).toEqual(['2002-0002', '2002-0003', '2002-0004']);
  });
});

describe('the home of an audit firm’s manager', () => {
  test('has commissions with client and conflict, audits with their people, findings by client, and credentials that expire', async () => {
    const made = await makeQueueOfEach('audit-firm', today());
    const read = await homeOf(await made.of('manager'));
    if (read.kind !== 'auditor' || !read.firm) throw new Error(read.kind);
    const { commissions, audits, byStatus, findings, credentials } = read.firm;
    expect(commissions).toMatchObject({
      total: 1,
      rows: [{ number: 'C-2001-0002', client: made.recorder.organization.name, status: 'sent', asked: null, workers: null }],
    });
    // Who may decide on the conflict of interest is named, and has it in the queue; who proposed it has not.
    const reviewer = await made.of('reviewer');
    const proposer = await homeOf(made.recorder);
    expect(commissions.rows[0]?.conflict).toMatchObject({ mayDecide: true });
    expect(read.queue.kinds.map(({ kind }) => kind)).toContain('decide-conflict');
    expect(await kindsAt(reviewer)).toContain('decide-conflict');
    if (proposer.kind !== 'auditor' || !proposer.firm) throw new Error(proposer.kind);
    expect(proposer.queue.kinds.map(({ kind }) => kind)).not.toContain('decide-conflict');
    const { conflict } = proposer.firm.commissions.rows[0] ?? {};
    expect(conflict).toMatchObject({ mayDecide: false, deciders: expect.arrayContaining([reviewer.user.name]) });
    expect(conflict?.deciders).not.toContain(made.recorder.user.name);
    expect(audits[0]).toMatchObject({ number: '2002-0004', status: 'in-review', team: [expect.stringMatching(/./)] });
    expect(byStatus).toEqual([
      { status: 'planned', count: 2 },
      { status: 'on-site', count: 2 },
      { status: 'in-review', count: 1 },
    ]);
    // Workers of a supplier are named or unknown, never summed over its findings.
    expect(findings).toMatchObject([{ client: '', late: 1, workers: null }]);
    await made.recorder.inOrganization(async (db) => {
      const {
        partyId,
        id: _,
        organizationId: __,
        ...finding
      } = await db.finding.findFirstOrThrow({ where: { id: made.made.findingId ?? '' } });
      await db.supplier.updateMany({ where: { partyId }, data: { workers: 240 } });
      await db.site.updateMany({ where: { supplierPartyId: partyId }, data: { workers: null } });
      await db.finding.create({ data: { partyId, grade: finding.grade, text: 'Another', openedAt: finding.openedAt } });
    });
    const known = await homeOf(made.recorder);
    expect(known.kind === 'auditor' && known.firm?.findings).toMatchObject([{ workers: 240, grades: [{ count: 2 }] }]);
    expect(credentials).toMatchObject([{ isExpired: true }]);
  });
});

test('a commission is due when conflicts of interest are to be declared, not on the first day of the audit; once asked, it says what', async () => {
  const made = await makeQueueOfEach('audit-firm', today());
  const commission = { where: { number: 'C-2001-0002' } };
  const wanted = { wantedFrom: new Date(daysAfter(today(), 30)), wantedTo: new Date(daysAfter(today(), 40)) };
  await made.recorder.inOrganization((db) => db.auditCommission.updateMany({ ...commission, data: wanted }));
  const manager = await made.of('manager');
  const firmOf = async () => {
    const read = await homeOf(manager);
    if (read.kind !== 'auditor' || !read.firm) throw new Error(read.kind);
    return read.firm.commissions.rows[0];
  };
  expect(await firmOf()).toMatchObject({ answerBy: daysAfter(today(), 16) });
  const reader = {
    userId: manager.user.id,
    organizationId: manager.organization.id,
    role: 'manager' as const,
    today: today(),
    now: new Date(),
  };
  const read = () =>
    manager.inOrganization((db) => readQueue(db, { ...reader, until: today() }, { perKind: 3, kinds: ['answer-commission'] }));
  expect((await read()).items).toMatchObject([
    { dueOn: daysAfter(today(), 16), detail: expect.stringMatching(/^audit from .* · C-2001-0002, /) },
  ]);
  const late = { ...wanted, wantedFrom: new Date(daysAfter(today(), 3)) };
  await made.recorder.inOrganization((db) => db.auditCommission.updateMany({ ...commission, data: late }));
  expect((await read()).items, 'at once, but not before it came').toMatchObject([{ dueOn: today() }]);
  await made.recorder.inOrganization(async (db) => {
    await db.auditCommission.updateMany({ ...commission, data: { status: 'question' } });
    const { id: commissionId } = await db.auditCommission.findFirstOrThrow(commission);
    await db.commissionMessage.create({ data: { commissionId, side: 'firm', text: 'Which shifts?', byName: 'Firm' } });
  });
  expect(await firmOf()).toMatchObject({ answerBy: null, asked: 'Which shifts?' });
});

describe('the home of a company', () => {
  test('counts suppliers under a ban alert, workers at risk, critical findings and overdue tasks', async () => {
    const owner = await makeMember();
    await owner.inOrganization(async (db) => {
      for (const [index, row] of [
        { band: 'severe', scoreStatus: 'scored', score: 90, tier: 1, workers: 120, country: 'CN', basis: 'D' },
        { band: 'high', scoreStatus: 'scored', score: 66, tier: 2, workers: null, country: 'VN', basis: 'B' },
        { band: 'low', scoreStatus: 'scored', score: 6, tier: 2, workers: 50, country: 'NO', basis: 'E' },
        { band: 'low', scoreStatus: 'scored', score: 5, tier: null, workers: 50, country: 'NO', basis: 'E' },
      ].entries()) {
        const party = await db.party.create({
          data: { kind: 'supplier', publicId: `0000000000${index}`, name: `Supplier ${index}`, nameKey: `supplier ${index}` },
        });
        await db.supplier.create({ data: { partyId: party.id, nameKey: party.nameKey, ...row } });
        if (index > 0) continue;
        await db.finding.create({ data: { partyId: party.id, grade: 'critical', text: 'Passports kept', dueOn: new Date('2020-05-01') } });
        await db.alert.create({
          data: {
            ...{ partyId: party.id, kind: 'presumed-region', sourceTable: 't', sourceVintage: 'v', sourceRow: 'r', rank: 3 },
            ...{ isToBeConfirmed: true, basis: {}, basisHash: 'x', lastSeenOn: new Date() },
          },
        });
      }
    });
    const read = await homeOf(owner);
    if (read.kind !== 'company') throw new Error(read.kind);
    expect(read.strip).toMatchObject({
      banned: 1,
      bannedToConfirm: 1,
      bannedNames: ['Supplier 0'],
      atRisk: 2,
      workers: 120,
      withoutWorkers: 1,
      critical: 1,
    });
    expect(read.queue.overdue).toBe(1);
    expect(read.picture?.map).toMatchObject({ atRisk: 2, region: { name: 'Asia', suppliers: 2 } });
    expect(read.picture?.map.marks.map(({ name }) => name)).toEqual(['Supplier 0', 'Supplier 1', 'Supplier 2', 'Supplier 3']);
    // Its alert is to be confirmed by a person, and says nothing until then.
    expect(read.picture?.map.marks.map(({ reason }) => reason)).toEqual(['Critical finding', null, null, null]);
    await owner.inOrganization((db) => db.alert.updateMany({ data: { isToBeConfirmed: false } }));
    const confirmed = await homeOf(owner);
    expect(confirmed.kind === 'company' && confirmed.picture?.map.marks[0]?.reason).toBe('Import ban by region');
    expect(read.picture?.basis).toEqual([
      { tier: 1, basis: 'D', suppliers: 1 },
      { tier: 2, basis: 'B', suppliers: 1 },
      { tier: 2, basis: 'E', suppliers: 1 },
      { tier: null, basis: 'E', suppliers: 1 },
    ]);
    expect((await callRoute(home.loader, { ...at(owner), cookie: (await makeMember()).cookie })).status).toBe(404);
  });

  test('shows the largest changes of 30 days with their cause', async () => {
    const owner = await makeMember();
    const { partyId, sourceId } = await makeSupplier(owner, { values: { country: 'VN', sector: '1410', workers: 100 } });
    await owner.inOrganization(async (db) => {
      await scoreSuppliers(db, { partyIds: [partyId], asOf: today() });
      const { organizationId: _, id: __, createdAt: ___, ...first } = await db.score.findFirstOrThrow({ where: { partyId } });
      const createdAt = new Date(Date.now() - 45 * 86_400_000);
      await db.score.create({ data: { ...first, input: first.input ?? {}, result: first.result ?? {}, createdAt } });
      await recordFacts(db, { partyId, values: { country: 'QA', migrantShare: 0.9 }, sourceId });
      await scoreSuppliers(db, { partyIds: [partyId], asOf: today() });
    });
    const read = await homeOf(owner);
    if (read.kind !== 'company' || !read.picture) throw new Error(read.kind);
    const [mover] = read.picture.movers;
    expect(read.picture.total).toBe(1);
    expect(mover).toMatchObject({ name: 'Lotus Garments', on: today(), isSinceFirst: false });
    expect(mover?.to).not.toBe(mover?.from);
    expect(mover?.cause).toMatch(/^Countries of the sites: Vietnam → .*; Migrant .* → 90%/);
  });

  test('compares a supplier first scored within 30 days with its first score, and counts no score that is only first given', async () => {
    const owner = await makeMember();
    const { partyId, sourceId } = await makeSupplier(owner, { values: { country: 'VN', sector: '1410', workers: 100 } });
    const readChanges = async () => {
      const read = await homeOf(owner);
      if (read.kind !== 'company' || !read.picture) throw new Error(read.kind);
      return read.picture;
    };
    await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: today() }));
    expect(await readChanges()).toMatchObject({ total: 0, movers: [] });
    await owner.inOrganization(async (db) => {
      await recordFacts(db, { partyId, values: { country: 'QA', migrantShare: 0.9 }, sourceId });
      await scoreSuppliers(db, { partyIds: [partyId], asOf: today() });
    });
    const { total, movers } = await readChanges();
    expect(total).toBe(1);
    expect(movers[0]).toMatchObject({ name: 'Lotus Garments', on: today(), isSinceFirst: true });
  });

  test('counts no change beyond the ends of the scale: scores are shown from 0 to 100', async () => {
    const owner = await makeMember();
    const { partyId } = await makeSupplier(owner, { values: { country: 'VN', sector: '1410', workers: 100 } });
    const addScore = async (db: TenantDb, score: number, createdAt: Date) => {
      const first = await db.score.findFirstOrThrow({ where: { partyId }, orderBy: { createdAt: 'desc' } });
      const { organizationId: _, id: __, ...kept } = first;
      return db.score.create({ data: { ...kept, input: kept.input ?? {}, result: { ...(kept.result as object), score }, createdAt } });
    };
    let made = 0;
    const changesOf = (from: number, to: number) =>
      owner.inOrganization(async (db) => {
        made += 1;
        await addScore(db, from, new Date(Date.now() - 5 * 86_400_000 + made * 60_000));
        const { id: scoreId } = await addScore(db, to, new Date(Date.now() - 86_400_000 + made * 60_000));
        await db.supplier.updateMany({ where: { partyId }, data: { score: to, scoreLow: to, scoreHigh: to, scoreId } });
        const { movers } = await readMovers(db, { since: daysAfter(today(), -3), take: 5 });
        return movers.map((mover) => [mover.from, mover.to, mover.isSinceFirst]);
      });
    await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: today() }));
    expect(await changesOf(129.5, 107)).toEqual([]);
    expect(await changesOf(64.9, 65.2)).toEqual([]);
    expect(await changesOf(78.4, 79.7)).toEqual([[78.4, 79.7, false]]);
    expect(await changesOf(78.6, 79.7)).toEqual([]);
    expect(await changesOf(129.5, 90)).toEqual([[100, 90, false]]);
  });

  test('is empty without suppliers', async () => {
    expect(await homeOf(await makeMember())).toMatchObject({ kind: 'company', picture: null, strip: { suppliers: 0, members: 1 } });
  });
});

test('the page of the queue filters by kind and due date, and its file leaves out sensitive cases', async () => {
  const { opener, supplier } = await makeCase({ openedAt: new Date(Date.now() - 60 * 3_600_000) });
  const recorded = { origin: 'auditor', extent: 'isolated', recordedById: randomUUID(), isPeopleUnknown: true, evidenceSeen: 'Safe' };
  await opener.inOrganization((db) =>
    db.finding.create({
      data: { partyId: supplier.partyId, grade: 'major', text: '=Passports', dueOn: new Date('2020-05-01'), ...recorded },
    }),
  );
  const kinds = async (query: string) => {
    const { body } = await callRoute(queue.loader, at(opener, `/queue${query}`));
    return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
  };
  expect((await kinds('')).sort()).toEqual(['follow-sensitive-case', 'resolve-finding']);
  expect(await kinds('?kind=resolve-finding')).toEqual(['resolve-finding']);
  expect(await kinds('?when=today')).not.toContain('resolve-finding');
  expect(await kinds('?assigned=me')).toEqual(['follow-sensitive-case']);
  const { body } = await callRoute(queueExport.loader, at(opener, '/queue/export'));
  const lines = String(body).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("'=Passports");
  expect(String(body)).not.toContain('sensitive');
});
