/** The code lists of the human rights assessment (EQ2; PS2, the ILO's fundamental principles, and impacts on communities). */
export const topics = [
  'forced-labour',
  'recruitment-fees',
  'papers-and-movement',
  'migrant-terms',
  'child-labour',
  'association',
  'discrimination',
  'harassment',
  'wages-hours',
  'safety',
  'housing',
  'dismissal',
  'grievance',
  'supply-chain',
  'security',
  'land',
  'community-health',
  'indigenous',
  'other',
] as const;
export type Topic = (typeof topics)[number];

export const affectedGroups = ['project', 'contracted', 'supply-chain', 'communities'] as const;
export type AffectedGroup = (typeof affectedGroups)[number];
/** The most severely affected groups. */
export const vulnerableGroups = ['migrants', 'women', 'young'] as const;
export type VulnerableGroup = (typeof vulnerableGroups)[number];

/** Scored criteria, each from 1 to 5, 5 the worst (R9). The first three make the severity, the last is separate. */
export const gradings = ['scale', 'scope', 'irremediability', 'likelihood'] as const;
export type Grading = (typeof gradings)[number];
export const leastGrade = 1;
export const mostGrade = 5;

/** Residual risk after the client's measures. */
export const residuals = ['unchanged', 'lower', 'much-lower'] as const;
export type Residual = (typeof residuals)[number];

export const issueStatuses = ['open', 'closed'] as const;
export type IssueStatus = (typeof issueStatuses)[number];

export const mostIssues = 200;

/** What a person judges of an issue. A grade or residual of null is not known; nothing in `affected` is not known either. */
export type Judged = {
  topic: Topic;
  title: string;
  affected: AffectedGroup[];
  vulnerable: VulnerableGroup[];
  scale: number | null;
  scaleReason: string;
  scope: number | null;
  scopeReason: string;
  irremediability: number | null;
  irremediabilityReason: string;
  likelihood: number | null;
  likelihoodReason: string;
  response: string;
  /** The number of the line of the action plan that answers it. */
  lineNumber: number | null;
  residual: Residual | null;
  residualReason: string;
  source: string;
  status: IssueStatus;
  statusReason: string;
};

/** The topic of a PS2 point, for an unmet item. */
const topicOfPoint: readonly (readonly [RegExp, Topic])[] = [
  [/^PS2-1[12]\b/, 'migrant-terms'],
  [/^PS2-(8|9|10)\b/, 'wages-hours'],
  [/^PS2-1[34]\b/, 'association'],
  [/^PS2-1[567]\b/, 'discrimination'],
  [/^PS2-1[89]\b/, 'dismissal'],
  [/^PS2-20\b/, 'grievance'],
  [/^PS2-21\b/, 'child-labour'],
  [/^PS2-22\b/, 'forced-labour'],
  [/^PS2-23\b/, 'safety'],
  [/^PS2-2[456]\b/, 'migrant-terms'],
  [/^PS2-2[789]\b/, 'supply-chain'],
];

/** The topic to begin with of an issue that is made from an item of PS2; a person may choose another. */
export const topicOfItem = (key: string): Topic => topicOfPoint.find(([pattern]) => pattern.test(key))?.[1] ?? 'other';
