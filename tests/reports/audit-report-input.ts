import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Answers, type AnswerValue, instrument as instrumentOf, localizedInstrument, questionsOf } from '#scoring';
import { countHours, countWages } from '~/audits/report/count-pay';
import { countInterviews } from '~/audits/report/count-interviews';
import type { EntryValue } from '~/audits/entries/entries';
import type { AuditReportInput } from '~/audits/report/audit-report/model.server';
import type { Answered } from '~/audits/report/audit-report/arrange-results';
import { checkValue, findingValue } from '../factories/audit-values';

const keys = { checklist: 'better-work-cat@1.0.0', eleven: 'ilo-eleven-indicators@1.0.0', operational: 'ilo-operational-indicators@1.0.0' };

/** A questionnaire in a language, in which every question with a scale is answered by one of `words` in turn. */
export function answered(key: string, options: { locale: string; words: readonly AnswerValue[]; also?: Answers }): Answered {
  const shown = localizedInstrument(key, options.locale);
  const scaled = questionsOf(shown).filter(({ type }) => type === 'NC' || type === 'SIGN');
  const answers: Answers = Object.fromEntries(
    scaled.map((question, index) => [question.key, options.words[index % options.words.length] ?? 'not-assessed']),
  );
  return { instrument: instrumentOf(key), shown, answers: { ...answers, ...options.also } };
}

export const tally = (more: Partial<EntryValue<'tally'>> = {}): EntryValue<'tally'> => ({
  ...{ form: 'individual', place: 'on-site', chosenBy: 'team', language: 'ne', women: 1, men: 0, migrants: null, agency: null },
  ...{ topics: {}, isWithdrawn: false },
  ...more,
});
export const week = (code: string, more: Partial<EntryValue<'hours'>> = {}): EntryValue<'hours'> => ({
  ...{ code, weekOf: '2026-10-05', regular: 48, overtime: 10, daysWorked: 6, isOvertimeVoluntary: 'yes', source: 'time-records' },
  ...{ isWithdrawn: false },
  ...more,
});
export const pay = (code: string, more: Partial<EntryValue<'wage'>> = {}): EntryValue<'wage'> => ({
  ...{ code, periodFrom: '2026-10-01', periodTo: '2026-10-31', currency: 'USD', regularHours: 200, overtimeHours: 20 },
  ...{ basicPaid: 20_000, overtimePaid: 3_000, allowances: 0, deductions: [], netPaid: 23_000, minimumHourly: 100, overtimeFactor: 1.5 },
  ...{ isWithdrawn: false },
  ...more,
});

const uuid = (group: number, index: number) => `${String(group).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Images of one colour each, and the entries that name them. */
export async function makePhotos(count: number): Promise<{ entries: AuditReportInput['record']['photos']; files: Map<string, Buffer> }> {
  const files = new Map<string, Buffer>();
  const entries: { id: string; value: EntryValue<'photo'> }[] = [];
  for (let index = 0; index < count; index += 1) {
    const [width, height] = index % 3 === 0 ? [900, 1200] : [1200, 800];
    const background = { r: (index * 37) % 256, g: (index * 91) % 256, b: 120 };
    const jpeg = await sharp({ create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
      .jpeg({ quality: 80 })
      .toBuffer();
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    files.set(sha256, jpeg);
    entries.push({
      id: uuid(2, index),
      value: {
        ...{ sha256, mediaType: 'image/jpeg', sizeBytes: jpeg.length, width, height, about: uuid(1, index % 6) },
        ...{ caption: `Fire exit of the sewing hall, side ${index + 1}`, blurred: index % 3, isWithdrawn: false },
      },
    });
  }
  return { entries, files };
}

/** A garment maker with names that are hard for fonts and escaping, audited in full: findings, interviews, hours, pay, signatures. */
export function auditReportInput(changes: Partial<AuditReportInput> = {}, size: { findings?: number } = {}): AuditReportInput {
  const locale = changes.locale ?? 'en';
  const checklist = answered(keys.checklist, {
    locale,
    words: ['compliant', 'compliant', 'compliant', 'not-compliant', 'compliant', 'not-assessed', 'compliant', 'not-applicable'],
    also: { 'BW.SI.a': 400, 'BW.SI.b': 96, 'BW.SI.c': 'Shirts & trousers', 'BW.SI.n': 3, 'BW.SI.k': 'yes', 'BW.PI.k': 12, 'BW.UN.e': 12 },
  });
  const bad = Object.entries(checklist.answers).flatMap(([key, value]) => (value === 'not-compliant' ? [key] : []));
  const grades = ['critical', 'major', 'moderate', 'minor'] as const;
  const findings = Array.from({ length: size.findings ?? 7 }, (_, index) => ({
    id: uuid(1, index),
    value: findingValue(bad[index % bad.length] ?? 'BW.FL.1.a', {
      ...{ grade: grades[index % 4] ?? 'minor', affected: [40, 3, null, 495, 12][index % 5] ?? null },
      ...{
        extent: index % 2 ? 'isolated' : 'systemic',
        rootCause: index % 3 ? '' : 'Agencies are paid by the head and nobody checks them.',
      },
      ...{ legalReference: index % 2 ? 'Labour Code, article 20' : '', legalUrl: index % 2 ? 'https://example.org/labour-code#20' : '' },
      ...{ methods: index % 3 ? ['workers', 'observation'] : ['workers'], agreement: index % 3 ? 'agree' : 'single' },
      repeats: index === 1 ? uuid(9, 1) : null,
    }),
  }));
  const talks = [
    ...Array.from({ length: 9 }, (_, index) =>
      tally({
        women: index % 2,
        men: 1 - (index % 2),
        place: index < 6 ? 'on-site' : 'off-site',
        topics: { wages: index < 6 ? 'some-concern' : 'no-concern', hours: index === 0 ? 'grave-concern' : 'not-raised' },
      }),
    ),
    tally({ form: 'group', women: 7, men: 4, language: 'bn', migrants: 11, topics: { wages: 'no-concern' } }),
  ];
  return {
    locale,
    preparedAt: '2026-12-05T09:30:00.000Z',
    state: 'approved',
    organization: { name: 'Nordic Apparel & Sons <x>' },
    audit: {
      ...{
        number: '2026-0014',
        type: 'periodic',
        announcement: 'announced',
        startsOn: '2026-12-01',
        endsOn: '2026-12-02',
        personDays: 4.5,
      },
      ...{ paidBy: 'Nordic Apparel & Sons', purpose: 'Yearly visit', limits: 'The dormitory of block C was shut.' },
      ...{ concludedBy: 'Ana Lind', concludedOn: '2026-12-03', approvedBy: 'Jo Berg', approvedOn: '2026-12-04' },
    },
    supplier: {
      ...{ name: 'Công ty CP May Nguyễn', publicId: '7ZK4M2N8QW1', country: 'VN', sector: '14', products: ['Garments'], parent: null },
      references: [{ scheme: 'OS ID', value: 'VN2019085CNRX6H' }],
    },
    site: { name: 'مصنع النسيج (الإسكندرية) 12', publicId: '9ZK4M2N8QW1', country: 'EG', address: '12 Corniche, Alexandria' },
    agencies: ['Himal Manpower'],
    workforce: { workers: 496, femaleShare: 0.8, migrantShare: 0.006, agencyShare: 0.1 },
    checklist,
    eleven: answered(keys.eleven, { locale, words: ['absent', 'present', 'unknown'] }),
    definition: {
      reading: 'unclear',
      because: ['not-voluntary'],
      elements: new Map([
        [
          'work',
          {
            state: 'supported',
            speaksFor: 'Eleven hours on the line.',
            speaksAgainst: '',
            exceptions: [],
            methods: ['documents', 'observation'],
          },
        ],
        [
          'penalty',
          {
            state: 'supported',
            speaksFor: 'Several said that pay is kept from those who leave.',
            speaksAgainst: '',
            exceptions: [],
            methods: ['workers'],
          },
        ],
        [
          'not-voluntary',
          { state: 'unclear', speaksFor: 'Fees of recruitment.', speaksAgainst: 'All may leave at night.', exceptions: [], methods: [] },
        ],
        ['exceptions', { state: 'not-supported', speaksFor: '', speaksAgainst: '', exceptions: [], methods: [] }],
      ]),
    },
    operational: answered(keys.operational, { locale, words: ['absent', 'present', 'unknown', 'absent'] }),
    plannedInterviews: { people: 26, by: ['sex', 'contract'] },
    team: [
      { name: 'Ana Lind', part: 'lead', languages: ['Nepali', 'English'], declaration: 'independent', interest: '' },
      { name: 'Raj Thapa', part: 'interpreter', languages: ['Nepali'], declaration: 'interest', interest: 'His brother once worked here.' },
    ],
    record: {
      checks: new Map([
        [
          bad[0] ?? '',
          checkValue('not-compliant', { note: 'Passports lie in the office safe.', restricted: 'Worker B told us at night.' }),
        ],
      ]),
      findings,
      practices: [{ section: 'BW.OS', what: 'Drills are held each month in all four languages.', isWithdrawn: false }],
      photos: [],
      signatures: [
        {
          by: 'General manager',
          says: 'The results were discussed',
          ratio: 3,
          strokes: [
            [100, 200, 300, 120, 420, 240, 600, 90, 800, 200],
            [850, 250],
          ],
          isWithdrawn: false,
        },
      ],
      meetings: new Map([
        [
          'opening',
          { at: '2026-12-01T08:00:00Z', until: '2026-12-01T08:40:00Z', functions: ['General manager'], saysWorkers: 'present', notes: '' },
        ],
        [
          'closing',
          {
            at: '2026-12-02T15:00:00Z',
            until: '2026-12-02T16:00:00Z',
            functions: ['General manager', 'HR manager'],
            saysWorkers: 'absent',
            notes: '',
          },
        ],
      ]),
    },
    figures: {
      interviews: countInterviews(talks, { locale }),
      hours: countHours(
        Array.from({ length: 20 }, (_, index) => week(`W${index}`, { overtime: index < 8 ? 16 : 8, daysWorked: index < 3 ? 7 : 6 })),
      ),
      wages: countWages(
        Array.from({ length: 20 }, (_, index) =>
          pay(`W${index}`, { overtimePaid: index < 7 ? 0 : 3_000, minimumHourly: index > 12 ? null : 100 }),
        ),
      ),
    },
    since: new Map(),
    before: null,
    peers: [],
    publicUrl: 'https://manumit.example',
    ...changes,
  };
}

/** The parts of a complete report, by the beginning of their headings, in order. */
export const auditReportParts = [
  ...['Declarations and deviations', 'Executive summary', 'Site profile', 'Workforce', 'Audit parameters', 'Results by clause'],
  ...['Wages and hours', 'Summary of worker interviews', 'Management systems', 'Good practices', 'Corrective action plan'],
  'Photos, documents',
];
