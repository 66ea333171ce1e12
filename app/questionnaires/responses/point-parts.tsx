import { Fragment, type ReactNode, useState } from 'react';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatNumber } from '~/ui/format';
import { groupRows } from './row-choices';
import type { QuestionView } from './section-view.server';

type Placed = Pick<QuestionView, 'key' | 'isRow' | 'point' | 'isAsked' | 'value' | 'marks'>;
export type PlacedGroup<Question extends Placed> = ReturnType<typeof groupRows<Question>>[number];
type Part<Question extends Placed> = { point: QuestionView['point']; groups: PlacedGroup<Question>[] };

/** As many questions are shown without folding. */
export const mostUnfolded = 12;
/** Parts of fewer questions on average are not worth a fold each. */
const fewestOfPart = 2;

/**
 * The questions of a section. A long section is folded by compliance point: each says how many of its questions are answered, and the first with one to answer is
 * open, as is one with an error or a comment (`isPressing`). All of them are sent with the form, open or not. `heading`: above the first question of a point
 * where nothing is folded.
 */
export function PointParts<Question extends Placed>({
  questions,
  isPressing,
  heading,
  children,
}: {
  questions: readonly Question[];
  isPressing: (question: Question) => boolean;
  heading?: (point: NonNullable<QuestionView['point']>) => ReactNode;
  children: (group: PlacedGroup<Question>) => ReactNode;
}) {
  const groups = groupRows(questions);
  const parts = partsOf(groups);
  const next = parts.find(({ groups: own }) => progressOf(own).answered < progressOf(own).asked);
  // The part in which the last question was just answered stays open.
  const [first] = useState(next?.point?.key);
  const isFolded =
    questions.length > mostUnfolded &&
    parts.length > 1 &&
    questions.length >= parts.length * fewestOfPart &&
    !groups.some(({ table }) => table !== null);
  const drawn = (own: readonly PlacedGroup<Question>[]) =>
    own.map((group) => <Fragment key={group.questions[0]?.key}>{children(group)}</Fragment>);
  return parts.map(({ point, groups: own }) => {
    const key = own[0]?.questions[0]?.key;
    if (point === null || !isFolded)
      return (
        <Fragment key={key}>
          {point && heading?.(point)}
          {drawn(own)}
        </Fragment>
      );
    const isOpen = point.key === first || own.some((group) => group.questions.some(isPressing));
    return (
      <FoldedSection key={key} id={point.key} title={point.title} status={<Progress groups={own} />} lead={point.why} isOpen={isOpen}>
        {drawn(own)}
      </FoldedSection>
    );
  });
}

/** Kept up to date by the script of the respondent's page, which finds the keys of the questions on it. */
function Progress<Question extends Placed>({ groups }: { groups: readonly PlacedGroup<Question>[] }) {
  const { needed, asked, answered } = progressOf(groups);
  return (
    <span data-progress={needed.join(' ')}>
      {asked > 0 && m.responses_section_progress({ answered: formatNumber(answered), asked: formatNumber(asked) })}
    </span>
  );
}

/** Questions that need an answer, those of them that are asked now, and how many are answered. */
function progressOf<Question extends Placed>(groups: readonly PlacedGroup<Question>[]) {
  const needing = groups.flatMap(({ questions }) => questions.filter(({ marks }) => !marks.isOptional));
  const asked = needing.filter(({ isAsked }) => isAsked);
  return {
    needed: needing.map(({ key }) => key),
    asked: asked.length,
    answered: asked.filter(({ value }) => value !== null).length,
  };
}

/** Groups one after the other that belong to the same compliance point. */
function partsOf<Question extends Placed>(groups: readonly PlacedGroup<Question>[]): Part<Question>[] {
  const parts: Part<Question>[] = [];
  for (const group of groups) {
    const point = group.questions[0]?.point ?? null;
    const last = parts.at(-1);
    if (last && last.point?.key === point?.key) last.groups.push(group);
    else parts.push({ point, groups: [group] });
  }
  return parts;
}
