import { engineVersion, type PartyFacts, scoreMany } from '#scoring';
import { arrangeYear } from '~/lending/annual-report/arrange-year';
import { countYear } from '~/lending/annual-report/count-year';
import type { YearlyEntry } from '~/lending/annual-report/yearly-entry';
import type { MemberLocale } from '~/locales/member-locales';
import { buildAssessmentReport } from '~/risk/supplier-report/assessment-report/model.server';
import { renderAssessmentReport } from '~/risk/supplier-report/assessment-report/render.server';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { renderAuditReport } from '~/audits/report/audit-report/render.server';
import type { AuditReportKind } from '~/documents/verification/audit-report-kinds';
import { makeCertificate, openPrivateKey } from '~/documents/pdf/make-certificate.server';
import { type Signer, signBytes } from '~/documents/pdf/sign-bytes.server';
import { fillSignature, prepareSignature, type SignatureField } from '~/documents/pdf/signature-field.server';
import { buildLenderReport } from '~/documents/frozen-documents/lender-report/model.server';
import { renderLenderReport } from '~/documents/frozen-documents/lender-report/render.server';
import type { LenderReport, LenderReportKind } from '~/documents/frozen-documents/lender-report/schema';
import { buildListReport } from '~/risk/supplier-report/list-report/model.server';
import { renderListReport } from '~/risk/supplier-report/list-report/render.server';
import { auditReportInput, makePhotos } from '../audit-report-input';
import { reportHash } from '~/documents/verification/report-hash.server';
import { arrangeBoardPaper } from '~/supply-chain/board-paper/model';
import { renderBoardPaper } from '~/supply-chain/board-paper/render.server';
import { boardPaperInput } from '../board-paper-input';
import { reportInput } from '../report-input';

const at = new Date('2026-11-26T10:00:00Z');
export const field: SignatureField = { name: 'Atelier & Søn', reason: 'Report approved', at };

/** A key with its certificate, as an organization has it. */
export async function makeSigner(organization = field.name): Promise<Signer> {
  const made = await makeCertificate({ organization, now: at });
  return { certificate: made.certificate, privateKey: await openPrivateKey(made.privateKey) };
}

export async function signDocument(document: Buffer, signer: Signer): Promise<Buffer> {
  const drawn = prepareSignature(document);
  return fillSignature(drawn, await signBytes(drawn.covered, signer));
}

/** Every file of a report: the types, and of audits the forms. */
export const genuineKinds = [
  'assessment',
  'audit-full',
  'audit-plan',
  'audit-better-work',
  'audit-summary',
  'yearly',
  'due-diligence',
  'monitoring',
  'board-paper',
  'list',
] as const;
export type GenuineKind = (typeof genuineKinds)[number];

/** Renders a report of a type in a language as the application does, with a signature field or without. */
export async function drawGenuine(kind: GenuineKind, locale: MemberLocale, signature?: SignatureField): Promise<Buffer> {
  switch (kind) {
    case 'assessment':
      return renderAssessmentReport(buildAssessmentReport(reportInput({ locale })), signature);
    case 'board-paper': {
      const content = arrangeBoardPaper({ ...boardPaperInput, locale });
      return renderBoardPaper({ ...content, hash: reportHash(content) }, signature);
    }
    case 'list':
      return renderListReport(listReport(locale));
    case 'yearly':
    case 'due-diligence':
    case 'monitoring':
      return renderLenderReport(lenderReport(kind, locale), signature);
  }
  const { entries, files } = await photos;
  const input = auditReportInput({ locale });
  const model = buildAuditReport({ ...input, record: { ...input.record, photos: entries } });
  const form = kind.slice('audit-'.length) as AuditReportKind;
  return renderAuditReport({ model, kind: form, photos: files }, signature);
}

const photos = makePhotos(2);

function lenderReport(kind: LenderReportKind, locale: MemberLocale): LenderReport {
  const entries = Array.from(
    { length: 60 },
    (_, index): YearlyEntry => ({
      ...{
        id: `${index}`,
        number: `D-2026-${index}`,
        projectName: `Parc n° ${index} · مشروع`,
        product: 'project-finance',
        sector: 'power',
      },
      ...{ hostCountries: ['CL', 'PE'], on: '2026-05-01', category: 'A', region: 'americas', designation: 'non-designated' },
      ...{ independentReview: true, hasNameConsent: true, lacks: [] },
    }),
  );
  const counted = countYear(2026, entries);
  if (counted.kind === 'refused') throw new Error('refused');
  const yearly = arrangeYear(counted.table, { organization: 'A bank', today: '2026-11-28', left: { bridge: 2, outside: 1 } });
  const parts = Array.from({ length: 8 }, (_, index) => ({
    key: `part${index}`,
    title: `${index + 1} Part`,
    blocks: [
      { kind: 'heading' as const, level: 2 as const, text: `Heading ${index}` },
      { kind: 'paragraph' as const, text: `Words of the record, ${kind} ${index}. `.repeat(60) },
      { kind: 'list' as const, items: [{ lead: 'One', text: 'more' }, { lead: 'Two' }] },
      { kind: 'pairs' as const, title: 'Facts', rows: [['A', 'B']] as [string, string][] },
    ],
  }));
  return buildLenderReport({
    ...{ kind, locale, preparedAt: '2026-11-28T12:00:00.000Z', organization: { name: 'A bank' }, publicUrl: 'https://example.org' },
    ...{ state: 'frozen', data: { table: JSON.parse(JSON.stringify(counted.table)) } },
    document: kind === 'yearly' ? yearly : { title: 'Solar park', subtitle: kind, head: 'Solar park', cover: yearly.cover, parts },
  });
}

function listReport(locale: MemberLocale) {
  const asOf = '2026-11-25';
  const facts: PartyFacts = { countries: { value: ['VN'] }, sector: { value: '14' }, products: { value: ['Garments'] } };
  const suppliers = Array.from({ length: 30 }, (_, index) => {
    const [result] = scoreMany([{ asOf, facts, findings: [] }]);
    if (!result) throw new Error('expected a result');
    return {
      row: index + 2,
      name: `Công ty ${index} مصنع`,
      isOnlyNamed: false,
      facts,
      result,
      place: { best: 1, worst: 30, inRiskiestTenth: 0.1 },
      alerts: [],
    };
  });
  const list = { name: 'Herbst & Winter.csv', sha256: 'ab'.repeat(32), sheet: null, rows: 31, refused: 1, warned: 0 };
  const refusedFirst = [{ row: 8, column: 'Land', text: '“Atlantis” is not a recognized country.' }];
  return buildListReport({ locale, asOf, engineVersion, list, refusedFirst, suppliers });
}
