import type { LocalizedQuestion } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { writeDate } from '~/documents/pdf/labels';
import { showPeople, showShare } from '~/suppliers/fields/reported/people-count';
import type { FactValue } from '~/suppliers/fields/reported/fact-value';
import type { Answered } from './arrange-results';
import type { AuditReport } from './schema';

/** What is known of who works at the site; shares from 0 to 1, null where it is not known. */
export type Workforce = { workers: number | null; femaleShare: number | null; migrantShare: number | null; agencyShare: number | null };

/** Checklist questions that count workers: reported with the workforce, suppressed where needed. */
const headcounts = ['BW.SI.a', 'BW.SI.b', 'BW.SI.m', 'BW.SI.m.1', 'BW.SI.m.2', 'BW.SI.n', 'BW.SI.o', 'BW.SI.q'];
/** Questions that count interviewees, and a share of very few people: interviews are reported by their own rules. */
const unreported = [
  ...['BW.PI.k', 'BW.PI.l', 'BW.PI.m', 'BW.PI.n', 'BW.PI.n.1', 'BW.PI.o', 'BW.PI.o.1'],
  ...['BW.UN.f', 'BW.UN.f.1', 'BW.UN.f.2'],
];
/** Union members, in percent of the workers. */
const percentOfWorkers = 'BW.UN.e';
/** The same in bands of at least ten percent. Below this number of workers a band may be fewer than five people, or all but so few. */
const bandOfWorkers = { question: 'BW.UN.e.1', fewestWorkers: 100 };

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Headcount and its parts, suppressed: neither fewer than five people, nor all but fewer than five. */
export function arrangeWorkforce(known: Workforce, checklist: Answered): AuditReport['workforce'] {
  const counted = headcounts.slice(0, 2).map((key) => numberOf(checklist.answers[key]));
  const [women = null, men = null] = counted;
  const total = women !== null && men !== null ? women + men : known.workers;
  const people = (count: number | null): FactValue | null => {
    if (count === null) return null;
    const rest = total === null ? 0 : total - count;
    return count >= 5 && rest > 0 && rest < 5 ? { kind: 'nearly-all' } : showPeople(count);
  };
  const share = (value: number | null) => (value === null ? null : showShare(value, total ?? undefined));
  const rows: AuditReport['workforce'] = [
    { field: 'workers', label: '', value: total === null ? null : showPeople(total) },
    { field: 'femaleShare', label: '', value: share(known.femaleShare) },
    { field: 'migrantShare', label: '', value: share(known.migrantShare) },
    { field: 'agencyShare', label: '', value: share(known.agencyShare) },
  ];
  const questions = checklist.shown.sections.flatMap((section) => section.questions);
  for (const key of headcounts) {
    const question = questions.find((each) => each.key === key);
    if (question) rows.push({ field: key, label: question.text.text, value: people(numberOf(checklist.answers[key])) });
  }
  return rows;
}

/** Facts about the site and the audit, by section, without the counts of people reported elsewhere. */
export function arrangeGathered(
  checklist: Answered,
  options: { locale: AuditReport['locale']; workers: number | null },
): AuditReport['gathered'] {
  return checklist.shown.sections.flatMap((section) => {
    const rows = section.questions.flatMap((question) => {
      const value = checklist.answers[question.key];
      if (value === undefined || question.type === 'NC' || headcounts.includes(question.key) || unreported.includes(question.key))
        return [];
      if (question.key === bandOfWorkers.question && (options.workers ?? 0) < bandOfWorkers.fewestWorkers) return [];
      const answer =
        question.key === percentOfWorkers ? percentWords(numberOf(value), options) : answerWords(question, value, options.locale);
      return answer === null ? [] : [{ code: question.key, text: question.text.text, answer }];
    });
    return rows.length > 0 ? [{ key: section.key, title: section.title.text, rows }] : [];
  });
}

function percentWords(percent: number | null, { workers, locale }: { workers: number | null; locale: string }): string | null {
  if (percent === null) return null;
  const shown = showShare(percent / 100, workers ?? undefined);
  return shown.kind === 'share' ? writeNumber(percent, { locale }) : null;
}

function answerWords(question: LocalizedQuestion, value: string | number, locale: AuditReport['locale']): string {
  if (typeof value === 'number') return writeNumber(value, { locale, decimals: Number.isInteger(value) ? 0 : 1 });
  if (question.type === 'DATE') return writeDate(value, { locale });
  return question.options.find((option) => option.value === value)?.text.text ?? value;
}
