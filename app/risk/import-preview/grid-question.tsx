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
        <>
          <span className="text-danger">
            {question.problems.join(' ')} {m.import_grid_left_out()}
            <span className="sr-only">{m.import_grid_row({ row: row.rowNumber })}</span>
          </span>
          {question.takeBack !== null && (
            <Answer intent="row" hidden={{ row: row.rowNumber }} context={props.context}>
              <Choice
                name="what"
                value={question.takeBack}
                label={m.import_grid_take_back()}
                about={m.import_grid_row({ row: row.rowNumber })}
              />
            </Answer>
          )}
        </>
      );
  }
}

/** A form that sends one choice about a row and returns to the rows that are shown. */
export function Answer({
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

function Choice({ name, value, label, about, proposal }: { name: string; value: string; label: string; about: string; proposal?: string }) {
  const { formData } = useNavigation();
  return (
    <Button
      name={name}
      value={value}
      size="sm"
      className="text-start whitespace-normal!"
      aria-label={m.shell_named({ name: about, text: label })}
      busy={formData?.get(name) === value && (proposal === undefined || formData.get('proposal') === proposal)}
    >
      {label}
    </Button>
  );
}

const matchTexts: Record<
  Extract<Question, { kind: 'match' }>['about'],
  { ask: () => string; same: () => string; different: () => string }
> = {
  company: { ask: m.import_grid_like, same: m.import_grid_same, different: m.import_grid_different },
  namesake: { ask: m.import_grid_namesake, same: m.match_step_site, different: m.match_step_different },
  site: { ask: m.import_grid_site, same: m.match_step_same_site, different: m.match_step_other_site },
};

/** One other side is answered with yes or no; of several companies of one name, one is chosen or none. */
function Match({ row, question, context }: Props & { question: Extract<Question, { kind: 'match' }> }) {
  const about = m.import_grid_row({ row: row.rowNumber });
  const texts = matchTexts[question.about];
  const [only, ...others] = question.options;
  const named = (option: typeof only) => [option?.name, option?.place].filter(Boolean).join(', ');
  return (
    <>
      {only && others.length === 0 ? (
        <span>
          {texts.ask()} <OptionName option={only} here={context.here} />
          {only.place !== null && `, ${only.place}`}
        </span>
      ) : (
        <span>{m.import_grid_which()}</span>
      )}
      {question.options.map((option) => (
        <Answer key={option.proposalId} intent="match" hidden={{ proposal: option.proposalId }} context={context}>
          <Choice
            name="answer"
            value="same"
            label={others.length === 0 ? texts.same() : named(option)}
            about={about}
            proposal={option.proposalId}
          />
        </Answer>
      ))}
      <Answer intent="match" hidden={{ proposal: question.proposalId }} context={context}>
        <Choice name="answer" value="different" label={others.length === 0 ? texts.different() : m.import_grid_new()} about={about} />
      </Answer>
    </>
  );
}

function OptionName({
  option: { name, publicId },
  here,
}: {
  option: Extract<Question, { kind: 'match' }>['options'][number];
  here: string;
}) {
  if (publicId === null) return <bdi className="font-semibold">{name}</bdi>;
  return (
    <Link to={`${here.replace(/\/import\/.*$/, '')}/${publicId}`} className="font-semibold">
      <bdi>{name}</bdi>
    </Link>
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
