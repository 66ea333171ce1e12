import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Span } from './rank-issues';
import type { AffectedGroup, Grading, IssueStatus, Residual, Topic, VulnerableGroup } from './rights-lists';
import type { IssueRefusal } from './write-issue.server';

const topicWords = {
  'forced-labour': m.human_rights_assessment_topic_forced_labour,
  'recruitment-fees': m.human_rights_assessment_topic_fees,
  'papers-and-movement': m.human_rights_assessment_topic_papers,
  'migrant-terms': m.human_rights_assessment_topic_terms,
  'child-labour': m.human_rights_assessment_topic_children,
  association: m.human_rights_assessment_topic_association,
  discrimination: m.human_rights_assessment_topic_discrimination,
  harassment: m.human_rights_assessment_topic_harassment,
  'wages-hours': m.human_rights_assessment_topic_wages,
  safety: m.human_rights_assessment_topic_safety,
  housing: m.human_rights_assessment_topic_housing,
  dismissal: m.human_rights_assessment_topic_dismissal,
  grievance: m.human_rights_assessment_topic_grievance,
  'supply-chain': m.human_rights_assessment_topic_chain,
  security: m.human_rights_assessment_topic_security,
  land: m.human_rights_assessment_topic_land,
  'community-health': m.human_rights_assessment_topic_health,
  indigenous: m.human_rights_assessment_topic_indigenous,
  other: m.human_rights_assessment_topic_other,
} satisfies Record<Topic, () => string>;
export const topicLabel = (topic: Topic): string => topicWords[topic]();

const affectedWords = {
  project: m.human_rights_assessment_affected_project,
  contracted: m.human_rights_assessment_affected_contracted,
  'supply-chain': m.human_rights_assessment_affected_chain,
  communities: m.human_rights_assessment_affected_communities,
} satisfies Record<AffectedGroup, () => string>;
export const affectedLabel = (group: AffectedGroup): string => affectedWords[group]();

const vulnerableWords = {
  migrants: m.human_rights_assessment_vulnerable_migrants,
  women: m.human_rights_assessment_vulnerable_women,
  young: m.human_rights_assessment_vulnerable_young,
} satisfies Record<VulnerableGroup, () => string>;
export const vulnerableLabel = (group: VulnerableGroup): string => vulnerableWords[group]();

const gradingWords = {
  scale: m.human_rights_assessment_scale,
  scope: m.human_rights_assessment_scope,
  irremediability: m.human_rights_assessment_lasting,
  likelihood: m.human_rights_assessment_likelihood,
} satisfies Record<Grading, () => string>;
export const gradingLabel = (grading: Grading): string => gradingWords[grading]();

const gradeWords: Record<Grading, readonly (() => string)[]> = {
  scale: [
    m.human_rights_assessment_scale_1,
    m.human_rights_assessment_scale_2,
    m.human_rights_assessment_scale_3,
    m.human_rights_assessment_scale_4,
    m.human_rights_assessment_scale_5,
  ],
  scope: [
    m.human_rights_assessment_scope_1,
    m.human_rights_assessment_scope_2,
    m.human_rights_assessment_scope_3,
    m.human_rights_assessment_scope_4,
    m.human_rights_assessment_scope_5,
  ],
  irremediability: [
    m.human_rights_assessment_lasting_1,
    m.human_rights_assessment_lasting_2,
    m.human_rights_assessment_lasting_3,
    m.human_rights_assessment_lasting_4,
    m.human_rights_assessment_lasting_5,
  ],
  likelihood: [
    m.human_rights_assessment_likelihood_1,
    m.human_rights_assessment_likelihood_2,
    m.human_rights_assessment_likelihood_3,
    m.human_rights_assessment_likelihood_4,
    m.human_rights_assessment_likelihood_5,
  ],
};
/** A score with its label; unknown is labelled too. */
export function gradeText(grading: Grading, grade: number | null): string {
  if (grade === null) return m.human_rights_assessment_unknown();
  return m.human_rights_assessment_grade({ grade: formatNumber(grade), words: gradeWords[grading][grade - 1]?.() ?? '' });
}

/** A number, or its range. */
export const spanText = ({ low, high }: Span): string =>
  low === high ? formatNumber(low) : m.human_rights_assessment_span({ low: formatNumber(low), high: formatNumber(high) });

const residualWords = {
  unchanged: m.human_rights_assessment_residual_unchanged,
  lower: m.human_rights_assessment_residual_lower,
  'much-lower': m.human_rights_assessment_residual_much_lower,
} satisfies Record<Residual, () => string>;
export const residualLabel = (residual: Residual | null): string =>
  residual === null ? m.human_rights_assessment_unknown() : residualWords[residual]();

export const statusLabel = (status: IssueStatus): string =>
  status === 'open' ? m.human_rights_assessment_status_open() : m.human_rights_assessment_status_closed();

const refusals = {
  'is-declined': m.human_rights_assessment_refused_declined,
  'too-many-issues': m.human_rights_assessment_refused_many,
  'changed-meanwhile': m.human_rights_assessment_refused_changed,
  'unknown-line': m.human_rights_assessment_refused_line,
  'nothing-left': m.human_rights_assessment_refused_nothing,
} satisfies Record<IssueRefusal | 'nothing-left', () => string>;
export const rightsRefusalLabel = (code: keyof typeof refusals): string => refusals[code]();
