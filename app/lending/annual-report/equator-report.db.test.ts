import { describe, expect, it } from 'vitest';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { keepScopeTest } from '~/lending/applicability/keep-scope-test.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from '~/lending/deals/start-review.server';
import { loader as readJson } from '~/routes/org/lending/lender-report-json';
import { loader as readPdf } from '~/routes/org/lending/lender-report-pdf';
import { loader as readXlsx } from '~/routes/org/lending/lender-report-xlsx';
import { action, loader } from '~/routes/org/lending/annual-report';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { drawYear } from './draw-year.server';
import { listYears, readYear } from './read-year.server';

const now = new Date('2026-11-20T12:00:00Z');
const record: DealRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['CL'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: 12_000_000_00n },
  ...{ loanTotalMinor: null, commitmentMinor: null, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null },
  ...{ isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: '2026-03-01', closedOn: '2026-04-01', region: null, hasNameConsent: true },
};

async function open(member: MadeMember, more: Partial<DealRecord> = {}): Promise<string> {
  const client = await makeSupplier(member);
  return member.inOrganization(async (db) => {
    const by = { userId: member.user.id, now };
    const opened = await openDeal(db, { ...record, ...more }, { clientPublicId: client.publicId, ...by });
    if (opened.kind === 'refused') throw new Error(opened.code);
    return opened.dealId;
  });
}

/** Tested, categorised and closed. */
async function close(member: MadeMember, category: 'A' | 'C', more: Partial<DealRecord> = {}): Promise<string> {
  const dealId = await open(member, more);
  await member.inOrganization(async (db) => {
    const by = { dealId, userId: member.user.id, now };
    await keepScopeTest(db, { ...by, exception: '' });
    await decideCategory(db, { ...by, category, reasons: { labour: 'A camp' } });
    await db.deal.updateMany({ where: { id: dealId }, data: { status: 'closed' } });
  });
  return dealId;
}

const draw = (member: MadeMember, year = 2026) =>
  member.inOrganization((db) => drawYear(db, { year, now, organization: member.organization, state: 'draft' }));

describe('the annual report', () => {
  it('lists each deal with its missing facts, and counts once it is complete', async () => {
    const member = await makeMember({ kind: 'lender' });
    const bare = await open(member, { hostCountries: ['CL', 'FR'] });
    const reviewed = await close(member, 'A');
    await close(member, 'C', { projectName: 'Mine', sector: 'mining', hasNameConsent: false });
    const refused = await draw(member);
    expect(refused).toMatchObject({
      kind: 'refused',
      lacking: [
        { id: bare, lacks: ['scope-missing', 'category-missing', 'region-several', 'review-unknown', 'close-step-missing'] },
        { id: reviewed, lacks: ['review-unknown'] },
      ],
    });
    await member.inOrganization(async (db) => {
      const by = { dealId: reviewed, userId: member.user.id, now };
      await startReview(db, by);
      const { equatorId } = await db.deal.findFirstOrThrow({ where: { id: reviewed }, select: { equatorId: true } });
      await answerQuestion(db, { responseId: equatorId ?? '', question: 'EQ7.1', value: 'met', userId: member.user.id, now });
      await db.deal.updateMany({ where: { id: bare }, data: { closedOn: null } });
    });
    const drawn = await draw(member);
    expect(drawn).toMatchObject({
      table: {
        projectFinance: {
          total: { A: 1, B: 0, C: 1 },
          review: { yes: { A: 1 }, no: { C: 1 } },
          sector: { mining: { C: 1 }, power: { A: 1 } },
        },
        names: [{ projectName: 'Solar park', hostCountries: ['CL'] }],
        unnamed: 1,
      },
    });
    expect(JSON.stringify(drawn)).not.toContain('"Mine"');
    expect(await member.inOrganization((db) => listYears(db, '2027-01-02'))).toEqual([2027, 2026]);
  });

  it('leaves out bridge loans, deals out of scope, of other years and declined ones, and counts the first two', async () => {
    const member = await makeMember({ kind: 'lender' });
    await close(member, 'C', { product: 'bridge-loan', tenorMonths: 12, refinancedBy: 'project-finance' });
    await close(member, 'C', { capitalCostMinor: 9_999_999_00n });
    await close(member, 'C', { closedOn: '2025-12-31', signedOn: '2025-12-01' });
    const declined = await close(member, 'C');
    await member.inOrganization((db) => db.deal.updateMany({ where: { id: declined }, data: { status: 'declined' } }));
    await close(member, 'C', { product: 'advisory', closedOn: null, hostCountries: ['VN'] });
    const read = await member.inOrganization((db) => readYear(db, { year: 2026, today: '2026-11-20' }));
    expect(read.left).toEqual({ bridge: 1, outside: 1 });
    expect(read.entries.map(({ product, region }) => [product, region])).toEqual([['advisory', 'asia-pacific']]);
    const ahead = await close(member, 'C', { closedOn: '2026-12-30' });
    expect(await draw(member)).toMatchObject({ lacking: [{ id: ahead, lacks: ['close-day-ahead'] }] });
  });

  it('asks for a deal that closed without a date in the year of its stage', async () => {
    const member = await makeMember({ kind: 'lender' });
    const id = await close(member, 'C', { closedOn: null });
    expect(await draw(member)).toMatchObject({ kind: 'drawn' });
    await member.inOrganization((db) =>
      db.dealStatusChange.create({
        data: { dealId: id, fromStatus: 'conditions-met', toStatus: 'closed', byUserId: member.user.id, at: now },
      }),
    );
    expect(await draw(member)).toMatchObject({ lacking: [{ id, lacks: ['close-day-missing'] }] });
  });

  it('is frozen as PDF, workbook and JSON with one hash, which anyone can verify, and is hidden from other organizations', async () => {
    const member = await makeMember({ kind: 'lender' });
    await close(member, 'C');
    const params = { orgSlug: member.organization.slug };
    const url = `/o/${member.organization.slug}/deals/annual-report?year=2026`;
    const call = { url, params, cookie: member.cookie };
    expect((await callRoute(action, { ...call, form: {} })).status).toBe(303);
    const page = (await callRoute(loader, call)).body as { reports: { id: string; hash: string }[] };
    const [frozen] = page.reports;
    const file = (route: unknown, by: MadeMember) =>
      callRoute(route, { url, cookie: by.cookie, params: { orgSlug: by.organization.slug, reportId: frozen?.id } });
    const json = await file(readJson, member);
    const checked = await checkFile(Buffer.from(String(json.body)));
    expect(checked).toMatchObject({ kind: 'report', hash: frozen?.hash, isIntact: true });
    expect((await findIssuedReport(frozen?.hash ?? ''))?.issuedAt).toBeInstanceOf(Date);
    for (const route of [readPdf, readXlsx]) expect((await file(route, member)).status).toBe(200);
    const stranger = await makeMember({ kind: 'lender' });
    for (const route of [readPdf, readXlsx, readJson]) expect((await file(route, stranger)).status).toBe(404);
  });

  it('is not frozen while data is missing, nor by a read-only user', async () => {
    const member = await makeMember({ kind: 'lender' });
    await open(member);
    const viewer = await makeMember({ role: 'viewer', organization: member.organization });
    const freeze = (by: MadeMember) =>
      callRoute(action, {
        url: `/o/${member.organization.slug}/deals/annual-report?year=2026`,
        params: { orgSlug: member.organization.slug },
        cookie: by.cookie,
        form: {},
      });
    expect((await freeze(member)).status).toBe(409);
    expect((await freeze(viewer)).status).toBe(403);
    expect(await member.inOrganization((db) => db.frozenDocument.count())).toBe(0);
  });
});
