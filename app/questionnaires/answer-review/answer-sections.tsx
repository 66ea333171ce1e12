import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatNumber } from '~/ui/format';
import { answerListId } from './desk-keys';
import { DeskRow } from './desk-row';
import { filterLabel } from './labels';
import type { DeskRow as Row } from './read-desk.server';
import { type AnswerPoints, type DeskFilter, passes } from './schema';

type Shown = { rows: readonly SerializeFrom<Row>[]; here: string; mayReview: boolean; points: AnswerPoints | null; base: string };

/** As many answers as are shown without folding. */
const mostUnfolded = 6;

/** What a reviewer has to see of a section before opening it, in the order of the filters. */
const said = ['unreviewed', 'harm', 'contradicted', 'doubted', 'resent', 'changed', 'outlier'] as const satisfies readonly DeskFilter[];

/** Answers by section of the questionnaire. Each section says what is to be reviewed in it; the first with something to review is open. */
export function AnswerSections({ rows, ...shown }: Shown) {
  const sections = [...new Set(rows.map(({ section }) => section))].map((key) => rows.filter(({ section }) => section === key));
  const next = sections.findIndex((each) => each.some((row) => passes(row, 'unreviewed')));
  return (
    <div id={answerListId} className="border-t border-line">
      {sections.map((each, at) => (
        <FoldedSection
          key={each[0]?.section}
          id={`section-${each[0]?.section}`}
          title={each[0]?.sectionTitle}
          status={<SectionStatus rows={each} />}
          isOpen={at === next || rows.length <= mostUnfolded}
        >
          <ol className="grid">
            {each.map((row) => (
              <DeskRow key={row.key} row={row} {...shown} />
            ))}
          </ol>
        </FoldedSection>
      ))}
    </div>
  );
}

function SectionStatus({ rows }: Pick<Shown, 'rows'>) {
  const questioned = rows.filter(({ review }) => review?.outcome === 'questioned').length;
  const expired = rows.filter(({ evidence }) => evidence.some(({ isExpired }) => isExpired)).length;
  const counts = said
    .map((filter) => ({ filter, count: rows.filter((row) => passes(row, filter)).length }))
    .filter(({ count }) => count > 0);
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <span>{m.answer_review_section_answers({ count: rows.length })}</span>
      {counts.map(({ filter, count }) => (
        <span key={filter} className={filter === 'unreviewed' ? undefined : 'text-warning'}>
          {filterLabel(filter, formatNumber(count))}
        </span>
      ))}
      {questioned > 0 && <span>{m.answer_review_section_questioned({ count: questioned })}</span>}
      {expired > 0 && <span className="text-danger">{m.answer_review_section_expired({ count: expired })}</span>}
    </span>
  );
}
