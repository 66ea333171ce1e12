import type { EvidenceGrade, FindingGrade, Indicator } from '#scoring';
import type { Agreement, Extent, Frequency, Method, PeopleAffected } from './finding-lists';

/** A person's record of a finding. Texts may be empty; null is not stated. Days are YYYY-MM-DD. */
export type FindingFields = {
  text: string;
  grade: FindingGrade | null;
  evidenceGrade: EvidenceGrade;
  frequency: Frequency | null;
  people: PeopleAffected;
  extent: Extent | null;
  rootCause: string;
  lawReference: string;
  lawUrl: string | null;
  codeReference: string;
  codeUrl: string | null;
  methods: readonly Method[];
  agreement: Agreement | null;
  /** Files of the supplier's answers that support it. */
  evidenceIds: readonly string[];
  /** Stored files, sent by the same person, that become its own. */
  fileIds: readonly string[];
  /** What was seen, where no file can be stored. */
  evidenceSeen: string;
  question: string | null;
  compliancePoint: string | null;
  indicator: Indicator | null;
  isLegalContext: boolean;
  repeatOfId: string | null;
  restrictedNote: string;
  dueOn: string | null;
};

/** A stored finding, for the form and the history: the same fields as stored, people as a count or as columns. */
export type HeldFinding = {
  [Field in keyof Omit<FindingFields, 'people' | 'fileIds' | 'dueOn'>]: FindingFields[Field] extends boolean
    ? boolean
    : FindingFields[Field] extends readonly string[]
      ? readonly string[]
      : null extends FindingFields[Field]
        ? string | null
        : string;
} & { dueOn: Date | string | null };

export const findingProblems = [
  'text-missing',
  'grade-missing',
  'evidence-missing',
  'people-missing',
  'extent-missing',
  'sources-few',
  'sources-many',
  'unknown-question',
  'unknown-point',
  'unknown-evidence',
  'unknown-file',
  'unknown-repeat',
  'grave-question',
] as const;
export type FindingProblem = (typeof findingProblems)[number];

/**
 * What a finding needs before it can be saved: text, grade, evidence (a file, or what was seen), the number of people or *unknown*, isolated or systemic; and
 * contradictions between the named sources and their description. `heldFiles`: its existing files.
 */
export function missingOf(fields: FindingFields, heldFiles = 0): FindingProblem[] {
  const hasEvidence = fields.fileIds.length + fields.evidenceIds.length + heldFiles > 0 || fields.evidenceSeen.trim() !== '';
  const compares = fields.agreement !== null && fields.agreement !== 'single-source';
  return [
    ...(fields.text.trim() === '' ? ['text-missing' as const] : []),
    ...(fields.grade === null ? ['grade-missing' as const] : []),
    ...(hasEvidence ? [] : ['evidence-missing' as const]),
    ...(fields.people === null ? ['people-missing' as const] : []),
    ...(fields.extent === null ? ['extent-missing' as const] : []),
    ...(compares && fields.methods.length < 2 ? ['sources-few' as const] : []),
    ...(fields.agreement === 'single-source' && fields.methods.length > 1 ? ['sources-many' as const] : []),
  ];
}
