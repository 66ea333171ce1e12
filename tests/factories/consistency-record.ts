import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import { consistencyRecord } from '~/audits/consistency/from-entries';
import type { PlanLine, SignedPlan } from '~/audits/closing-plan/schema';
import { type ConsistencyContext, type ConsistencyRecord, emptyContext, type KnownRecruiter } from '~/audits/consistency/record';
import { checkValue, findingValue } from './audit-values';

type Answer =
  | string
  | number
  | { answer: string | number; by: EntryValue<'check'>['methods']; agreement?: 'agree' | 'single'; note?: string };

/** What a made record contains; all else is empty. */
export type Made = {
  answers?: Record<string, Answer>;
  own?: Record<string, string | number>;
  site?: Record<string, string | number>;
  plan?: Partial<ConsistencyContext['plan']>;
  team?: ConsistencyContext['team'];
  compliance?: Record<string, string[]>;
  earlier?: Partial<ConsistencyContext['earlierFindings'][number]>[];
  before?: Record<string, string>;
  recruiters?: Partial<KnownRecruiter>[];
  raises?: Record<string, string>;
  claims?: Record<string, string[]>;
  sameLead?: Record<string, string>[];
  findings?: (Partial<EntryValue<'finding'>> & { question: string | null })[];
  practices?: { section: string; what: string }[];
  hours?: Partial<EntryValue<'hours'>>[];
  wages?: Partial<EntryValue<'wage'>>[];
  tallies?: Partial<EntryValue<'tally'>>[];
  meetings?: Record<string, Partial<EntryValue<'meeting'>>>;
  revisits?: Record<string, Partial<EntryValue<'revisit'>>>;
  planLines?: Record<string, PlanLine>;
  signedPlans?: SignedPlan[];
  marksRest?: boolean;
};

const week: EntryValue<'hours'> = {
  ...{ code: 'W01', weekOf: '2026-10-05', regular: 40, overtime: 4, daysWorked: 5, isOvertimeVoluntary: 'yes' },
  ...{ source: 'time-records', isWithdrawn: false },
};
const slip: EntryValue<'wage'> = {
  ...{ code: 'W01', periodFrom: '2026-10-01', periodTo: '2026-10-31', currency: 'MYR', regularHours: 160, overtimeHours: 0 },
  ...{ basicPaid: 160_000, overtimePaid: 0, allowances: 0, deductions: [], netPaid: 160_000, minimumHourly: 900, overtimeFactor: 1.5 },
  isWithdrawn: false,
};
const interview: EntryValue<'tally'> = {
  ...{ form: 'individual', place: 'off-site', chosenBy: 'team', language: 'en', women: 1, men: 0, migrants: null, agency: null },
  ...{ topics: {}, isWithdrawn: false },
};
const meeting: EntryValue<'meeting'> = { at: null, until: null, functions: [], saysWorkers: null, notes: '' };

const recruiter: KnownRecruiter = {
  ...{ id: '', name: 'Himal Overseas', licences: [{ country: 'NP', expiresOn: '2028-01-01' }], sanctions: [], status: 'approved' },
  ...{ feePolicy: null, origins: ['NP'], isOnlyHere: true },
  corridors: [{ origin: 'NP', destination: 'MY', placedPerYear: null, paid: [], months: null }],
};

/** The record of an audit with these contents, in this order of entries. */
export function madeRecord(made: Made, turned: <T>(entries: T[]) => T[] = (entries) => entries): ConsistencyRecord {
  const kept = <T>(values: readonly T[], name: string) =>
    turned(values.map((value, index) => ({ key: `${name}-${index}`, value, on: '2026-12-01' })));
  const checks = Object.entries(made.answers ?? {}).map(([key, answer]) => ({
    key,
    value:
      typeof answer === 'object'
        ? checkValue(answer.answer, { methods: answer.by, agreement: answer.agreement ?? null, note: answer.note ?? '' })
        : checkValue(answer),
    on: '2026-12-01',
  }));
  const keyed = <T>(values: Record<string, T>) => turned(Object.entries(values).map(([key, value]) => ({ key, value, on: null })));
  const entries: { [Kind in EntryKind]?: { key: string; value: EntryValue<Kind>; on: string | null }[] } = {
    check: turned(checks),
    finding: kept(
      (made.findings ?? []).map((finding) => findingValue(finding.question ?? '', finding)),
      'finding',
    ),
    practice: kept(
      (made.practices ?? []).map((each) => ({ ...each, isWithdrawn: false })),
      'practice',
    ),
    hours: kept(
      (made.hours ?? []).map((each) => ({ ...week, ...each })),
      'hours',
    ),
    wage: kept(
      (made.wages ?? []).map((each) => ({ ...slip, ...each })),
      'wage',
    ),
    tally: kept(
      (made.tallies ?? []).map((each) => ({ ...interview, ...each })),
      'tally',
    ),
    meeting: keyed(Object.fromEntries(Object.entries(made.meetings ?? {}).map(([key, each]) => [key, { ...meeting, ...each }]))),
    planLine: keyed(made.planLines ?? {}),
    signedPlan: kept(made.signedPlans ?? [], 'signedPlan'),
    revisit: keyed(
      Object.fromEntries(
        Object.entries(made.revisits ?? {}).map(([key, each]) => [key, { standing: null, seen: '', methods: [], ...each }]),
      ),
    ),
  };
  const dated = (values: Record<string, string | number> = {}) =>
    Object.entries(values).map(([key, value]) => ({ key, value, on: '2026-10-01' }));
  return consistencyRecord(
    {
      ...emptyContext,
      plan: { ...emptyContext.plan, ...made.plan },
      team: made.team ?? [],
      ...{ site: dated(made.site), own: dated(made.own), earlierAnswers: dated(made.before) },
      earlierFindings: (made.earlier ?? []).map((finding, index) => ({
        ...{ id: `earlier-${index}`, isPrevious: true, question: null, grade: 'major', openedOn: '2026-09-01', people: null },
        ...{ methods: [], actions: [] },
        ...finding,
      })),
      recruiters: (made.recruiters ?? []).map((each, index) => ({ ...recruiter, id: `LR-${index}`, ...each })),
      ...{ raises: made.raises ?? {}, sameLead: made.sameLead ?? [] },
      claims: Object.entries(made.claims ?? {}).map(([key, indicators]) => ({ key, value: 'yes', on: '2026-10-01', indicators })),
      compliance: Object.entries(made.compliance ?? {}).map(([key, verify]) => ({ key, verify })),
    },
    (kind) => (entries[kind] ?? []) as never,
    { marksRest: made.marksRest ?? false },
  );
}
