import { type AnswerGiven, type AnswerValue, type AssessInput, assess, localizedInstrument, lowerScore, type PartyFacts } from '#scoring';
import type { AssessmentReportInput } from '~/risk/supplier-report/assessment-report/model.server';

const instrumentKey = 'ilo-ten-principles@1.0.0';
const sha256 = 'c7a1f0d2b35e4a6988776655443322110f1e2d3c4b5a69788796a5b4c3d2e1f0';

const facts: PartyFacts = {
  countries: { value: ['VN'], source: 'row-17' },
  sector: { value: '14', source: 'row-17' },
  products: { value: ['Garments'], source: 'row-17' },
  workers: { value: 1250, source: 'row-17' },
  migrantShare: { value: 0.35, source: 'row-17' },
  internalMigrantShare: { value: 0.002, source: 'entered' },
  agencyShare: { value: 0.2, source: 'entered' },
  housing: { value: 'tied', source: 'entered' },
  subcontracting: { value: 'declared', source: 'entered' },
};

/** The same for every report of this garment maker: sixty scores are computed for it. */
let lowering: AssessmentReportInput['lowering'];

/** A garment maker with most facts, most answers and two findings, whose names are hard for fonts and escaping. */
export function reportInput(changes: Partial<AssessmentReportInput> = {}): AssessmentReportInput {
  const locale = changes.locale ?? 'en';
  const instrument = localizedInstrument(instrumentKey, locale);
  const answers = instrument.sections.flatMap((section) =>
    section.questions.flatMap((question, index): AnswerGiven[] => {
      if (question.type === 'FACT' || (section.key === 'P9' && index > 2)) return [];
      const evidence = (['self-declared', 'document-uploaded', 'document-checked'] as const)[index % 3] ?? 'none';
      return [{ question: question.key, value: answerTo(question.type, index), evidence, answeredOn: '2026-10-12' }];
    }),
  );
  const findings: NonNullable<AssessInput['findings']> = [
    { id: 'f1', grade: 'major', status: 'open', evidence: 'document-checked', question: 'P5.Q3', source: 'entered' },
    { id: 'f2', grade: 'minor', status: 'verified', evidence: 'audit-announced', verifiedOn: '2026-06-01' },
  ];
  const input: AssessInput = { asOf: '2026-11-24', facts, instrument: instrumentKey, answers, findings };
  lowering ??= lowerScore(input, { evidence: 'document-checked' });
  return {
    locale,
    preparedAt: '2026-11-24T09:30:00.000Z',
    organization: { name: 'Nordic Apparel & Sons <x>' },
    supplier: {
      name: 'Công ty CP May Nguyễn',
      publicId: 'MNT-7F3K-9Q2R-X',
      country: 'VN',
      sites: [
        { name: 'Xưởng Bình Dương', address: 'Đường số 8, Thuận An, Bình Dương', country: 'VN', activity: 'Cutting and sewing' },
        { name: '深圳市宝安区制衣厂', address: '深圳市宝安区', country: 'CN' },
        { name: 'শ্রমিক কল্যাণ পোশাক কারখানা', country: 'BD' },
        { name: 'مصنع النسيج (الإسكندرية) 12', country: 'EG' },
      ],
    },
    facts,
    sources: {
      'row-17': { kind: 'file', fileName: 'Lieferanten Herbst & Winter.csv', sha256, rowNumber: 17 },
      entered: { kind: 'entered', on: '2026-10-01' },
    },
    questionnaire: {
      instrument,
      submittedOn: '2026-10-14',
      answers: answers.map((answer) =>
        answer.question === 'P1.Q1' ? { ...answer, note: 'Chính sách được dán tại cổng; see also العربية and 中文.' } : answer,
      ),
    },
    assessed: assess(input),
    lowering,
    previous: { score: 61.2, asOf: '2025-11-20', engineVersion: '1.3.0', band: 'elevated' },
    findings: [
      {
        id: 'f1',
        title: 'Recruitment fees paid by workers of one agency',
        grade: 'major',
        status: 'open',
        evidence: 'document-checked',
        question: 'P5.Q3',
        clause: 'ILO C181 art. 7',
        foundOn: '2026-09-30',
        peopleAffected: 41,
      },
      {
        id: 'f2',
        title: 'Contracts without a copy for the worker',
        grade: 'minor',
        status: 'verified',
        evidence: 'audit-announced',
        peopleAffected: 3,
      },
    ],
    publicUrl: 'https://manumit.example',
    ...changes,
  };
}

function answerTo(type: string, index: number): AnswerValue {
  if (type === 'G4') return index % 5;
  if (type === 'PCT') return 35 + index;
  if (type === 'RF') return index % 4 === 0 ? 'yes' : 'no';
  return (['yes', 'partial', 'no', 'yes', 'dont-know'] as const)[index % 5] ?? 'no';
}
