import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { HintText } from '~/questionnaires/responses/hint-text';
import { RowChoices, RowTable } from '~/questionnaires/responses/row-choices';
import type { QuestionView } from '~/questionnaires/responses/section-view.server';
import { LawLines } from '~/questionnaires/responses/law-lines';
import { pictureOf } from '~/questionnaires/pictures/pictures';
import { QuestionAids } from '~/questionnaires/pictures/reading-aids';
import { type AnswerParts, BeforeAnswer, NotAsked, OtherAnswer, SavedAt } from './answer-question';

type Row = AnswerParts & { error: string | undefined };

/** Questions that share their answers, as one table for the respondent: its question once, then a row for each. Marked for the script as single questions are. */
export function AnswerTable({
  table,
  rows,
  mayAnswer,
  files,
}: {
  table: NonNullable<QuestionView['point']>;
  rows: readonly Row[];
  mayAnswer: boolean;
  /** The page of photos and documents of its first row, and how many there are. */
  files: { to: string; count: number };
}) {
  const [first] = rows;
  if (!first) return null;
  const headingId = `heading-${table.key}`;
  return (
    <section aria-labelledby={headingId} id={table.key} data-grid="" className="grid gap-2 border-t border-line py-6">
      {/* On a narrow screen the question stays in sight above its rows. */}
      <h2 id={headingId} className="sticky top-0 z-10 bg-canvas py-1 text-base font-semibold md:static md:py-0">
        {table.title}
      </h2>
      <div className="flow-root">
        <QuestionAids picture={pictureOf({ key: table.key, point: null })} />
        <div data-read="">
          <HintText hint={table.why} />
        </div>
      </div>
      <RowTable first={first.question}>
        {rows.map(({ error, ...parts }) => (
          <div key={parts.question.key}>
            <NotAsked question={parts.question} mayAnswer={mayAnswer} />
            <div
              id={parts.question.key}
              data-question={parts.question.key}
              hidden={!parts.question.isAsked}
              className="scroll-mt-24 border-b border-line py-1 md:scroll-mt-0"
            >
              <BeforeAnswer {...parts} />
              <RowChoices question={parts.question} mayAnswer={mayAnswer} error={error} />
              <SavedAt question={parts.question} isCarried={parts.carried !== undefined} className="text-muted" />
              <OtherAnswer question={parts.question.key} />
            </div>
          </div>
        ))}
      </RowTable>
      <LawLines law={first.question.law} />
      <p>
        <Link to={files.to} className="inline-block min-h-11 py-2">
          {m.files_link({ count: files.count })}
        </Link>
      </p>
    </section>
  );
}
