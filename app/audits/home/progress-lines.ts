import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { VisitProgress } from './read-visit-progress.server';
import type { VisitLine } from './visit-lines';

const of = (done: number, total: number) => m.home_visit_ready_of({ done: formatNumber(done), total: formatNumber(total) });

/** How far the record has come, each line leading to where it is recorded, and what the conclusion page still lists. */
export function progressLines(progress: VisitProgress, { here }: { here: string }): VisitLine[] {
  const { left, figures, isEnough, hasClosing, stops, contradictions, entries } = progress;
  const recorder = (view: string) => `${here}/on-site#/${view}`;
  const count = (key: string, label: string, open: number, place: string): VisitLine[] =>
    open === 0 ? [] : [{ key, label, text: formatNumber(open), isDone: false, href: `${here}/conclusion${place}` }];
  return [
    {
      ...{ key: 'answered', label: m.auditor_home_progress_answered(), isDone: isEnough.questions, href: `${here}/on-site` },
      text: of(figures.asked - figures.unanswered, figures.asked),
    },
    {
      ...{ key: 'questions', label: m.auditor_home_progress_facts(), isDone: left.facts === 0, href: `${here}/on-site` },
      text:
        left.questions === 0
          ? formatNumber(left.facts)
          : m.auditor_home_progress_questions({ count: left.facts, questions: formatNumber(left.questions) }),
    },
    {
      ...{ key: 'interviews', label: m.auditor_home_progress_interviews(), isDone: isEnough.interviews, href: recorder('interviews') },
      text: of(figures.interviewed, figures.plannedInterviews),
    },
    {
      ...{ key: 'hours', label: m.auditor_home_progress_hours(), isDone: isEnough.hours, href: recorder('hours') },
      text: of(figures.hours, figures.leastSampled),
    },
    {
      ...{ key: 'pay', label: m.auditor_home_progress_pay(), isDone: isEnough.wages, href: recorder('pay') },
      text: of(figures.wages, figures.leastSampled),
    },
    {
      ...{ key: 'closing', label: m.auditor_home_progress_closing(), isDone: hasClosing, href: recorder('meetings') },
      text: hasClosing ? m.auditor_home_progress_recorded() : m.auditor_home_progress_missing(),
    },
    {
      ...{ key: 'signature', label: m.auditor_home_progress_signature(), isDone: isEnough.signature, href: recorder('signatures') },
      text: figures.auditorSignatures > 0 ? m.auditor_home_progress_recorded() : m.auditor_home_progress_missing(),
    },
    ...count('gate', m.auditor_home_progress_gate(), stops, '#gate'),
    ...count('contradictions', m.auditor_home_progress_contradictions(), contradictions, '#contradictions'),
    ...count('entries', m.auditor_home_progress_entries(), entries, ''),
  ];
}
