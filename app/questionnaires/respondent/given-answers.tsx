import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { m } from '~/paraglide/messages';
import { CarriedLine } from '~/questionnaires/responses/carried-line';
import type { CarriedShown } from '~/questionnaires/responses/read-carried-depths.server';

/** `text`: the question as it reads alone; `row`: of a table, its name there. */
export type GivenAnswer = {
  key: string;
  text: string;
  row: { table: { key: string; title: string }; name: string } | null;
  answer: string;
  note: string;
  carried: CarriedShown | null;
};

/** What was answered, each with a way to change it. Rows of a table stand under its question, with their answers beside them. */
export function GivenAnswers({ answers, linkTo }: { answers: readonly GivenAnswer[]; linkTo: (question: string) => string }) {
  return (
    <div className="grid">
      {groupTables(answers).map(({ table, answers: group }) => (
        <Fragment key={group[0]?.key}>
          {table && <h3 className="pt-2 text-base font-normal text-muted">{table.title}</h3>}
          <ul className={table ? 'grid ps-3' : 'grid'}>
            {group.map((given) => (
              <Given key={given.key} given={given} to={linkTo(given.key)} />
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

function Given({ given: { text, row, answer, note, carried }, to }: { given: GivenAnswer; to: string }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-b border-line py-1">
      <div className={row ? 'grid grid-cols-2 gap-x-3 py-2' : 'py-2'}>
        <span className="block text-muted">{row ? row.name : text}</span>
        <strong className="block font-semibold whitespace-pre-line">
          <bdi>{answer}</bdi>
        </strong>
        <div className={row ? 'col-span-full' : undefined}>
          <CarriedLine carried={carried ?? undefined} />
          {note && <span className="block whitespace-pre-line text-muted">{note}</span>}
        </div>
      </div>
      <Link
        to={to}
        aria-label={m.respondent_change_of({ question: text })}
        className="inline-flex min-h-11 min-w-11 items-start justify-end py-2"
      >
        {m.respondent_change()}
      </Link>
    </li>
  );
}

type Group = { table: { key: string; title: string } | null; answers: GivenAnswer[] };

/** Answers in order, those of one table together. */
function groupTables(answers: readonly GivenAnswer[]): Group[] {
  const groups: Group[] = [];
  for (const given of answers) {
    const last = groups.at(-1);
    const table = given.row?.table ?? null;
    if (last && last.table?.key === table?.key) last.answers.push(given);
    else groups.push({ table, answers: [given] });
  }
  return groups;
}
