import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/features/assessment/score-suppliers.server';
import { recordIncident } from '~/features/monitoring/record-incident.server';
import { scheduleReports } from '~/features/monitoring/schedule-reports.server';
import { raiseOverride } from '~/features/override/given-overrides.server';
import { linkParties } from '~/features/supply-map/link-parties.server';
import { changeTransaction } from '~/features/transaction/change-transaction.server';
import { decideCategory } from '~/features/transaction/decide-category.server';
import { openTransaction } from '~/features/transaction/open-transaction.server';
import { readRecord } from '~/features/transaction/read-record';
import type { TransactionRecord } from '~/features/transaction/record';
import { loader as exportPortfolio } from '~/routes/o.$orgSlug.portfolio_.export';
import { loader as whatIf } from '~/routes/o.$orgSlug.portfolio.what-if';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { readFilter } from './filter';
import { listLent } from './list-lent.server';
import { readExposure } from './read-exposure.server';
import { readTrend } from './read-trend.server';
import { readWatch } from './read-watch.server';
import { supposePortfolio } from './suppose-portfolio.server';

const today = new Date().toISOString().slice(0, 10);
const record: TransactionRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['CL'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null, loanTotalMinor: null },
  ...{ commitmentMinor: 100_00n, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null, isControlled: null },
  ...{ refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};
const filterOf = (query = '') => readFilter(new URLSearchParams(query));
type Client = Awaited<ReturnType<typeof makeSupplier>>;

async function open(member: MadeMember, client: Client, more: Partial<TransactionRecord> = {}): Promise<string> {
  return member.inOrganization(async (db) => {
    const opened = await openTransaction(
      db,
      { ...record, ...more },
      { clientPublicId: client.publicId, userId: member.user.id, now: new Date() },
    );
    if (opened.kind === 'refused') throw new Error(opened.code);
    return opened.transactionId;
  });
}

/** A scored client in Viet Nam and one that nobody can score; four transactions in dollars, euros with and without a rate, and yen. */
async function lend(member: MadeMember) {
  const scored = await makeSupplier(member, { name: 'Scored' });
  const bare = await makeSupplier(member, { name: 'Bare', values: {} });
  const ids = {
    dollars: await open(member, scored, { hostCountries: ['VN'] }),
    euros: await open(member, scored, {
      currency: 'EUR',
      usdRate: '1.1',
      usdRateOn: '2026-05-04',
      sector: 'mining',
      hostCountries: ['CL', 'VN'],
    }),
    open: await open(member, bare, { currency: 'EUR', commitmentMinor: 77_00n }),
    yen: await open(member, bare, {
      currency: 'JPY',
      commitmentMinor: 5_000n,
      usdRate: '0.0065',
      usdRateOn: '2026-06-04',
      product: 'advisory',
    }),
    unknown: await open(member, bare, { commitmentMinor: null }),
  };
  await member.inOrganization(async (db) => {
    await scoreSuppliers(db, { partyIds: [scored.partyId, bare.partyId], asOf: today });
    const by = { userId: member.user.id, reasons: { labour: 'A camp' } };
    await decideCategory(db, { ...by, transactionId: ids.dollars, category: 'B', now: new Date(Date.now() - 60_000) });
    await decideCategory(db, { ...by, transactionId: ids.dollars, category: 'A', now: new Date() });
  });
  return { scored, bare, ids };
}

const exposure = (member: MadeMember, query = '') => member.inOrganization((db) => readExposure(db, { filter: filterOf(query), today }));

describe('exposure', () => {
  it('converts by dated rates alone, keeps other currencies apart, and counts what has no amount', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const { total, lines, rates } = await exposure(member);
    expect(total).toMatchObject({
      transactions: 5,
      usdCents: 100_00 + 110_00 + 32_50,
      open: [{ currency: 'EUR', minor: 77_00 }],
      withoutAmount: 1,
    });
    expect(total.scoredShare).toBeCloseTo(210 / 242.5);
    expect(rates).toEqual({ from: '2026-05-04', to: '2026-06-04' });
    expect(lines.category.map(({ key, usdCents }) => [key, usdCents])).toEqual([
      ['A', 100_00],
      ['none', 142_50],
    ]);
    expect(lines.sector.map(({ key, transactions }) => [key, transactions])).toEqual([
      ['power', 4],
      ['mining', 1],
    ]);
    // A project in two countries stands whole in each.
    expect(lines.country.map(({ key, usdCents }) => [key, usdCents])).toEqual([
      ['VN', 210_00],
      ['CL', 142_50],
    ]);
    expect(lines.designation.map(({ key, transactions }) => [key, transactions])).toEqual([
      ['designated', 3],
      ['non-designated', 2],
    ]);
    expect(lines.band.at(-1)).toMatchObject({ key: 'none', transactions: 3, usdCents: 32_50, mean: null });
    expect(lines.band[0]?.mean).toMatchObject({ score: expect.any(Number) });
    const stranger = await makeMember({ kind: 'lender' });
    expect((await exposure(stranger)).total.transactions).toBe(0);
  });

  it('is of the transactions that the address asks for', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const of = async (query: string) => {
      const { total } = await exposure(member, query);
      const { rows } = await member.inOrganization((db) => listLent(db, { filter: filterOf(query), today }));
      expect(rows).toHaveLength(total.transactions);
      return rows.map(({ id }) => id).sort();
    };
    const sorted = (...keys: (keyof typeof ids)[]) => keys.map((key) => ids[key]).sort();
    expect(await of('category=A')).toEqual(sorted('dollars'));
    expect(await of('band=none')).toEqual(sorted('open', 'yen', 'unknown'));
    expect(await of('country=VN&sector=mining')).toEqual(sorted('euros'));
    expect(await of('designation=non-designated')).toEqual(sorted('dollars', 'euros'));
    expect(await of('product=advisory')).toEqual(sorted('yen'));
    await member.inOrganization((db) => db.transaction.updateMany({ where: { id: ids.open }, data: { status: 'closed' } }));
    await member.inOrganization((db) => db.transaction.updateMany({ where: { id: ids.yen }, data: { status: 'declined' } }));
    expect(await of('standing=lent')).toEqual(sorted('open'));
    expect(await of('')).toEqual(sorted('dollars', 'euros', 'open', 'unknown'));
    expect(await of('standing=pipeline')).toEqual(sorted('dollars', 'euros', 'unknown'));
    expect(await of('standing=all')).toHaveLength(5);
  });

  it('lists by exposure and pages without a gap, forth and back', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const page = (more: object) => member.inOrganization((db) => listLent(db, { filter: filterOf(), today, take: 2, ...more }));
    const first = await page({});
    const second = await page({ after: first.after });
    const third = await page({ after: second.after });
    const all = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(all.slice(0, 3)).toEqual([ids.euros, ids.dollars, ids.yen]);
    expect(new Set(all).size).toBe(5);
    expect(third.after).toBeNull();
    expect((await page({ before: second.before })).rows).toEqual(first.rows);
    expect(first.rows[1]).toMatchObject({ coverage: expect.any(Number), low: expect.any(Number), client: 'Scored' });
  });
});

describe('the watch list', () => {
  it('says why: drawstop, overdue actions, a worse band by the same method, no score', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const watch = (reason: Parameters<typeof readWatch>[1]['reason'] = null) =>
      member.inOrganization((db) => readWatch(db, { filter: filterOf(), today, now: new Date(), reason, page: 1 }));
    const codes = async (id: string) => (await watch()).rows.find((row) => row.id === id)?.reasons.map(({ code }) => code) ?? [];
    expect(await codes(ids.open)).toEqual(['not-scored']);
    expect(await codes(ids.dollars)).not.toContain('drawstop');
    await member.inOrganization(async (db) => {
      const finding = await db.finding.create({ data: { partyId: scored.partyId, grade: 'minor', text: 'Hours' } });
      const plan = {
        kind: 'corrective',
        action: 'Less',
        owner: 'HR',
        timescale: '30',
        verification: 'desktop',
        dueOn: new Date('2026-01-01'),
      };
      await db.correctiveAction.create({ data: { ...plan, findingId: finding.id, createdById: member.user.id } });
      await raiseOverride(db, { partyId: scored.partyId, code: 'O1', evidence: 'none', since: today, userId: member.user.id });
      await scoreSuppliers(db, { partyIds: [scored.partyId], asOf: today });
    });
    const { rows, counts } = await watch();
    const row = rows.find(({ id }) => id === ids.dollars);
    expect(row?.reasons.map(({ code }) => code).slice(0, 3)).toEqual(['drawstop', 'overdue-actions', 'band-worsened']);
    expect(row?.reasons[1]).toMatchObject({ items: 1, since: '2026-01-01' });
    expect(row?.reasons[2]).toMatchObject({ was: expect.stringMatching(/low|moderate|elevated|high/) });
    expect(counts).toMatchObject({ drawstop: 2, 'overdue-actions': 2, 'not-scored': 3 });
    expect((await watch('not-scored')).rows.map(({ id }) => id).sort()).toEqual([ids.open, ids.yen, ids.unknown].sort());
    expect((await watch('access-revoked')).total).toBe(0);
    // A condition is late from the day after; what comes later in the loan is no condition, and late all the same.
    await member.inOrganization(async (db) => {
      const line = { transactionId: ids.open, action: 'Pay fees back', dueOn: new Date('2026-01-01'), createdById: member.user.id };
      await db.esapLine.createMany({
        data: [
          { ...line, number: 1, milestone: 'cp-disbursement', status: 'in-progress' },
          { ...line, number: 2, milestone: 'cp-signing', dueOn: new Date(today) },
          { ...line, number: 3, milestone: 'operation' },
          { ...line, number: 4, milestone: 'operation', status: 'done', doneById: member.user.id, doneAt: new Date(), doneNote: 'Done' },
        ],
      });
    });
    expect(await codes(ids.open)).toEqual(['overdue-conditions', 'overdue-lines', 'not-scored']);
    const law = { kind: 'law', text: 'The law is kept', frequency: 'yearly', tester: 'lender', createdById: member.user.id };
    const kept = await member.inOrganization((db) =>
      db.covenant.create({
        data: { ...law, transactionId: ids.yen, number: 1, firstTestOn: new Date('2026-01-01') },
        select: { id: true },
      }),
    );
    await member.inOrganization((db) => db.covenant.updateMany({ where: { id: kept.id }, data: { nextDueOn: new Date('2026-01-01') } }));
    expect((await watch('overdue-covenants')).rows).toMatchObject([{ id: ids.yen, reasons: [{ items: 1, since: '2026-01-01' }, {}] }]);
    expect((await watch('breach')).total).toBe(0);
    expect((await watch('overdue-conditions')).rows).toMatchObject([
      { id: ids.open, reasons: [{ items: 1, since: '2026-01-01' }, {}, {}] },
    ]);
  });

  it('says which client owes a report, and which was to tell of an incident and did not', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const userId = member.user.id;
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const incident = { text: 'A fall', died: 0, harmed: 1, happenedAt: hoursAgo(60), toldAt: null };
    await member.inOrganization(async (db) => {
      const of = { transactionId: ids.open, userId };
      await scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom: '2025-01-01', dueDays: 30 }, of);
      // No covenant asks to be told of a strike; of an injury the lender is told within 48 hours, covenant or not.
      await recordIncident(db, { ...incident, kind: 'strike', learnedAt: hoursAgo(60) }, { ...of, now: new Date() });
      await recordIncident(db, { ...incident, kind: 'injury', learnedAt: hoursAgo(47) }, { ...of, now: new Date() });
    });
    const watch = (now: Date) => member.inOrganization((db) => readWatch(db, { filter: filterOf(), today, now, reason: null, page: 1 }));
    const reasons = async (now = new Date()) => (await watch(now)).rows.find(({ id }) => id === ids.open)?.reasons;
    expect(await reasons()).toMatchObject([{ code: 'overdue-reports', items: 1, since: '2025-04-30' }, { code: 'not-scored' }]);
    await member.inOrganization((db) =>
      recordIncident(db, { ...incident, kind: 'injury', learnedAt: hoursAgo(49) }, { transactionId: ids.open, userId, now: new Date() }),
    );
    expect(await reasons()).toMatchObject([{}, { code: 'incident-untold', items: 1 }, {}]);
    // The clock is that of the caller, not of the database: a day that is over shows as it was, a deadline to come has passed after it.
    const { passed, coming } = await member.inOrganization(async (db) => {
      const deadlines = await db.monitoringIncident.findMany({ where: { kind: 'injury' }, orderBy: { deadlineAt: 'asc' } });
      const [passed, coming] = deadlines.map(({ deadlineAt }) => deadlineAt?.getTime() ?? Number.NaN);
      return { passed: passed ?? Number.NaN, coming: coming ?? Number.NaN };
    });
    expect(await reasons(new Date(passed))).toMatchObject([{ code: 'overdue-reports' }, { code: 'not-scored' }]);
    const since = new Date(passed).toISOString().slice(0, 10);
    expect(await reasons(new Date(passed + 1))).toMatchObject([{}, { code: 'incident-untold', items: 1, since }, {}]);
    expect(await reasons(new Date(coming))).toMatchObject([{}, { items: 1 }, {}]);
    expect(await reasons(new Date(coming + 1))).toMatchObject([{}, { items: 2, since }, {}]);
  });
});

describe('the trend', () => {
  it('tells each version of the method apart', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored } = await lend(member);
    const trend = () => member.inOrganization((db) => readTrend(db, { filter: filterOf(), today }));
    const now = await trend();
    expect(now.points).toHaveLength(1);
    expect(now.clients).toBe(2);
    // An older score by an older engine: its day has a point of its own, and today's version has none there.
    await member.inOrganization(async (db) => {
      const score = await db.score.findFirstOrThrow({ where: { partyId: scored.partyId }, orderBy: { createdAt: 'desc' } });
      const { id: _, ...rest } = score;
      const older = {
        ...rest,
        input: rest.input ?? {},
        result: rest.result ?? {},
        engineVersion: '0.0.1',
        createdAt: new Date('2026-05-01'),
      };
      await db.score.create({ data: JSON.parse(JSON.stringify(older)) });
    });
    const { points } = await trend();
    const methods = (day: string) => points.filter((point) => point.day === day).map(({ method }) => method);
    expect(methods('2026-06-30')).toEqual([expect.stringMatching(/^0\.0\.1/)]);
    expect(methods(today)).toEqual(now.points.map(({ method }) => method));
  });
});

describe('the weights of the trend', () => {
  it('are the commitments of the day, as the history of the record tells them', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const other = await makeSupplier(member, { name: 'Other', values: { country: 'MM', sector: '1410', workers: 900 } });
    await open(member, other, { commitmentMinor: 210_00n });
    const means = await member.inOrganization(async (db) => {
      await scoreSuppliers(db, { partyIds: [other.partyId], asOf: today });
      const means = [];
      for (const { partyId } of [scored, other]) {
        const { id: _, ...score } = await db.score.findFirstOrThrow({ where: { partyId }, orderBy: { createdAt: 'desc' } });
        await db.score.create({ data: JSON.parse(JSON.stringify({ ...score, createdAt: new Date('2026-05-01') })) });
        means.push(Number((score.result as { score: number }).score));
      }
      return means;
    });
    const [first = 0, second = 0] = means;
    expect(first).not.toBe(second);
    const found = await member.inOrganization((db) => db.transaction.findFirstOrThrow({ where: { id: ids.dollars } }));
    const changed = await member.inOrganization((db) =>
      changeTransaction(
        db,
        { ...readRecord(found), commitmentMinor: 310_00n },
        { transactionId: ids.dollars, revision: found.revision, userId: member.user.id },
      ),
    );
    expect(changed.kind).toBe('changed');
    const { points } = await member.inOrganization((db) => readTrend(db, { filter: filterOf(), today }));
    const on = (day: string) => points.find((point) => point.day === day)?.score;
    // 100 dollars and 100 euros at 1.1 against 210 then; 310 and 110 against 210 now.
    expect(on('2026-06-30')).toBeCloseTo((210 * first + 210 * second) / 420, 6);
    expect(on(today)).toBeCloseTo((420 * first + 210 * second) / 630, 6);
  });
});

describe('what if', () => {
  it('A30: moves clients and their exposure, reaches along the chain when a company fails, and stores nothing', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const yarn = await makeSupplier(member, { name: 'Yarn mill' });
    const cotton = await makeSupplier(member, { name: 'Cotton' });
    await member.inOrganization(async (db) => {
      const by = { kind: 'supplies' as const, sourceId: yarn.sourceId, userId: member.user.id };
      await linkParties(db, { ...by, fromPartyId: yarn.partyId, toPartyId: scored.partyId });
      await linkParties(db, { ...by, fromPartyId: cotton.partyId, toPartyId: yarn.partyId });
    });
    const counts = () => member.inOrganization(async (db) => [await db.score.count(), await db.fact.count(), await db.activity.count()]);
    const before = await counts();
    const suppose = (changes: Parameters<typeof supposePortfolio>[1]['changes'], query = '') =>
      supposePortfolio(member.inOrganization, { filter: filterOf(query), today, changes });
    const worse = await suppose([{ kind: 'country', iso2: 'VN', points: 20 }]);
    expect(worse.moved.map(({ id }) => id).sort()).toEqual([ids.dollars, ids.euros].sort());
    expect(worse.moved[0]?.after?.score).toBeGreaterThan(worse.moved[0]?.before?.score ?? 100);
    expect(worse.unconverted).toBe(2);
    const sum = (of: typeof worse.before) => Object.values(of).reduce((total, line) => total + line.usdCents, 0);
    expect(sum(worse.before)).toBe(sum(worse.after));
    expect((await suppose([{ kind: 'country', iso2: 'VN', points: 20 }], 'sector=mining')).transactions).toBe(1);
    const failed = await suppose([{ kind: 'drop', supplier: cotton.publicId }]);
    expect(failed.touched.map(({ id, by }) => [id, by[0]?.depth])).toEqual([
      [ids.euros, 2],
      [ids.dollars, 2],
    ]);
    expect(failed.missing).toEqual([]);
    const client = await suppose([{ kind: 'drop', supplier: scored.publicId }]);
    expect(client.touched[0]?.by).toEqual([{ publicId: scored.publicId, name: 'Scored', depth: 0, isClient: true }]);
    expect(client.after.none.transactions).toBe(5);
    expect((await suppose([{ kind: 'drop', supplier: 'NOBODY' }])).missing).toHaveLength(1);
    expect(
      (
        await suppose([
          { kind: 'weight', component: 'country', weight: 100 },
          { kind: 'weight', component: 'sector', weight: 50 },
        ])
      ).refused,
    ).toMatch(/weights/);
    expect(await counts()).toEqual(before);
  });

  it('keeps the filter when something is added, and refuses what cannot be with what was typed', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const call = (query: string) =>
      callRoute(whatIf, {
        url: `/o/${member.organization.slug}/portfolio/what-if?${query}`,
        params: { orgSlug: member.organization.slug },
        cookie: member.cookie,
      });
    const added = await call('sector=power&add=country&iso2=VN&points=20');
    expect(added.status).toBe(302);
    expect(added.headers.get('Location')).toContain('change=country.VN.20&sector=power');
    const refused = await call('sector=power&add=country&iso2=VN&points=99');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ failure: { values: { points: ['99'] } }, also: 'sector=power' });
  });
});

describe('the export', () => {
  it('is for who may export, and holds every transaction of the filter', async () => {
    const member = await makeMember({ kind: 'lender' });
    await lend(member);
    const call = (by: MadeMember, query: string) =>
      callRoute(exportPortfolio, {
        url: `/o/${member.organization.slug}/portfolio/export${query}`,
        params: { orgSlug: member.organization.slug },
        cookie: by.cookie,
      });
    const text = String((await call(member, '?sector=power')).body);
    expect(text.trim().split('\r\n')).toHaveLength(5);
    const stranger = await makeMember({ kind: 'lender' });
    expect((await call(stranger, '')).status).toBe(404);
  });
});
