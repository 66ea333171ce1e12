import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { instrument, needsAnswer, questionsOf } from '#scoring';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { mapFiles } from '~/supply-chain/map/files/formats';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { openDeal } from '~/lending/deals/open-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { makeDocument } from '../factories/document';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { eachRoute } from '../setup/each-route';

const routes = eachRoute.map(({ name }) => name).filter((name) => name.endsWith('.ts'));

/** Names that a spreadsheet would read as a formula, or whose letters a wrong encoding would break. */
const hostile = ['=cmd()', '@SUM(A1)', '+49 30 1', '-2+3', '=1+"2",;\n3', 'Łódź Éclair Năm 東莞 نسيج', '"quoted", & co'];
const isFormula = (cell: string) => /^\s*[=+\-@\t\r\n|%]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

/** The addresses that could return a CSV: each download without a query, and the map in each of its formats. */
const asked = routes.flatMap((route) =>
  route.includes('map-export') ? Object.keys(mapFiles).map((as) => ({ route, query: `?as=${as}` })) : [{ route, query: queryOf(route) }],
);
function queryOf(route: string): string {
  return route.includes('what-if') ? '?change=factor.country.0' : '';
}

/** A deal whose own texts are hostile too. */
const lent: DealRecord = {
  ...{ projectName: '=cmd()', sponsor: '', hostCountries: ['CL'], latitude: null, longitude: null, sector: 'power', sectorCode: '' },
  ...{ product: 'other', stage: 'planning', lenderRole: 'lender', currency: 'USD', capitalCostMinor: null, loanTotalMinor: null },
  ...{ commitmentMinor: 1n, usdRate: null, usdRateOn: null, tenorMonths: null, isMostlyForProject: null, isControlled: null, region: null },
  ...{ refinancedBy: null, wasFinancedUnderPrinciples: null, hasMaterialChange: null, isCompleteAtSigning: null },
  ...{ signedOn: null, closedOn: null, hasNameConsent: false },
};
let owner: MadeMember;
let sharedAccessId = '';
let campaignId = '';
let dealId = '';
let editionId = '';
const found: { at: string; type: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  owner = await makeMember();
  const made: string[] = [];
  for (const name of hostile) {
    const values = { country: 'VN', sector: '1410', products: ['Garments'], workers: 500, migrantShare: 0.4, agencyShare: 0.3 };
    made.push((await makeSupplier(owner, { name, values })).partyId);
  }
  await owner.inOrganization(async (db) => {
    const source = await db.source.create({ data: { kind: 'member', userId: owner.user.id } });
    for (const [index, fromPartyId] of made.slice(1).entries()) {
      const toPartyId = made[index] ?? '';
      await linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', sourceId: source.id, userId: owner.user.id });
    }
    await recomputeTiers(db);
    await scoreSuppliers(db, { partyIds: made, asOf: new Date().toISOString().slice(0, 10) });
    for (const [at, partyId] of made.entries()) {
      await db.task.create({
        data: { partyId, title: hostile[at] ?? '', dueOn: new Date('2026-01-01'), createdById: owner.user.id },
      });
      await db.auditCommission.create({
        data: {
          ...{ number: `C-2026-000${at}`, partyId, type: 'initial', announcement: 'announced', reason: '=cmd()', payer: 'buyer' },
          place: { supplier: hostile[at] ?? '', site: null, address: '', city: null, country: null, workers: null },
          ...{ wantedFrom: new Date('2026-12-01'), wantedTo: new Date('2026-12-31'), createdById: owner.user.id },
        },
      });
      const person = { name: hostile[at] ?? '', role: '=cmd()', personKey: String(at), recordedById: owner.user.id };
      await db.contactPerson.create({ data: { partyId, ...person, keptUntil: new Date('2030-01-01') } });
      const finding = await db.finding.create({ data: { partyId, grade: 'minor', text: 'Hours', rootCause: '=cmd()' } });
      const plan = { kind: 'corrective', action: '=cmd()', owner: '@SUM(A1)', timescale: '30', verification: 'desktop' };
      await db.correctiveAction.create({
        data: { findingId: finding.id, ...plan, dueOn: new Date('2026-01-01'), createdById: owner.user.id },
      });
    }
    const rows = hostile.map((entity) => ({ entity, iso2: 'CN', sublists: 'ii', effective: '2026-01-01', confidence: 'confirmed' }));
    const counts = { sha256: '0'.repeat(64), readRows: rows.length, refusedRows: 0, createdById: owner.user.id };
    const described = { kind: 'listed-entities', title: '=cmd()', producer: '=cmd()', licence: '=cmd()', fileName: '=cmd()' };
    const tables = { 'listed-entities': { rows, removed: [] } };
    editionId = (await db.referenceTableEdition.create({ data: { ...described, ...counts, tables }, select: { id: true } })).id;
    const of = { projectName: 'Park', clientPartyId: made[0] ?? '', hostCountries: ['VN'], sector: 'power', product: 'project-finance' };
    const rest = { number: 'D-2026-0001', stage: 'planning', lenderRole: 'lender', currency: 'USD', openedById: owner.user.id };
    dealId = (await db.deal.create({ data: { ...of, ...rest }, select: { id: true } })).id;
    await db.esapItem.createMany({
      data: hostile.map((action, at) => ({
        dealId,
        number: at + 1,
        action,
        reason: action,
        owner: action,
        createdById: owner.user.id,
      })),
    });
    await db.salientIssue.createMany({
      data: hostile.map((title, at) => ({
        ...{
          dealId,
          number: at + 1,
          version: 1,
          topic: 'other',
          title,
          response: title,
          source: title,
          assessedById: owner.user.id,
        },
        ...{ affected: [], vulnerable: [] },
      })),
    });
    const recorded = { dealId, version: 1, recordedById: owner.user.id };
    await db.stakeholderEngagement.createMany({
      data: hostile.map((subjects, at) => ({
        ...{ ...recorded, number: at + 1, heldOn: new Date('2026-01-01'), groups: ['workers'], way: 'meeting', people: 'under-5' },
        ...{ languages: subjects, subjects, answered: subjects, disclosed: subjects },
      })),
    });
    for (const [at, name] of hostile.entries()) {
      const mechanism = await db.grievanceMechanism.create({
        data: {
          ...{ ...recorded, number: at + 1, name, audience: 'workers', operator: 'client', channels: ['box'], languages: name, note: name },
          ...{ isAnonymous: 'yes', isFree: 'unknown', noRetaliation: 'no' },
        },
      });
      const period = {
        mechanismId: mechanism.id,
        mechanismNumber: at + 1,
        periodFrom: new Date('2026-01-01'),
        periodTo: new Date('2026-06-30'),
      };
      const reported = { opened: 'under-5', closed: '12', retaliation: 'unknown', medianDays: 9, note: name };
      await db.grievancePeriod.create({ data: { ...recorded, ...period, ...reported } });
    }
    await db.consultantCheck.createMany({
      data: hostile.map((name, at) => ({
        ...{ ...recorded, number: at + 1, name, firm: name, purpose: 'review', isRequired: 'yes', requiredReason: name, paidBy: name },
        ...{ earlierWork: name, financialInterest: name, ownDocuments: name, otherTies: name, isShared: 'unknown', conclusions: '' },
      })),
    });
    const suppliers = await db.party.findMany({ where: { id: { in: made } }, select: { publicId: true } });
    const how = { instrumentKey: defaultInstrument, dueOn: null, locale: 'en', email: null, message: '' };
    const going = { name: 'Campaign', instrumentKey: defaultInstrument, locale: 'en', createdById: owner.user.id, status: 'going' };
    const campaign = await db.campaign.create({ data: going, select: { id: true } });
    campaignId = campaign.id;
    for (const { publicId: clientPublicId } of suppliers)
      await openDeal(db, lent, { clientPublicId, userId: owner.user.id, now: new Date() });
    await db.covenant.createMany({
      data: hostile.map((text, index) => ({
        ...{ dealId, number: index + 1, kind: 'law', text, frequency: 'yearly', tester: 'lender', createdById: owner.user.id },
        firstTestOn: new Date('2026-01-01'),
      })),
    });
    for (const { publicId } of suppliers)
      await askSupplier(db, { ...how, campaignId, supplierPublicId: publicId, userId: owner.user.id, now: new Date() });
  });
  sharedAccessId = await grantTo(owner);
  for (const { route, query } of asked) {
    const { loader } = (await import(/* @vite-ignore */ resolve('app/routes', route))) as { loader?: (args: unknown) => Promise<unknown> };
    // A route with an action alone has no download.
    if (!loader) continue;
    const request = new Request(`http://localhost/o/${owner.organization.slug}/x${query}`, { headers: { Cookie: owner.cookie } });
    const params = { orgSlug: owner.organization.slug, sharedAccessId, campaignId, dealId, editionId };
    const answer = await loader({ request, params, context: { clientAddress: '192.0.2.1', cspNonce: 'test' } }).catch(
      (thrown: unknown) => thrown,
    );
    if (!(answer instanceof Response) || answer.status !== 200) continue;
    const type = answer.headers.get('Content-Type') ?? '';
    found.push({ at: route + query, type, bytes: new Uint8Array(await answer.arrayBuffer()) });
  }
});

/** Access granted by another organization, whose notes contain the hostile texts. */
async function grantTo({ organization }: MadeMember): Promise<string> {
  const granter = await makeMember();
  const by = granter.user.id;
  const expiresAt = new Date(Date.now() + 86_400_000);
  const questions = questionsOf(instrument(defaultInstrument)).filter(needsAnswer);
  const now = new Date().toISOString();
  const content = {
    instrumentKey: defaultInstrument,
    supplier: 'Mill',
    submittedAt: now,
    answers: hostile.map((note, at) => ({ question: questions[at]?.key ?? '', value: 3, note, answeredAt: now })),
  };
  return granter.inOrganization(async (db) => {
    const party = await db.party.create({ data: { kind: 'buyer', publicId: '6ZZZZZZZZZ0', name: 'Mill', nameKey: 'mill' } });
    const response = await db.questionnaireResponse.create({
      data: { partyId: party.id, kind: 'self-assessment', instrumentKey: defaultInstrument, openedById: by },
    });
    const evidenceIds: string[] = [];
    for (const fileName of hostile) {
      const kind = { sha256: 'a'.repeat(64), mediaType: 'application/pdf', sizeBytes: 1 };
      const file = await db.storedFile.create({ data: { ...kind, fileName, responseId: response.id, uploadedById: by } });
      const of = { responseId: response.id, question: 'P1.Q1', section: 'P1', audience: ['buyer'], fileId: file.id };
      evidenceIds.push((await db.evidence.create({ data: of })).id);
    }
    const shared = { responseId: response.id, recipientOrganizationId: organization.id, createdById: by, expiresAt };
    const snapshot = await makeDocument(db, { kind: 'answers', subjectId: response.id, content });
    await addRecipient(db, snapshot.id, {
      ...{ recipientOrganizationId: organization.id, role: 'buyer', sections: ['P1'], evidenceIds, createdAt: new Date(), expiresAt },
    });
    const grant = await db.sharedAccess.create({
      data: {
        ...shared,
        snapshotId: snapshot.id,
        instrumentKey: defaultInstrument,
        purpose: 'buyer',
        reason: 'Test',
        scope: instrument(defaultInstrument).sections.map(({ key }) => key),
        status: 'accepted',
        acceptedAt: new Date(),
      },
    });
    return grant.id;
  });
}

const csvFiles = () => found.filter(({ type }) => type.startsWith('text/csv'));

test('every file in which the application writes CSV is requested here', () => {
  const writers = readdirSync(resolve('app'), { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.|^paraglide|generated/.test(file) &&
      statSync(resolve('app', file)).isFile() &&
      readFileSync(resolve('app', file), 'utf8').includes("'text/csv; charset=utf-8'"),
  );
  expect(new Set(writers)).toEqual(
    new Set([
      'questionnaires/evidence/files-csv.server.ts',
      // A country, a sector and a pair: tested in tests/routes/country.db.test.ts.
      'routes/public/methodology/countries-csv.ts',
      'routes/public/methodology/country-sector-csv.ts',
      'routes/public/methodology/country-csv.ts',
      // The tables of the method, and its control questions: tested in tests/routes/public-downloads.db.test.ts.
      'routes/public/methodology/controls-csv.ts',
      'routes/public/methodology/table-csv.ts',
      'routes/org/audits/commissions-export.ts',
      'routes/org/findings/corrective-actions-export.ts',
      'routes/org/risk/alerts-export.ts',
      'routes/org/platform/queue-export.ts',
      'routes/org/questionnaires/campaign-export.ts',
      // Its links are created by a form: tested in app/questionnaires/campaigns/campaign.db.test.ts.
      'routes/org/questionnaires/campaign-links.ts',
      'routes/org/findings/findings-export.ts',
      'routes/org/lending/portfolio-export.ts',
      'routes/org/questionnaires/requests-export.ts',
      'routes/org/risk/reference-table-differences-csv.ts',
      // An example of our own: tested in reference-table.db.test.ts.
      'routes/org/risk/reference-table-template.ts',
      'routes/org/sharing/shared-with-us-answers-csv.ts',
      'routes/org/suppliers/suppliers-export.ts',
      'routes/org/suppliers/contacts-export.ts',
      'routes/org/suppliers/tasks-export.ts',
      'routes/org/lending/deal-monitoring-export.ts',
      'routes/org/lending/stakeholder-engagement-csv.ts',
      'routes/org/lending/consultant-independence-csv.ts',
      'routes/org/lending/grievance-mechanisms-csv.ts',
      'routes/org/lending/esap-csv.ts',
      'routes/org/lending/human-rights-assessment-csv.ts',
      'routes/org/risk/what-if-export.ts',
      'routes/public/methodology/sectors-csv.ts',
      'routes/public/methodology/sector-csv.ts',
      'supply-chain/map/files/formats.ts',
    ]),
  );
  expect(new Set(csvFiles().map(({ at }) => at))).toEqual(
    new Set([
      'public/methodology/countries-csv.ts',
      'public/methodology/controls-csv.ts',
      'org/findings/corrective-actions-export.ts',
      'org/risk/alerts-export.ts',
      'org/platform/queue-export.ts',
      'org/questionnaires/campaign-export.ts',
      'org/findings/findings-export.ts',
      'org/supply-chain/map-export.ts?as=csv',
      'org/supply-chain/map-export.ts?as=relations',
      'org/lending/portfolio-export.ts',
      'org/questionnaires/requests-export.ts',
      'org/risk/reference-table-differences-csv.ts',
      'org/sharing/shared-with-us-answers-csv.ts',
      'org/sharing/shared-with-us-files-csv.ts',
      'org/suppliers/suppliers-export.ts',
      'org/suppliers/contacts-export.ts',
      'org/suppliers/tasks-export.ts',
      'org/lending/deal-monitoring-export.ts',
      'org/lending/stakeholder-engagement-csv.ts',
      'org/lending/consultant-independence-csv.ts',
      'org/lending/grievance-mechanisms-csv.ts',
      'org/lending/esap-csv.ts',
      'org/audits/commissions-export.ts',
      'org/lending/human-rights-assessment-csv.ts',
      'org/risk/what-if-export.ts?change=factor.country.0',
      'public/methodology/sectors-csv.ts',
    ]),
  );
});

describe.each(asked)('$route$query', ({ route, query }) => {
  test('a CSV is marked as UTF-8, has every name in full, and no cell is a formula', () => {
    const file = found.find(({ at }) => at === route + query);
    if (!file?.type.startsWith('text/csv')) return;
    expect(file.type).toBe('text/csv; charset=utf-8');
    expect([...file.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    const { data: rows, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(rows.length).toBeGreaterThan(hostile.length - 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const cells = rows.flat();
    expect(cells.filter(isFormula)).toEqual([]);
    // Public figures contain no user text.
    for (const name of route.startsWith('public/methodology/') ? [] : hostile) expect(cells).toContain(isFormula(name) ? `'${name}` : name);
    expect(text.replace(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
