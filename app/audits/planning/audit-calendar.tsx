import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { formatDate } from '~/ui/format';
import type { ShownAudit } from './audit-table';
import { auditStatusLabel } from './labels';

const iso = (date: Date) => date.toISOString().slice(0, 10);
const dayOf = (value: Date | string) => (typeof value === 'string' ? value.slice(0, 10) : iso(value));

/** A month of audits, one week a row from Monday; each audit appears on all its days. On phones, a list of the days with audits. */
export function AuditCalendar({ month, today, rows, base }: { month: string; today: string; rows: readonly ShownAudit[]; base: string }) {
  const first = new Date(`${month}-01T00:00:00Z`);
  const shift = (months: number) => iso(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1))).slice(0, 7);
  const name = new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
  const begin = new Date(first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000);
  const end = new Date(`${shift(1)}-01T00:00:00Z`);
  const weeks: Date[][] = [];
  for (let at = begin; at < end; at = new Date(at.getTime() + 7 * 86_400_000))
    weeks.push(Array.from({ length: 7 }, (_, day) => new Date(at.getTime() + day * 86_400_000)));
  const on = (day: string) => rows.filter(({ startsOn, endsOn }) => dayOf(startsOn) <= day && day <= dayOf(endsOn));
  const weekday = new Intl.DateTimeFormat(getLocale(), { weekday: 'short', timeZone: 'UTC' });
  return (
    <section aria-label={name}>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <h2 className="grow max-sm:w-full">{name}</h2>
        <LinkButton to={`?month=${shift(-1)}`}>{m.audits_month_before()}</LinkButton>
        {month !== today.slice(0, 7) && <LinkButton to={`?month=${today.slice(0, 7)}`}>{m.audits_today()}</LinkButton>}
        <LinkButton to={`?month=${shift(1)}`}>{m.audits_month_after()}</LinkButton>
      </div>
      {rows.length === 0 && <p className="mb-4 text-muted">{m.audits_month_none()}</p>}
      <table className="w-full table-fixed border-collapse max-sm:hidden">
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={iso(day)} scope="col" className="pb-1 text-start font-normal text-muted">
                {weekday.format(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={iso(week[0] ?? begin)}>
              {week.map((day) => (
                <td key={iso(day)} className="h-24 border border-line p-1 align-top">
                  <span
                    aria-current={iso(day) === today ? 'date' : undefined}
                    className={classNames(
                      'inline-block min-w-6 rounded text-center tabular-nums',
                      !iso(day).startsWith(month) && 'text-muted',
                      iso(day) === today && 'bg-accent font-semibold text-on-accent',
                    )}
                  >
                    {day.getUTCDate()}
                  </span>
                  <Audits rows={on(iso(day))} base={base} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="grid gap-2 sm:hidden">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line pb-2">
            <span className="block text-muted tabular-nums">
              {formatDate(row.startsOn)} – {formatDate(row.endsOn)}
            </span>
            <Audits rows={[row]} base={base} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Audits({ rows, base }: { rows: readonly ShownAudit[]; base: string }) {
  return (
    <ul>
      {rows.map(({ id, number, supplier, status }) => (
        <li key={id} className="truncate">
          <Link to={`${base}/${id}`} title={`${number} · ${supplier} · ${auditStatusLabel(status)}`}>
            <span className="tabular-nums">{number}</span> <bdi>{supplier}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
