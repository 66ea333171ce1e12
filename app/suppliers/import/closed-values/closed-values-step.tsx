import { useNavigation, useSearchParams } from '@remix-run/react';
import type { RememberedField } from '~/suppliers/classification/term-key';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type ClosedValuesPage, type ShownValue, valueStates } from './closed-fields';
import { stateLabel } from './labels';
import { ValueChoice } from './value-choice';
import { ValueReading } from './value-reading';

const formId = 'closed-values';

/** The values of a column of a closed list: each with what is read from it, a field to choose another, and what can be done with many at once. */
export function ClosedValuesStep({
  here,
  column,
  header,
  field,
  page,
  goods,
  error,
}: {
  here: string;
  column: number;
  header: string;
  field: RememberedField;
  page: ClosedValuesPage;
  goods: readonly string[];
  error?: string | undefined;
}) {
  const [search] = useSearchParams();
  const { state, formData } = useNavigation();
  const isBusy = (act: string) => state !== 'idle' && formData?.get('do') === act;
  const rows = page.values.map((value, at) => ({ ...value, at }));
  const busyAct = state === 'idle' ? null : String(formData?.get('do') ?? '');
  return (
    <Section
      title={m.import_cleaning_values_of({ header })}
      lead={m.import_cleaning_closed_lead()}
      actions={
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`${here}?step=clean`}>{m.import_cleaning_back()}</LinkButton>
          <LinkButton to={`${here}?step=values&column=${column}&as=text`} variant="quiet">
            {m.import_cleaning_closed_as_text()}
          </LinkButton>
        </div>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {error && (
          <Notice tone="danger" isLive>
            {error}
          </Notice>
        )}
        {search.has('saved') && !error && (
          <Notice tone="success" isLive>
            {m.import_cleaning_closed_saved()}
          </Notice>
        )}
        <p className="tabular-nums">
          {valueStates.map((each) => (
            <span key={each} className="me-4 inline-block">
              <span className="text-muted">{stateLabel(each)}</span>{' '}
              <span className="font-semibold">{formatNumber(page.states[each])}</span>
            </span>
          ))}
        </p>
        <FilterBar
          searchLabel={m.import_cleaning_values_search()}
          filters={[
            {
              name: 'state',
              label: m.import_cleaning_closed_state(),
              empty: m.import_cleaning_closed_state_all(),
              options: valueStates.map((each) => ({ value: each, label: `${stateLabel(each)} (${formatNumber(page.states[each])})` })),
            },
          ]}
        />
        <Form id={formId} method="post" preventScrollReset className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <input type="hidden" name="intent" value="closed" />
          <input type="hidden" name="column" value={column} />
          {/* Enter in a field saves what was chosen: the first button of a form is the one that it presses. */}
          <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
            {m.import_cleaning_closed_save()}
          </button>
          <DataTable
            caption={m.import_cleaning_closed_caption({ header })}
            isStacked
            rows={rows}
            rowKey={({ at }) => String(at)}
            selection={{ name: 'pick', form: formId, label: ({ value }) => m.import_cleaning_closed_select({ value }) }}
            empty={<p>{m.import_cleaning_values_none()}</p>}
            columns={[
              {
                key: 'value',
                header: m.import_cleaning_column_before(),
                isRowHeader: true,
                wraps: true,
                cell: ({ value, count, row, at, read }) => (
                  <>
                    <bdi>{value}</bdi>
                    <span className="block text-xs font-normal text-muted">{m.classification_cells({ count, row })}</span>
                    <input type="hidden" name="from" value={JSON.stringify(value)} />
                    <input type="hidden" name={`was.${at}`} value={read ?? ''} />
                  </>
                ),
              },
              {
                key: 'read',
                header: m.import_cleaning_closed_read_as(),
                wraps: true,
                cell: (row) => <ValueReading {...{ row, field, labels: page.labels, busyAct }} />,
              },
              {
                key: 'to',
                header: m.import_cleaning_closed_choice(),
                wraps: true,
                isAct: true,
                cell: ({ at, value, read }: ShownValue & { at: number }) => (
                  <ValueChoice
                    key={`${value} ${read}`}
                    name={`to.${at}`}
                    label={m.import_cleaning_closed_choice_of({ value })}
                    isLabelHidden
                    {...{ field, goods, chosen: read, labels: page.labels }}
                  />
                ),
              },
            ]}
          />
          <CursorPager before={page.before} after={page.after} shown={rows.length} total={page.total} />
          {rows.length > 0 && (
            <div className="flex flex-wrap items-center gap-2">
              <Button name="do" value="save" variant="primary" busy={isBusy('save')}>
                {m.import_cleaning_closed_save()}
              </Button>
              {page.proposals > 0 && (
                <Button name="do" value="accept" busy={isBusy('accept')}>
                  {m.import_cleaning_closed_accept({ count: page.proposals })}
                </Button>
              )}
            </div>
          )}
          {rows.length > 0 && (
            <fieldset className="flex flex-wrap items-end gap-2 border-t border-line pt-4">
              <legend className="sr-only">{m.import_cleaning_closed_selected()}</legend>
              <ValueChoice
                name="all"
                label={m.import_cleaning_closed_for_selected()}
                className="min-w-56 max-sm:w-full"
                {...{ field, goods, chosen: null, labels: page.labels }}
              />
              <Button name="do" value="set" busy={isBusy('set')}>
                {m.import_cleaning_closed_set()}
              </Button>
              <Button name="do" value="ignore" variant="quiet" busy={isBusy('ignore')}>
                {m.import_cleaning_closed_ignore()}
              </Button>
            </fieldset>
          )}
        </Form>
      </div>
    </Section>
  );
}
