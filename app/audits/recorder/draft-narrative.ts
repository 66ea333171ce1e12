import { findingGrades } from '#scoring';
import { gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { PackSection } from './pack';
import type { Recording } from './recording';
import { askedNow } from './proposals';

const unassessed: readonly unknown[] = ['not-assessed', 'unknown', 'dont-know'];

/**
 * A draft of a narrative from what was recorded so far, for an auditor to edit: how many questions were assessed, the findings, where sources differ and what
 * was not assessed. Zero-tolerance questions are left out, and findings about them. Empty for the management systems, which are not one section.
 */
export function draftNarrative(recording: Recording, key: string): string {
  if (key === 'systems') return '';
  const { sections } = recording.pack;
  const section = sections.find((each) => each.key === key);
  if (key === 'summary') return findingLines(recording, sections).join('\n');
  return section === undefined ? '' : sectionLines(recording, section).join('\n');
}

function sectionLines(recording: Recording, section: PackSection): string[] {
  const visible = askedNow(recording);
  const asked = section.questions.filter((question) => visible.has(question.key) && question.type === 'NC' && !question.isZeroTolerance);
  if (asked.length === 0) return findingLines(recording, [section]);
  const checks = asked.map(({ key }) => ({ key, check: recording.valueOf('check', key) }));
  const assessed = checks.filter(({ check }) => check?.answer != null && !unassessed.includes(check.answer));
  const number = (answer: string) => formatNumber(assessed.filter(({ check }) => check?.answer === answer).length);
  const differ = checks.filter(({ check }) => check?.agreement === 'contradict' || check?.agreement === 'partly').map(({ key }) => key);
  const open = checks.filter(({ check }) => check?.answer === 'not-assessed').map(({ key }) => key);
  return [
    assessed.length === 0
      ? m.narrative_draft_none({ asked: formatNumber(asked.length) })
      : m.narrative_draft_assessed({
          ...{ assessed: formatNumber(assessed.length), asked: formatNumber(asked.length) },
          ...{ compliant: number('compliant'), bad: number('not-compliant') },
        }),
    ...findingLines(recording, [section]),
    ...(differ.length === 0 ? [] : [m.narrative_draft_differ({ questions: differ.join(', ') })]),
    ...(open.length === 0 ? [] : [m.narrative_draft_open({ questions: open.join(', ') })]),
  ];
}

/** A line for each finding about these sections, most serious first. */
function findingLines(recording: Recording, sections: readonly PackSection[]): string[] {
  const questions = new Map(sections.flatMap((section) => section.questions.map((question) => [question.key, question] as const)));
  const sensitive = new Set([...questions.values()].flatMap(({ isZeroTolerance, point }) => (isZeroTolerance && point ? [point] : [])));
  const found = recording.all('finding').filter(({ value }) => {
    const question = value.question === null ? undefined : questions.get(value.question);
    if (question) return !question.isZeroTolerance;
    return (
      value.question === null &&
      value.point !== null &&
      !sensitive.has(value.point) &&
      [...questions.values()].some(({ point }) => point === value.point)
    );
  });
  if (found.length === 0) return [m.narrative_draft_no_findings()];
  return found
    .sort((a, b) => findingGrades.indexOf(a.value.grade) - findingGrades.indexOf(b.value.grade))
    .map(({ value }) => m.narrative_draft_finding({ grade: gradeLabel(value.grade), what: value.what }));
}
