import { Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { CountryField } from '~/suppliers/choices/closed-lists';
import { rowsText } from '~/suppliers/import/contradiction-section';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import type { GridContext } from './grid-rows';
import type { ShownGrid } from './import-grid';

type Row = ShownGrid['rows'][number];
type Question = NonNullable<Row['question']>;
type Props = { row: Row; question: Question; context: GridContext };

/** What is asked about a row, under it, with the answers as buttons. */
export function GridQuestionRow({ width, ...props }: Props & { width: number }) {
  return (
    <tr className="bg-warning-soft">
      <td colSpan={width} data-wide="">
        <div className="flex flex-wrap items-center gap-2 pb-1">{asked(props)}</div>
      </td>
    </tr>
  );
}

function asked(props: Props): ReactNode {
  const { question, row } = props;
  switch (question.kind) {
    case 'match':
      return <Match {...props} question={question} />;
    case 'sector':
      return <Sector {...props} question={question} />;
    case 'country':
      return <Country {...props} question={question} />;
    case 'contradiction':
      return <Contradicting {...props} question={question} />;
    case 'error':
      return (
        <span className="text-danger">
          {question.problems.join(' ')} {m.import_grid_left_out()}
          <span className="sr-only">{m.import_grid_row({ row: row.rowNumber })}</span>
        </span>
      );
  }
}

function Answer({
  intent,
  hidden,
  context,
  children,
}: {
  intent: string;
  hidden: Readonly<Record<string, string | number>>;
  context: GridContext;
  children: ReactNode;
}) {
  return (
    <Form method="post" action={context.here} preventScrollReset className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="on" value="grid" />
      <input type="hidden" name="view" value={context.view} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

function Choice({ name, value, label, about }: { name: string; value: string; label: string; about: string }) {
  const { formData } = useNavigation();
  return (
    <Button
      name={name}
      value={value}
      size="sm"
      className="text-start whitespace-normal!"
      aria-label={m.shell_named({ name: about, text: label })}
      busy={formData?.get(name) === value}
    >
      {label}
    </Button>
  );
}

function Match({ row, question, context }: Props & { question: Extract<Question, { kind: 'match' }> }) {
  const { name, publicId, place } = question.known;
  const about = m.import_grid_row({ row: row.rowNumber });
  return (
    <>
      <span>
        {m.import_grid_like()}{' '}
        {publicId === null ? (
          <bdi className="font-semibold">{name}</bdi>
        ) : (
          <Link to={`${context.here.replace(/\/import\/.*$/, '')}/${publicId}`} className="font-semibold">
            <bdi>{name}</bdi>
          </Link>
        )}
        {place !== null && `, ${place}`}
      </span>
      <Answer intent="match" hidden={{ proposal: question.proposalId }} context={context}>
        <Choice name="answer" value="same" label={m.import_grid_same()} about={about} />
        <Choice name="answer" value="different" label={m.import_grid_different()} about={about} />
      </Answer>
    </>
  );
}

function Sector({ row, question, context }: Props & { question: Extract<Question, { kind: 'sector' }> }) {
  const about = m.import_grid_row({ row: row.rowNumber });
  return (
    <>
      <span>{m.import_grid_sector_of({ words: question.text })}</span>
      <Answer intent="term" hidden={{ field: 'sector', text: JSON.stringify(question.text) }} context={context}>
        {question.candidates.map(({ value, label }) => (
          <Choice key={value} name="value" value={`=${value}`} label={label} about={about} />
        ))}
        <Choice name="value" value="none" label={m.classification_no_sector()} about={about} />
      </Answer>
    </>
  );
}

function Contradicting({
  row,
  question: { asked: contradiction },
  context,
}: Props & { question: Extract<Question, { kind: 'contradiction' }> }) {
  const { id, name, field, options } = contradiction;
  return (
    <>
      <span>{m.import_grid_contradiction_of({ field, name })}</span>
      <Answer intent="contradictions" hidden={{}} context={context}>
        {options.map((option, at) => (
          <Choice
            key={option.text}
            name={`contradiction.${id}`}
            value={`${at}`}
            label={`${option.text} ${rowsText(option)}`}
            about={m.import_grid_row({ row: row.rowNumber })}
          />
        ))}
      </Answer>
    </>
  );
}

/** A country is answered in the row's cell; of a file without such a column, for all rows. */
function Country({ row, question, context }: Props & { question: Extract<Question, { kind: 'country' }> }) {
  const cell = row.cells.find(({ field, column }) => field === 'country' && column !== null);
  if (!cell || cell.column === null) return <span>{m.import_grid_country_all()}</span>;
  const hidden = { row: row.rowNumber, column: cell.column, from: JSON.stringify(cell.raw) };
  const about = m.import_grid_row({ row: row.rowNumber });
  return (
    <>
      <span>{m.import_grid_country_of()}</span>
      {question.suggestions.length > 0 && (
        <Answer intent="cell" hidden={hidden} context={context}>
          {question.suggestions.map(({ value, label }) => (
            <Choice key={value} name="to" value={value} label={label} about={about} />
          ))}
        </Answer>
      )}
      <Answer intent="cell" hidden={hidden} context={context}>
        <CountryField
          id={`country-${row.rowNumber}`}
          name="to"
          label={m.import_grid_country_in({ row: row.rowNumber })}
          isLabelHidden
          empty={m.suppliers_unknown()}
        />
        <Button size="sm">{m.import_grid_save()}</Button>
      </Answer>
    </>
  );
}
