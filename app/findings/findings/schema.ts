import { evidenceGradeSchema, findingGradeSchema, findingGrades, findingStatuses, findingStatusSchema, indicators } from '#scoring';
import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import type { FindingFields, FindingProblem } from './fields';
import { findingAgeKeys } from '../ageing/ages';
import { agreements, extents, frequencies, methods, origins } from './finding-lists';

/** What the list of findings can be filtered by in its address; `unsolved` is every status but verified. */
export const findingFilters = {
  status: ['unsolved', ...findingStatuses],
  grade: findingGrades,
  origin: origins,
  extent: extents,
  age: findingAgeKeys,
  point: 'any',
  supplier: 'any',
} as const;

export const findingTable: TableSpec = {
  sorts: [],
  defaultSort: { key: 'openedAt', direction: 'descending' },
  filters: findingFilters,
};

/** Parameters of the list that say which findings it shows. */
export const findingFilterNames = [...Object.keys(findingFilters), 'q', 'id'] as const;

/** What an address asks of the list on a day; whatever is unknown is left out. */
export function readFindingFilter(search: URLSearchParams, { today }: { today: string }) {
  const { filters, q } = parseTableState(search, findingTable);
  const { status, grade, origin, extent, age, point, supplier } = filters;
  const ageKey = findingAgeKeys.find((key) => key === age?.[0]);
  const ids = search.getAll('id').filter((id) => z.guid().safeParse(id).success);
  return {
    ids: search.has('id') ? ids : undefined,
    status: status?.[0],
    grade: grade?.[0],
    origin: origin?.[0],
    extent: extent?.[0],
    age: ageKey === undefined ? undefined : { key: ageKey, today },
    point: point?.[0],
    supplierPublicId: supplier?.[0],
    search: q || undefined,
  };
}

/** The choices that the page offers; it takes them from its loader, so that no parser reaches the browser. */
export const findingChoices = { statuses: [...findingStatuses], grades: [...findingGrades], origins: [...origins], extents: [...extents] };

/** The form that moves a finding. */
export const moveForm = z.object({ findingId: z.uuid(), to: findingStatusSchema });

const text = (most: number) =>
  z
    .string()
    .max(most, { error: () => m.findings_problem_long({ most }) })
    .default('');
const link = z
  .url({ protocol: /^https?$/, error: () => m.findings_problem_link() })
  .max(2_000)
  .nullable()
  .default(null);
/** One value or several of one name. */
const several = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(300));
const chosen = <Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values).nullable().default(null);

/** The form that records or corrects a finding. Required fields are checked by `missingOf`, in one list with the rest. */
export const recordForm = z
  .object({
    text: text(4_000),
    grade: findingGradeSchema.nullable().default(null),
    evidenceGrade: evidenceGradeSchema.default('document-checked'),
    frequency: chosen(frequencies),
    peopleKnown: z.enum(['number', 'unknown']).nullable().default(null),
    people: z
      .string()
      .trim()
      .regex(/^\d{1,7}$/, { error: () => m.findings_problem_people_number() })
      .nullable()
      .default(null),
    extent: chosen(extents),
    rootCause: text(4_000),
    lawReference: text(400),
    lawUrl: link,
    codeReference: text(400),
    codeUrl: link,
    methods: several(z.enum(methods)),
    agreement: chosen(agreements),
    evidenceIds: several(z.uuid()),
    fileIds: several(z.uuid()),
    evidenceSeen: text(2_000),
    question: z.string().trim().max(60).nullable().default(null),
    compliancePoint: z.string().max(60).nullable().default(null),
    indicator: z.enum(indicators).nullable().default(null),
    isLegalContext: z.literal('on').optional(),
    repeatOfId: z.uuid().nullable().default(null),
    restrictedNote: text(4_000),
    dueOn: enteredDay(() => m.findings_problem_day())
      .nullable()
      .default(null),
  })
  .transform(({ people, peopleKnown, isLegalContext, ...fields }): FindingFields => {
    // A typed number counts even without its radio button; "unknown" takes precedence.
    const count = peopleKnown === 'unknown' ? 'unknown' : people === null ? null : Number(people);
    return { ...fields, people: count, isLegalContext: isLegalContext === 'on' };
  });

/** The form field that shows each problem. */
export const problemFields = {
  'text-missing': 'text',
  'grade-missing': 'grade',
  'evidence-missing': 'evidenceSeen',
  'people-missing': 'people',
  'extent-missing': 'extent',
  'sources-few': 'agreement',
  'sources-many': 'agreement',
  'unknown-question': 'question',
  'unknown-point': 'compliancePoint',
  'unknown-evidence': 'evidenceSeen',
  'unknown-file': 'files',
  'unknown-repeat': 'repeatOfId',
  'grave-question': 'question',
} as const satisfies Record<FindingProblem, string>;
