import { findingGrades } from '#scoring';
import type { AssessmentReport, NextAct, ReportResult } from './schema';

const mostShown = 6;

/**
 * What to do first: open findings by grade, contradictions between answers, the controls that leave most of their weight unearned, the unknown
 * facts that widen the interval most. At most six, people before scores.
 */
export function chooseNextActs(result: ReportResult, options: { findings: AssessmentReport['findings']; isAnswered: boolean }): NextAct[] {
  const acts: NextAct[] = [];
  const open = options.findings.filter((finding) => finding.status !== 'verified');
  open.sort((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade));
  for (const { id, title, grade, status } of open.slice(0, 3)) acts.push({ kind: 'finding', id, title, grade, status });
  if (!options.isAnswered && result.status === 'scored') acts.push({ kind: 'questionnaire' });
  if (result.status === 'scored') {
    for (const { questions, text } of result.contradictions.slice(0, 2)) acts.push({ kind: 'contradiction', questions, text });
    const unearned = [...result.domains].sort((a, b) => b.weight * (1 - b.effectiveness) - a.weight * (1 - a.effectiveness));
    const weak = options.isAnswered ? unearned.filter((domain) => domain.effectiveness < 1).slice(0, 3) : [];
    for (const { domain, weight, effectiveness } of weak) acts.push({ kind: 'control', domain, weight, effectiveness });
  }
  if (result.status === 'not-scored') acts.push({ kind: 'fact', component: 'country', error: null });
  else {
    const unknown = result.components.filter(({ id, known, error }) => !known && error > 0 && id !== 'region');
    unknown.sort((a, b) => b.error - a.error);
    for (const { id, error } of unknown.slice(0, 3)) acts.push({ kind: 'fact', component: id, error });
  }
  if (!options.isAnswered && result.status === 'not-scored') acts.push({ kind: 'questionnaire' });
  return acts.slice(0, mostShown);
}
