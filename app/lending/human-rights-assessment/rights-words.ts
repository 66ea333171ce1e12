import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Span } from './rank-issues';
import type { AffectedGroup, Grading, IssueStatus, Residual, Topic, VulnerableGroup } from './rights-lists';
import type { IssueRefusal } from './write-issue.server';

const topicWords = {
  'forced-labour': m.rights_topic_forced_labour,
  'recruitment-fees': m.rights_topic_fees,
  'papers-and-movement': m.rights_topic_papers,
  'migrant-terms': m.rights_topic_terms,
  'child-labour': m.rights_topic_children,
  association: m.rights_topic_association,
  discrimination: m.rights_topic_discrimination,
  harassment: m.rights_topic_harassment,
  'wages-hours': m.rights_topic_wages,
  safety: m.rights_topic_safety,
  housing: m.rights_topic_housing,
  dismissal: m.rights_topic_dismissal,
  grievance: m.rights_topic_grievance,
  'supply-chain': m.rights_topic_chain,
  security: m.rights_topic_security,
  land: m.rights_topic_land,
  'community-health': m.rights_topic_health,
  indigenous: m.rights_topic_indigenous,
  other: m.rights_topic_other,
} satisfies Record<Topic, () => string>;
export const topicWord = (topic: Topic): string => topicWords[topic]();

const affectedWords = {
  project: m.rights_affected_project,
  contracted: m.rights_affected_contracted,
  'supply-chain': m.rights_affected_chain,
  communities: m.rights_affected_communities,
} satisfies Record<AffectedGroup, () => string>;
export const affectedWord = (group: AffectedGroup): string => affectedWords[group]();

const vulnerableWords = {
  migrants: m.rights_vulnerable_migrants,
  women: m.rights_vulnerable_women,
  young: m.rights_vulnerable_young,
} satisfies Record<VulnerableGroup, () => string>;
export const vulnerableWord = (group: VulnerableGroup): string => vulnerableWords[group]();

const gradingWords = {
  scale: m.rights_scale,
  scope: m.rights_scope,
  irremediability: m.rights_lasting,
  likelihood: m.rights_likelihood,
} satisfies Record<Grading, () => string>;
export const gradingWord = (grading: Grading): string => gradingWords[grading]();

const gradeWords: Record<Grading, readonly (() => string)[]> = {
  scale: [m.rights_scale_1, m.rights_scale_2, m.rights_scale_3, m.rights_scale_4, m.rights_scale_5],
  scope: [m.rights_scope_1, m.rights_scope_2, m.rights_scope_3, m.rights_scope_4, m.rights_scope_5],
  irremediability: [m.rights_lasting_1, m.rights_lasting_2, m.rights_lasting_3, m.rights_lasting_4, m.rights_lasting_5],
  likelihood: [m.rights_likelihood_1, m.rights_likelihood_2, m.rights_likelihood_3, m.rights_likelihood_4, m.rights_likelihood_5],
};
/** A grade with what it stands for; not known says so. */
export function gradeText(grading: Grading, grade: number | null): string {
  if (grade === null) return m.rights_unknown();
  return m.rights_grade({ grade: formatNumber(grade), words: gradeWords[grading][grade - 1]?.() ?? '' });
}

/** A number, or from where to where it can lie. */
export const spanText = ({ low, high }: Span): string =>
  low === high ? formatNumber(low) : m.rights_span({ low: formatNumber(low), high: formatNumber(high) });

const residualWords = {
  unchanged: m.rights_residual_unchanged,
  lower: m.rights_residual_lower,
  'much-lower': m.rights_residual_much_lower,
} satisfies Record<Residual, () => string>;
export const residualWord = (residual: Residual | null): string => (residual === null ? m.rights_unknown() : residualWords[residual]());

export const statusWord = (status: IssueStatus): string => (status === 'open' ? m.rights_status_open() : m.rights_status_closed());

const refusals = {
  'is-declined': m.rights_refused_declined,
  'too-many-issues': m.rights_refused_many,
  'changed-meanwhile': m.rights_refused_changed,
  'unknown-line': m.rights_refused_line,
  'nothing-left': m.rights_refused_nothing,
} satisfies Record<IssueRefusal | 'nothing-left', () => string>;
export const rightsRefusalWord = (code: keyof typeof refusals): string => refusals[code]();
