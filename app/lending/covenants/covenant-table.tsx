import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Section } from '~/ui/page-header';
import { covenantKindLabel, frequencyLabel, resultLabel, covenantStatusLabel, testerLabel } from './labels';
import type { CovenantRow } from './read-covenants.server';
import type { usualCovenants } from './usual-covenants';

/** The status of a covenant, with an icon where action is needed. */
export function CovenantStatusText({ covenantStatus, waivedUntil }: Pick<CovenantRow, 'covenantStatus' | 'waivedUntil'>) {
  const isLate = covenantStatus === 'overdue' || covenantStatus === 'breach' || covenantStatus === 'default';
  return (
    <span className={isLate ? 'font-semibold text-warning' : undefined}>
      {isLate && <Icon name="clock" />} {covenantStatusLabel(covenantStatus)}
      {covenantStatus === 'waived' && waivedUntil && (
        <span className="block text-muted">{m.monitoring_until({ date: formatDate(waivedUntil) })}</span>
      )}
    </span>
  );
}

/** When a covenant is tested next: of a test that a waiver in force covers, that it follows the waiver. */
export function NextTestText({ nextDueOn, waivedUntil }: Pick<CovenantRow, 'nextDueOn' | 'waivedUntil'>) {
  if (nextDueOn === null) return <span className="text-muted">{m.monitoring_next_none()}</span>;
  if (waivedUntil === null || nextDueOn > waivedUntil) return formatDate(nextDueOn);
  return (
    <>
      {m.monitoring_next_after_waiver({ date: formatDate(waivedUntil) })}
      <span className="block text-muted">{m.monitoring_next_waived({ date: formatDate(nextDueOn) })}</span>
    </>
  );
}

/** The covenants of a deal: text, next due date and status. */
export function CovenantTable({ rows, here, caption }: { rows: readonly CovenantRow[]; here: string; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      isStacked
      empty={<p className="py-8 text-muted">{m.monitoring_covenants_filtered()}</p>}
      columns={[
        {
          key: 'covenant',
          header: m.monitoring_covenant(),
          wraps: 'short',
          isRowHeader: true,
          cell: ({ id, number, kind, text, reference }) => (
            <>
              <Link to={`${here}/covenants/${id}`}>
                {m.monitoring_covenant_number({ number })} {covenantKindLabel(kind)}
              </Link>
              <span className="line-clamp-2 text-muted">{text}</span>
              {reference && <span className="block text-xs text-muted">{reference}</span>}
            </>
          ),
        },
        { key: 'standing', header: m.monitoring_standing(), wraps: 'short', cell: (row) => <CovenantStatusText {...row} /> },
        {
          key: 'next',
          header: m.monitoring_next_test(),
          wraps: 'short',
          cell: (row) => <NextTestText {...row} />,
        },
        {
          key: 'last',
          header: m.monitoring_last_result(),
          isWideOnly: true,
          cell: ({ last }) =>
            last ? (
              <>
                {resultLabel(last.result)} <span className="block text-muted">{formatDate(last.testedOn)}</span>
              </>
            ) : (
              <span className="text-muted">{m.monitoring_standing_untested()}</span>
            ),
        },
        {
          key: 'every',
          header: m.monitoring_frequency(),
          isWideOnly: true,
          cell: ({ frequency, tester }) => (
            <>
              {frequencyLabel(frequency)} <span className="block text-muted">{testerLabel(tester)}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** The usual covenants, each added with one button. Those already in the deal are marked. */
export function UsualCovenants({ usual, used }: { usual: ReturnType<typeof usualCovenants>; used: readonly string[] }) {
  return (
    <Section title={m.monitoring_usual_title()} lead={m.monitoring_usual_lead()} id="usual">
      <ul className="grid">
        {usual.map(({ key, kind, text, frequency, tester }) => (
          <li key={key} className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_auto] sm:items-center">
            <div>
              <p className="font-semibold">{covenantKindLabel(kind)}</p>
              <p>{text}</p>
              <p className="text-muted">
                {frequencyLabel(frequency)} · {testerLabel(tester)}
              </p>
            </div>
            {used.includes(text) ? (
              <p className="text-muted">
                <Icon name="check" /> {m.monitoring_usual_added()}
              </p>
            ) : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="usual" value={key} />
                <Button type="submit" aria-label={m.monitoring_usual_add_named({ name: text.slice(0, 80) })}>
                  {m.monitoring_usual_add()}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
