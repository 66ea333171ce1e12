import { beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '~/documents/verification/check-file.server';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { findOwnReport } from '~/risk/supplier-report/find-own-report.server';
import { listIssued } from '~/risk/supplier-report/list-issued.server';
import * as page from '~/routes/org/supply-chain/board-paper';
import * as jsonRoute from '~/routes/org/supply-chain/board-paper-json';
import * as pdfRoute from '~/routes/org/supply-chain/board-paper-pdf';
import * as previewRoute from '~/routes/org/supply-chain/board-paper-preview';
import * as signRoute from '~/routes/org/supply-chain/board-paper-sign';
import { readBasis } from '~/supply-chain/dashboard/read-basis.server';
import { readStrip } from '~/supply-chain/dashboard/read-strip.server';
import { makeListedSuppliers, raiseAlert } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { readBoardPaper } from './read-board-paper.server';
import { atRiskOf, type BoardPaperContent, suppliersOf } from './schema';

const now = new Date('2026-12-01T10:00:00Z');
const decision = {
  '0.title': 'Fund six audits',
  '0.amount': '€ 96,000',
  '0.ifYes': 'Six scores rest on a site check',
  '0.ifNo': 'They rest on the country',
};
let owner: MadeMember;
let viewer: MadeMember;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  await makeListedSuppliers(owner, 60);
  const parties = await owner.inOrganization((db) =>
    db.supplier.findMany({ where: { band: 'high' }, orderBy: [{ score: 'desc' }, { partyId: 'asc' }], take: 2 }),
  );
  for (const [index, { partyId }] of parties.entries()) {
    await raiseAlert(owner, partyId, { kind: 'presumed-region', rank: 1, row: `${index}` });
    await owner.inOrganization(async (db) => {
      const finding = {
        partyId,
        grade: 'critical',
        text: 'Passports are retained.',
        openedAt: new Date('2026-08-06'),
        dueOn: new Date('2026-11-20'),
      };
      const { id: findingId } = await db.finding.create({ data: finding });
      await db.correctiveAction.create({
        data: {
          ...{ findingId, kind: 'corrective', action: `Return passports ${index}`, owner: 'Human resources', ownerMemberId: owner.user.id },
          ...{ timescale: '30', dueOn: new Date('2026-11-20'), verification: 'desktop', createdById: owner.user.id },
        },
      });
    });
  }
});

const read = (by = owner): Promise<BoardPaperContent> => by.inOrganization((db) => readBoardPaper(db, by, { now, decisions: [] }));
const at = (by: MadeMember, params: Record<string, string> = {}, form?: Record<string, string>) => ({
  ...{ url: `/o/${by.organization.slug}/board-paper`, params: { orgSlug: by.organization.slug, ...params }, cookie: by.cookie },
  ...(form === undefined ? {} : { form }),
});
const bytesOf = async (route: { loader: unknown }, by: MadeMember, params: Record<string, string> = {}) => {
  const request = new Request(`http://localhost/o/${by.organization.slug}/x`, { headers: { Cookie: by.cookie } });
  const response = await (route.loader as (args: object) => Promise<Response>)({
    request,
    params: { orgSlug: by.organization.slug, ...params },
    context: {},
  });
  return Buffer.from(await response.arrayBuffer());
};

describe('a paper', () => {
  it('has the figures of home and of the lists', async () => {
    const paper = await read();
    const [strip, basis] = await owner.inOrganization(async (db) => [await readStrip(db), await readBasis(db)] as const);
    expect(suppliersOf(paper)).toBe(60);
    expect([atRiskOf(paper), paper.figures.banned, paper.figures.critical]).toEqual([strip.atRisk, strip.banned, strip.critical]);
    expect(paper.figures).toMatchObject({
      banned: 2,
      critical: 2,
      criticalSince: '2026-08-06',
      workers: { kind: 'exact', count: strip.workers },
    });
    expect(paper.basis).toEqual(basis);
    const listed = await owner.inOrganization((db) =>
      db.supplier.findMany({ where: { band: 'high' }, orderBy: { score: 'desc' }, take: 16 }),
    );
    expect(paper.top.map(({ score }) => score)).toEqual(listed.map(({ score }) => Number(score)));
    expect(paper.top.filter(({ alert }) => alert?.kind === 'presumed-region').length).toBeGreaterThan(0);
  });

  it('lists what is due first, with its owner, and what the records do not say', async () => {
    const { actions, gaps } = await read();
    expect(actions).toMatchObject({ total: 2, shown: [{ owner: owner.user.name, dueOn: '2026-11-20', state: 'planned' }, {}] });
    expect(gaps).toContainEqual({ kind: 'never-audited', count: 60, of: 60 });
    expect(gaps).toContainEqual({ kind: 'no-upstream', count: 15, of: 15 });
  });

  it('states overdue dates by kind, and no date of a supplier that was archived', async () => {
    const other = await makeMember();
    await makeListedSuppliers(other, 3);
    await other.inOrganization(async (db) => {
      const [kept, archived] = await db.supplier.findMany({ orderBy: { partyId: 'asc' }, take: 2 });
      if (!kept || !archived) throw new Error('no suppliers');
      const due = { dueOn: new Date('2026-11-20') };
      for (const { partyId } of [kept, archived]) {
        await db.task.create({ data: { partyId, title: 'Request the origin of cotton', createdById: other.user.id, ...due } });
        await db.finding.create({ data: { partyId, grade: 'major', text: 'Wages are late.', ...due } });
      }
      await db.supplier.updateMany({ where: { partyId: archived.partyId }, data: { archivedAt: now } });
    });
    const { figures, actions } = await read(other);
    expect(figures).toMatchObject({ overdue: 2, overdueBy: { questionnaires: 0, findings: 1, actions: 0, tasks: 1 } });
    expect(actions.total).toBe(1);
  });

  it('counts no finding on a zero-tolerance question and no action on one', async () => {
    const other = await makeMember();
    await makeListedSuppliers(other, 3);
    await other.inOrganization(async (db) => {
      const { partyId } = await db.supplier.findFirstOrThrow();
      const { restrictedQuestions } = await import('#scoring');
      const [question = ''] = restrictedQuestions();
      const { id: findingId } = await db.finding.create({ data: { partyId, grade: 'critical', question, text: 'Not to be stated.' } });
      await db.correctiveAction.create({
        data: {
          findingId,
          kind: 'corrective',
          action: 'Not to be stated',
          owner: 'x',
          timescale: '30',
          dueOn: now,
          verification: 'desktop',
          createdById: owner.user.id,
        },
      });
    });
    const paper = await other.inOrganization((db) => readBoardPaper(db, other, { now: new Date('2027-06-01'), decisions: [] }));
    expect([paper.figures.critical, paper.figures.overdue, paper.actions.total]).toEqual([0, 0, 0]);
    expect(JSON.stringify(paper)).not.toContain('Not to be stated');
  });

  it('takes the same number of queries for few suppliers and for many', async () => {
    const count = (member: MadeMember) =>
      member.inOrganization(async (db) => {
        let queries = 0;
        const counted = new Proxy(db, {
          get: (target, name) => {
            if (name === '$queryRaw' || name === '$queryRawUnsafe') queries += 1;
            return Reflect.get(target, name);
          },
        });
        await readBoardPaper(counted, member, { now, decisions: [] });
        return queries;
      });
    const counted = await count(owner);
    expect(counted).toBeGreaterThan(7);
    expect(await count(await makeMember())).toBe(counted);
  });

  it('of an organization without suppliers is empty', async () => {
    expect(await read(await makeMember())).toMatchObject({ top: [], basis: [], gaps: [], changes: { total: 0 }, actions: { total: 0 } });
  });
});

describe('the page', () => {
  it('is read by every member; a draft is saved and issued by owners and managers only', async () => {
    expect((await callRoute(page.loader, at(viewer))).body).toMatchObject({ mayIssue: false, decisions: [] });
    expect((await callRoute(page.action, at(viewer, {}, { intent: 'issue' }))).status).toBe(403);
    const saved = await callRoute(page.action, at(owner, {}, { intent: 'save', ...decision }));
    expect(saved.status).toBe(303);
    expect((await callRoute(page.loader, at(viewer))).body).toMatchObject({
      decisions: [{ title: 'Fund six audits', amount: '€ 96,000' }],
    });
  });

  it('names the fields of a decision that are empty or too long, and saves nothing', async () => {
    const { status, body } = await callRoute(page.action, at(owner, {}, { intent: 'save', '1.title': 'x'.repeat(111), '1.ifYes': 'y' }));
    expect(status).toBe(422);
    expect(Object.keys((body as { failure: { errors: object } }).failure.errors)).toEqual(['1.title', '1.ifNo']);
    expect((await callRoute(page.loader, at(owner))).body).toMatchObject({ decisions: [{ title: 'Fund six audits' }] });
  });

  it('draws a preview without issuing it', async () => {
    expect((await bytesOf(previewRoute, viewer)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await callRoute(page.loader, at(owner))).body).toMatchObject({ papers: [] });
  });
});

describe('an issued paper', () => {
  const papers = async () =>
    ((await callRoute(page.loader, at(owner))).body as { papers: { id: string; hash: string; signedAt: unknown }[] }).papers;

  it('is frozen with its decisions; the draft is gone, and a later one supersedes it', async () => {
    expect((await callRoute(page.action, at(owner, {}, { intent: 'issue', ...decision }))).status).toBe(303);
    expect((await callRoute(page.loader, at(owner))).body).toMatchObject({ decisions: [], papers: [{ signedAt: null }] });
    await callRoute(page.action, at(owner, {}, { intent: 'issue' }));
    const rows = await owner.inOrganization((db) =>
      db.frozenDocument.findMany({ where: { kind: 'board-paper' }, orderBy: { version: 'asc' } }),
    );
    expect(rows.map(({ version, supersedesId }) => [version, supersedesId])).toEqual([
      [1, null],
      [2, rows[0]?.id],
    ]);
    expect(rows[0]?.content).toMatchObject({ decisions: [{ title: 'Fund six audits' }], hash: rows[0]?.hash });
  });

  it('is downloaded as data and as a PDF that the check recognises', async () => {
    const [, first] = await papers();
    if (!first) throw new Error('no paper');
    expect(JSON.parse((await bytesOf(jsonRoute, viewer, { paperId: first.id })).toString())).toMatchObject({
      kind: 'board-paper',
      hash: first.hash,
    });
    const checked = await checkFile(await bytesOf(pdfRoute, viewer, { paperId: first.id }));
    expect(checked).toMatchObject({ isIntact: true, document: { pages: 'same', findings: [] } });
  });

  it('is signed once, registered by its hash, and listed with the issued reports', async () => {
    const [newest] = await papers();
    if (!newest) throw new Error('no paper');
    expect((await callRoute(signRoute.action, at(viewer, { paperId: newest.id }, {}))).status).toBe(403);
    expect((await callRoute(signRoute.action, at(owner, { paperId: newest.id }, {}))).status).toBe(303);
    expect((await papers())[0]?.signedAt).not.toBeNull();
    expect(await checkFile(await bytesOf(pdfRoute, viewer, { paperId: newest.id }))).toMatchObject({
      document: { signature: { kind: 'found', isValid: true } },
    });
    expect(await findIssuedReport(newest.hash)).toMatchObject({
      kind: 'board-paper',
      organization: owner.organization.name,
      signatures: [{}],
    });
    const member = { ...owner, role: 'owner', can: () => true } as never;
    const { rows } = await owner.inOrganization((db) => listIssued(db, member));
    expect(rows.map(({ kind, hash, signedAt }) => [kind, hash, signedAt !== null])).toEqual(
      (await papers()).map(({ hash, signedAt }) => ['board-paper', hash, signedAt !== null]),
    );
    const [, first] = await papers();
    expect(await owner.inOrganization((db) => findOwnReport(db, member, first?.hash ?? ''))).toMatchObject({
      ...{ kind: 'board-paper', list: '/board-paper', mayNote: true },
      newer: [{ hash: newest.hash }],
    });
  });
});
