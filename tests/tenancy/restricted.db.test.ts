import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { globalTables } from '~/access/global-tables';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { exportCase } from '~/safeguarding/sensitive-cases/export-case.server';
import { recordContact, recordNote } from '~/safeguarding/sensitive-cases/record-entry.server';
import { keepAllCases } from '../../server/keep-cases';
import { firstSteps, type CaseTeam, makeCase, makeCaseTeam } from '../factories/case';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';
import { addressOf, eachRoute, fourAtATime, isThorough, queriesFor, readingRoles } from '../setup/each-route';
import { testDatabase, withClient } from '../setup/test-database';
import { attempt, connectAsApp } from './as-app';
import { quote } from './build-row';
import { readTables } from './catalogue';

/** A sensitive case is invisible to people who are not assigned to it: in every page, list, count, file, row and job of the queue. */
const restricted = ['SensitiveCase', 'SensitiveCaseMember', 'SensitiveCaseEntry', 'SensitiveCaseText'];
/** Decisions on a case are approvals: rows of the shared table that only assigned people see. */
const ofCases = '"caseId" IS NOT NULL';
/** Changed by every request of any user. */
const restless = ['Session', 'RateLimit'];

describe('writes', () => {
  /** All rows of the organization and of no organization, table by table, and the jobs, in one text each. */
  const fingerprint = (organizationId: string) =>
    withClient(testDatabase().ownerUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
      const prints: Record<string, unknown> = {};
      for (const [name, { columns }] of await readTables(client)) {
        if (restricted.includes(name) || restless.includes(name)) continue;
        const isTenant = !(name in globalTables) && columns.some((column) => column.name === 'organizationId');
        const seen = `${isTenant ? '"organizationId" = $1' : '$1::uuid IS NOT NULL'}${name === 'Approval' ? ` AND NOT (${ofCases})` : ''}`;
        const { rows } = await client.query(
          `SELECT count(*)::int AS count, md5(string_agg(to_jsonb(t)::text, ',' ORDER BY to_jsonb(t)::text)) AS print FROM ${quote(name)} t WHERE ${seen}`,
          [organizationId],
        );
        prints[name] = rows[0];
      }
      prints.jobs = (await client.query('SELECT count(*)::int AS count FROM graphile_worker.jobs')).rows[0];
      await client.query('ROLLBACK');
      return prints;
    });

  test('opening, working on, reminding of, copying and closing a sensitive case changes no row that others read', async () => {
    const made = await makeCase();
    const { owner, opener, outsider, caseId, as, together } = made;
    const second = await makeCase();
    await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [made.supplier.partyId], asOf: '2026-11-26' }));
    const before = await fingerprint(owner.organization.id);
    expect(Object.values(before).length).toBeGreaterThan(40);
    expect(before.Score).toMatchObject({ count: 1 });
    for (const step of firstSteps) expect(await as(opener).step(step)).toEqual({ kind: 'recorded' });
    const act = { caseId, userId: opener.user.id, now: new Date() };
    await opener.inOrganization((db) => recordNote(db, { ...act, content: { note: 'A note.' } }));
    await opener.inOrganization((db) => recordContact(db, { ...act, content: { contact: 'hours-72', outcome: 'safe', note: '' } }));
    for (const kind of ['authorities', 'hold', 'end-hold'] as const)
      expect(await together({ kind, tell: 'tell' })).toMatchObject({ kind: 'decided' });
    expect(await together({ kind: 'assign', person: outsider.user.id })).toMatchObject({ kind: 'decided' });
    expect(await together({ kind: 'unassign', person: outsider.user.id })).toMatchObject({ kind: 'decided' });
    await opener.inOrganization((db) => exportCase(db, { caseId, user: opener.user, now: new Date() }));
    expect(await together({ kind: 'close', outcome: 'with-authorities' })).toMatchObject({ kind: 'decided' });
    await keepAllCases({ ownerUrl: testDatabase().ownerUrl, now: new Date(Date.now() + 800 * 86_400_000) });
    expect(await fingerprint(owner.organization.id)).toEqual(before);
    // Control: the release of another sensitive case changes it.
    const others = await fingerprint(second.owner.organization.id);
    for (const step of firstSteps) await second.as(second.opener).step(step);
    await second.together({ kind: 'authorities', tell: 'tell' });
    await second.as(second.opener).step({ step: 'harm', harm: 'low', note: '' });
    await second.together({ kind: 'release' });
    expect(await fingerprint(second.owner.organization.id)).not.toEqual(others);
  });

  test('no other user sees, changes or creates a row of it, in SQL either', async () => {
    const { owner, opener, outsider, caseId, as, together } = await makeCase();
    await together({ kind: 'hold' });
    await as(opener).propose({ kind: 'end-hold' });
    const app = await connectAsApp();
    const organizationId = owner.organization.id;
    const decisions = await opener.inOrganization((db) => db.approval.findMany({ where: { caseId }, select: { state: true } }));
    expect(decisions.map(({ state }) => state).sort()).toEqual(['approved', 'open']);
    const decide = `UPDATE "Approval" SET "state" = 'rejected', "decidedAt" = now(), "decidedById" = gen_random_uuid() WHERE "state" = 'open'`;
    for (const userId of [owner.user.id, outsider.user.id, randomUUID(), undefined]) {
      const scope = { organizationId, ...(userId ? { userId } : {}) };
      expect(await attempt(app, scope, `SELECT count(*)::int AS n FROM "Approval"`)).toMatchObject({ rows: [{ n: 0 }] });
      for (const sql of [decide, `DELETE FROM "Approval"`])
        expect(await attempt(app, scope, sql), sql).toMatchObject({ count: 0, code: null });
    }
    expect(await attempt(app, { organizationId, userId: opener.user.id }, `DELETE FROM "Approval"`)).toMatchObject({
      count: 0,
      code: null,
    });
    for (const userId of [owner.user.id, outsider.user.id, randomUUID(), undefined])
      for (const table of restricted) {
        const scope = { organizationId, ...(userId ? { userId } : {}) };
        expect(await attempt(app, scope, `SELECT count(*)::int AS n FROM ${quote(table)}`), table).toMatchObject({ rows: [{ n: 0 }] });
        const refused = table === 'SensitiveCaseEntry' ? { code: '42501' } : { count: 0, code: null };
        expect(await attempt(app, scope, `UPDATE ${quote(table)} SET "organizationId" = "organizationId"`), table).toMatchObject(refused);
        expect(await attempt(app, scope, `DELETE FROM ${quote(table)}`), table).toMatchObject(refused);
      }
    for (const userId of [owner.user.id, outsider.user.id]) {
      const scope = { organizationId, userId };
      for (const [sql, values] of [
        [`INSERT INTO "SensitiveCaseMember" ("caseId", "userId") VALUES ($1, $2)`, [caseId, userId]],
        [`INSERT INTO "SensitiveCaseText" ("caseId", "seq", "sealed") VALUES ($1, 1, 'v1.x')`, [caseId]],
        [
          `INSERT INTO "Approval" ("kind", "item", "payload", "reason", "caseId", "proposedById") VALUES ('sensitive-case-decision', 'assign', '{}', '', $1, $2)`,
          [caseId, userId],
        ],
      ] as const)
        expect((await attempt(app, scope, sql, [...values])).code, sql).toBe('42501');
      expect(await attempt(app, scope, 'SELECT is_assigned($1) AS is', [caseId])).toMatchObject({ rows: [{ is: false }] });
      expect((await attempt(app, scope, 'SELECT * FROM people_of_cases()')).code).toBe('42501');
    }
    await app.end();
  });
});

describe('reads', () => {
  const read = eachRoute.filter(({ path }) => /^\/(o\/:orgSlug|account|guest\/questionnaire|translations)/.test(path));

  let team: CaseTeam;
  const readers: { name: string; member: MadeMember; slug: string }[] = [];
  let records: Record<string, string>;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
    team = await makeCaseTeam();
    const { organization } = team.owner;
    for (const role of readingRoles.filter((each) => isThorough || each !== 'auditor'))
      readers.push({ name: role, member: await makeMember({ organization, role }), slug: organization.slug });
    const other = await makeMember();
    readers.push({ name: 'owner of another organization', member: other, slug: other.organization.slug });
    readers.push({ name: 'stranger', member: other, slug: organization.slug });
    const { supplier } = team;
    records = await team.owner.inOrganization(async (db) => {
      const by = team.owner.user.id;
      const site = await db.party.create({ data: { kind: 'site', publicId: '9AAAAAAAAA0', name: 'Hall 2', nameKey: 'hall 2' } });
      await db.site.create({ data: { partyId: site.id, supplierPartyId: supplier.partyId } });
      const provider = await db.party.create({
        data: { kind: 'labour-recruiter', publicId: '8AAAAAAAAA0', name: 'Agency', nameKey: 'agency' },
      });
      await db.labourRecruiter.create({ data: { partyId: provider.id } });
      const link = await db.supplyLink.create({
        data: { fromPartyId: provider.id, toPartyId: supplier.partyId, kind: 'recruits', sourceId: supplier.sourceId },
      });
      const response = await db.questionnaireResponse.create({
        data: { partyId: supplier.partyId, kind: 'audit', instrumentKey: 'better-work-cat@1.0.0', openedById: by },
      });
      await db.finding.create({ data: { partyId: supplier.partyId, responseId: response.id, grade: 'major', text: 'Papers held' } });
      const run = await db.jobRun.create({ data: { kind: 'score-all' } });
      await scoreSuppliers(db, { partyIds: [supplier.partyId], asOf: new Date().toISOString().slice(0, 10) });
      await db.activity.create({ data: { recordKind: 'supplier', recordId: supplier.partyId, act: 'edit', userId: by, changes: [] } });
      return {
        supplierId: supplier.publicId,
        siteId: site.publicId,
        labourRecruiterId: provider.publicId,
        responseId: response.id,
        linkId: link.id,
        sourceId: supplier.sourceId,
        runId: run.id,
        instrumentKey: 'better-work-cat@1.0.0',
        sectionId: 'BW.FL',
        locale: 'fr',
      };
    });
  });
  afterAll(() => vi.useRealTimers());

  const queries = isThorough ? ['', '?q=Lotus', '?view=table', '?known-on=2026-11-26'] : ['', '?q=Lotus&view=table&known-on=2026-11-26'];
  const blanks = new Map<string, string>();

  async function readAll(caseId: string): Promise<Map<string, string>> {
    const said = new Map<string, string>();
    await fourAtATime(read, async (route) => {
      const { name, file } = route;
      const { loader } = (await import(/* @vite-ignore */ file)) as { loader?: unknown };
      if (typeof loader !== 'function') return;
      for (const reader of readers) {
        const params: Record<string, string> = { orgSlug: reader.slug };
        for (const param of route.params) {
          const blank = blanks.get(param) ?? randomUUID();
          blanks.set(param, blank);
          if (param !== 'orgSlug') params[param] = param === 'caseId' ? caseId : (records[param] ?? blank);
        }
        for (const query of queriesFor(file, queries)) {
          const answer = await callRoute(loader, {
            url: `${addressOf(route, params)}${query}`,
            params,
            cookie: reader.member.cookie,
          });
          const headers = [...answer.headers].sort().map((pair) => pair.join(': '));
          const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          said.set(`${name}${query} as ${reader.name}`, [answer.status, ...headers, body].join('\n').replaceAll(caseId, 'the id'));
        }
      }
    });
    return said;
  }

  test('every page, list, search and file is the same before and after a sensitive case exists, for every role and address', async () => {
    const before = await readAll(randomUUID());
    expect(before.size).toBeGreaterThan(isThorough ? 1_000 : 600);
    expect([...before.values()].filter((text) => text.startsWith('200')).length).toBeGreaterThan(isThorough ? 300 : 200);
    const made = await makeCase({ team });
    for (const step of firstSteps) await made.as(made.opener).step(step);
    await made.together({ kind: 'authorities', tell: 'tell' });
    const after = await readAll(made.caseId);
    const differing = [...before].filter(([key, text]) => after.get(key) !== text).map(([key]) => key);
    expect(differing).toEqual([]);
    // Control: for assigned users, home and page differ.
    const { loader } = (await import('~/routes/org/safeguarding/sensitive-cases')) as { loader: unknown };
    const desk = { url: '/', params: { orgSlug: team.owner.organization.slug } };
    const [assigned, unassigned] = [
      await callRoute(loader, { ...desk, cookie: made.second.cookie }),
      await callRoute(loader, { ...desk, cookie: team.outsider.cookie }),
    ];
    expect([assigned.body, unassigned.body]).toMatchObject([{ cases: [{ id: made.caseId }] }, { cases: [] }]);
  }, 900_000);
});
