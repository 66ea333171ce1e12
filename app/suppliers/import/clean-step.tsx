import { Link, useNavigation } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { CorrectionNotice, WorkbookLink } from './correction-notice';
import { ChangeGroups } from './change-groups';
import { closedFieldOf } from './closed-values/closed-fields';
import { HabitForm } from './habit-form';
import type { Field } from './pipeline/fields';
import type { FixKind, Repairs } from './pipeline/repairs';
import { fixDone, fixName } from './repair-words';
import type { BatchCounts } from './schema';
import { TermSection } from './term-section';
import { problemKind } from './labels';

/** What cleaning did and what is left to decide: each change before and after, what can be decided at once, how columns are written. */
export function CleanStep({
  here,
  counts,
  repairs,
  headers,
  columns,
  continuesId,
  names,
  error,
}: {
  here: string;
  counts: BatchCounts;
  repairs: Repairs;
  headers: readonly string[];
  columns: readonly Field[];
  continuesId: string | null;
  names: ComponentProps<typeof TermSection>['names'];
  error?: string | undefined;
}) {
  const used = columns.flatMap((field, column) =>
    field === 'ignore' ? [] : [{ column, header: headers[column] ?? '', isClosed: closedFieldOf(field) !== null }],
  );
  const closed = used.filter(({ isClosed }) => isClosed);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 [&>section]:mt-0">
      {error && (
        <Notice tone="danger" isLive>
          {error}
        </Notice>
      )}
      <CorrectionNotice counts={counts} continuesId={continuesId} here={here} />
      {counts.problems.some(({ code }) => code === 'unknown-reference') && (
        <Notice
          tone="warning"
          title={m.import_cleaning_references_title({
            count: counts.problems.find(({ code }) => code === 'unknown-reference')?.count ?? 0,
          })}
          actions={
            <Form method="post">
              <Button name="intent" value="retry" size="sm">
                {m.import_cleaning_read_again()}
              </Button>
            </Form>
          }
        >
          {m.import_cleaning_references_text()}
        </Notice>
      )}
      <Section
        title={m.import_cleaning_fixes_title()}
        lead={m.import_cleaning_fixes_lead()}
        actions={
          <LinkButton to={`${here}/match`} variant="primary">
            {m.import_cleaning_continue()}
          </LinkButton>
        }
      >
        <FixTable here={here} counts={counts} />
        <ChosenFixes repairs={repairs} headers={headers} />
        <WorkbookLink counts={counts} here={here} />
      </Section>
      {closed.length > 0 && (
        <Section title={m.import_cleaning_closed_review()} lead={m.import_cleaning_closed_review_lead()}>
          <ColumnLinks here={here} columns={closed} />
        </Section>
      )}
      <TermSection counts={counts} names={names} />
      {counts.habits.length > 0 && (
        <Section title={m.import_cleaning_habits_title()} lead={m.import_cleaning_habits_lead()}>
          <HabitForm habits={counts.habits} headers={headers} />
        </Section>
      )}
      <Section title={m.import_cleaning_values_title()} lead={m.import_cleaning_values_lead()}>
        <ColumnLinks here={here} columns={used.filter(({ isClosed }) => !isClosed)} />
      </Section>
      <Section title={m.import_cleaning_changes_title()} lead={m.import_cleaning_changes_lead()}>
        <ChangeGroups changes={counts.changes} headers={headers} />
      </Section>
      <div>
        <LinkButton to={`${here}/match`} variant="primary">
          {m.import_cleaning_continue()}
        </LinkButton>
      </div>
    </div>
  );
}

function ColumnLinks({ here, columns }: { here: string; columns: readonly { column: number; header: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {columns.map(({ column, header }) => (
        <li key={column}>
          <LinkButton to={`${here}?step=values&column=${column}`} size="sm">
            {header}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

function FixTable({ here, counts }: { here: string; counts: BatchCounts }) {
  if (counts.fixes.length === 0) return <p>{m.import_cleaning_fixes_none()}</p>;
  return (
    <DataTable
      caption={m.import_cleaning_fixes_caption()}
      rows={counts.fixes}
      rowKey={({ column, code, how }) => `${column} ${code} ${how.join()}`}
      columns={[
        {
          key: 'what',
          header: m.import_cleaning_column_what(),
          isRowHeader: true,
          wraps: true,
          cell: ({ code, header, samples }) => (
            <>
              <Link to={`${here}?step=check&problem=${code}#rows`}>{problemKind(code)}</Link>
              <span className="font-normal text-muted"> · {header}</span>
              <ul className="font-normal">
                {samples.map(({ value, suggestion, row }) => (
                  <li key={row}>
                    <BeforeAfter before={value} after={suggestion} />{' '}
                    <span className="text-muted">{m.import_cleaning_in_row({ row })}</span>
                  </li>
                ))}
              </ul>
            </>
          ),
        },
        { key: 'count', header: m.import_cleaning_column_cells(), align: 'end', cell: ({ count }) => formatNumber(count) },
        {
          key: 'how',
          header: m.import_cleaning_column_settle(),
          wraps: true,
          cell: ({ column, code, how, count }) => (
            <div className="flex flex-wrap gap-2">
              {how.map((way) => (
                <FixButton key={way} column={column} code={code} how={way} label={fixName(way, count)} />
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}

function ChosenFixes({ repairs, headers }: { repairs: Repairs; headers: readonly string[] }) {
  if (repairs.fixes.length === 0) return null;
  return (
    <div className="mt-4">
      <h3>{m.import_cleaning_chosen_title()}</h3>
      <ul className="mt-2 grid gap-2">
        {repairs.fixes.map(({ column, code, how }) => (
          <li key={`${column} ${code}`} className="flex flex-wrap items-center gap-3">
            <span>
              {m.shell_named({ name: headers[column] ?? '', text: problemKind(code) })}. {fixDone(how)}
            </span>
            <FixButton column={column} code={code} how={null} label={m.import_cleaning_undo()} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FixButton({ column, code, how, label }: { column: number; code: string; how: FixKind | null; label: string }) {
  const { state, formData } = useNavigation();
  const value = [column, code, ...(how === null ? [] : [how])].join(' ');
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="fix" />
      <Button
        name="fix"
        value={value}
        size="sm"
        className="text-start whitespace-normal!"
        busy={state !== 'idle' && formData?.get('fix') === value}
      >
        {label}
      </Button>
    </Form>
  );
}

/** A value as the file has it and as it is understood. */
function BeforeAfter({ before, after }: { before: string; after: string | null }) {
  return (
    <>
      <bdi>{before}</bdi>
      {after !== null && (
        <>
          {' → '}
          <bdi className="font-semibold">{after}</bdi>
        </>
      )}
    </>
  );
}
