import { describe, expect, it } from 'vitest';
import { findIssuedReport } from '~/documents/verification/find-issued-report.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import { putParty } from '~/lending/deals/put-party.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from '~/lending/deals/start-review.server';
import { loader as readJson } from '~/routes/org/lending/lender-report-json';
import { loader as readXlsx } from '~/routes/org/lending/lender-report-xlsx';
import { action, loader } from '~/routes/org/lending/due-diligence-report';
import { renderLenderReport } from '~/documents/frozen-documents/lender-report/render.server';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { drawDiligence } from './draw-diligence.server';
import { readPack } from './read-pack.server';

const now = new Date();
const record: DealRecord = {
  ...{ projectName: 'Solar park', sponsor: '', hostCountries: ['VN'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'project-finance', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null, loanTotalMinor: null },
  ...{ commitmentMinor: 100_00n, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null, isControlled: null },
  ...{ refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: null, closedOn: null, region: null, hasNameConsent: false },
};

async function open(member: MadeMember) {
  const client = await makeSupplier(member, { name: 'Client' });
  const dealId = await member.inOrganization(async (db) => {
    const opened = await openDeal(db, record, { clientPublicId: client.publicId, userId: member.user.id, now });
    if (opened.kind === 'refused') throw new Error(opened.code);
    return opened.dealId;
  });
  return { client, dealId };
}

const draw = (member: MadeMember, dealId: string) =>
  member.inOrganization((db) => drawDiligence(db, { dealId, now, organization: member.organization, state: 'draft' }));

describe('the due diligence report', () => {
  it('has its parts in order, and states what is not part of the record', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { dealId } = await open(member);
    const report = await draw(member, dealId);
    expect(report?.document.parts.map(({ title }) => title.split(' ')[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      'Annexes',
    ]);
    const textOf = (key: string) => JSON.stringify(report?.document.parts.find((part) => part.key === key)?.blocks);
    for (const key of ['scope', 'assessment', 'rights', 'plan', 'covenants'])
      expect(textOf(key), key).toContain('Not recorded for this deal.');
  });

  it('covers reviews, gaps, companies, risk with its tables, findings, actions and conditions; without withdrawn findings and people', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { client, dealId } = await open(member);
    const camp = await makeSupplier(member, { name: 'Camp operator' });
    await member.inOrganization(async (db) => {
      const by = { dealId, userId: member.user.id };
      await decideCategory(db, { ...by, category: 'A', reasons: { labour: 'A large camp' }, now });
      await putParty(db, { ...by, partyPublicId: camp.publicId, part: 'camp', note: '1,400 beds' });
      await startReview(db, { ...by, now });
      const { ps2Id } = await db.deal.findFirstOrThrow({ where: { id: dealId }, select: { ps2Id: true } });
      await answerQuestion(db, { responseId: ps2Id ?? '', question: 'PS2-22.1', value: 'not-met', userId: member.user.id, now });
      const finding = await db.finding.create({ data: { partyId: camp.partyId, grade: 'critical', text: 'Passports are held' } });
      await db.finding.create({ data: { partyId: camp.partyId, grade: 'major', text: 'Taken back', withdrawnAt: now } });
      const plan = { kind: 'corrective', action: 'Hand them back', owner: 'Camp manager', timescale: '30', verification: 'desktop' };
      await db.correctiveAction.create({
        data: { ...plan, findingId: finding.id, dueOn: new Date('2026-12-31'), createdById: member.user.id },
      });
      await db.dealStatusChange.create({
        data: {
          ...{ dealId, fromStatus: 'committee', toStatus: 'committee', decision: 'approve-with-conditions', reason: 'Good' },
          ...{ conditions: 'No worker pays for the job', byUserId: member.user.id },
        },
      });
      await scoreSuppliers(db, { partyIds: [client.partyId], asOf: now.toISOString().slice(0, 10) });
    });
    const report = await draw(member, dealId);
    const textOf = (key: string) => JSON.stringify(report?.document.parts.find((part) => part.key === key)?.blocks);
    expect(textOf('project')).toContain('A large camp');
    expect(textOf('chain')).toContain('1,400 beds');
    expect(textOf('gaps')).toContain('PS2-22.1');
    expect(textOf('rights')).toMatch(/Critical/i);
    expect(textOf('plan')).toContain('Hand them back');
    expect(textOf('covenants')).toContain('No worker pays for the job');
    expect(textOf('inherent')).toContain('World Bank');
    expect(textOf('inherent')).toContain('of forced labour of the average worker in the world');
    expect(textOf('limits')).toMatch(/90% interval from \d+ to \d+\. Its basis is [A-E]:/);
    expect(JSON.stringify(report)).not.toContain('Taken back');
    expect(JSON.stringify(report?.data)).not.toContain(member.user.name);
  });

  it('is frozen as PDF and JSON with one hash, as often as requested, and is hidden from other organizations', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { dealId } = await open(member);
    const params = { orgSlug: member.organization.slug, dealId };
    const call = { url: `/o/${member.organization.slug}/deals/${dealId}/due-diligence-report`, params, cookie: member.cookie };
    expect((await callRoute(action, { ...call, form: {} })).status).toBe(303);
    const page = (await callRoute(loader, call)).body as { reports: { id: string; hash: string }[] };
    const [frozen] = page.reports;
    const file = (route: unknown, by: MadeMember) =>
      callRoute(route, { url: call.url, cookie: by.cookie, params: { orgSlug: by.organization.slug, reportId: frozen?.id } });
    const json = String((await file(readJson, member)).body);
    expect(await checkFile(Buffer.from(json))).toMatchObject({ hash: frozen?.hash, isIntact: true });
    const pdf = () => renderLenderReport(JSON.parse(json));
    const bytes = await pdf();
    expect(bytes.equals(await pdf())).toBe(true);
    expect(await checkFile(bytes)).toMatchObject({ hash: frozen?.hash, isIntact: true });
    expect((await findIssuedReport(frozen?.hash ?? ''))?.issuedAt).toBeInstanceOf(Date);
    expect((await file(readXlsx, member)).status).toBe(200);
    const stranger = await makeMember({ kind: 'lender' });
    for (const route of [readJson, readXlsx]) expect((await file(route, stranger)).status).toBe(404);
    const foreign = { ...call, params: { orgSlug: stranger.organization.slug, dealId }, cookie: stranger.cookie };
    expect((await callRoute(loader, foreign)).status).toBe(404);
    expect((await callRoute(action, { ...foreign, form: {} })).status).toBe(404);
  });

  it('is shown to the committee with what was decided, agreed or ended after it was frozen', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { client, dealId } = await open(member);
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const pack = () => member.inOrganization((db) => readPack(db, { dealId, clientPartyId: client.partyId, now: at(60) }));
    expect(await pack()).toEqual({ report: null, newer: [], version: null, grants: [] });
    const by = { dealId, userId: member.user.id };
    await member.inOrganization((db) => decideCategory(db, { ...by, category: 'B', reasons: { labour: 'Few' }, now: at(-5) }));
    const report = await draw(member, dealId);
    if (!report) throw new Error('no report');
    const { reportId } = await member.inOrganization((db) =>
      freezeReport(db, report, {
        of: { kind: 'due-diligence', dealId },
        organizationId: member.organization.id,
        userId: member.user.id,
      }),
    );
    expect(await pack()).toMatchObject({ report: { id: reportId, hash: report.hash }, newer: [] });

    await member.inOrganization((db) => decideCategory(db, { ...by, category: 'A', reasons: { labour: 'A camp' }, now: at(5) }));
    await member.inOrganization((db) => makeDocument(db, { kind: 'esap', subjectId: dealId, issuedById: member.user.id, issuedAt: at(6) }));
    expect(await pack()).toMatchObject({ newer: ['category', 'plan'], version: { number: 1, agreement: null } });
    const stranger = await makeMember({ kind: 'lender' });
    const others = stranger.inOrganization((db) => readPack(db, { dealId, clientPartyId: client.partyId, now }));
    expect(await others).toEqual({ report: null, newer: [], version: null, grants: [] });
  });
});
