import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { ShownContradiction } from './answer-contradictions.server';

/** The rows that state a value, as text. */
export const rowsText = ({ rows, more }: ShownContradiction['options'][number]): string => {
  const named = rows.map((row) => formatNumber(row)).join(', ');
  return more > 0
    ? m.import_contradiction_rows_more({ rows: named, more: formatNumber(more) })
    : m.import_contradiction_rows({ count: rows.length, rows: named });
};

/** Every field that rows of the list state in several ways, with the values to choose from. `more`: how many are not listed here. */
export function ContradictionSection({ contradictions, more }: { contradictions: readonly ShownContradiction[]; more: number }) {
  if (contradictions.length === 0) return null;
  return (
    <Section title={m.import_contradictions_title()} lead={m.import_contradictions_lead()} id="contradictions">
      <Form method="post" className="grid gap-4">
        <ul className="grid border-t border-line">
          {contradictions.map(({ id, name, field, day, options, chosen, isAnswered }) => (
            <li key={id} className="border-b border-line py-3">
              <fieldset className="grid gap-2 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] md:gap-6">
                <legend className="sr-only">{m.shell_named({ name, text: field })}</legend>
                <span aria-hidden className="grid content-start gap-0.5">
                  <bdi className="font-semibold">{name}</bdi>
                  <span className="text-sm text-muted">{day === null ? field : m.shell_named({ name: field, text: formatDate(day) })}</span>
                  {isAnswered && <span className="text-sm text-muted">{m.match_state_answered()}</span>}
                </span>
                <span className="grid gap-1.5">
                  {options.map((option, at) => (
                    <label key={option.text} className="flex items-start gap-2">
                      <input type="radio" name={`contradiction.${id}`} value={at} defaultChecked={at === chosen} className="mt-1" />
                      <span>
                        <bdi>{option.text}</bdi> <span className="text-sm text-muted">{rowsText(option)}</span>
                      </span>
                    </label>
                  ))}
                </span>
              </fieldset>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="text-muted">{m.import_contradictions_more({ count: formatNumber(more) })}</p>}
        <div>
          <Button name="intent" value="contradictions">
            {m.import_contradictions_save()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
