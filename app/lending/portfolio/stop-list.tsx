import { Link } from '@remix-run/react';
import { covenantKindLabel } from '~/lending/covenants/labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { CovenantStop } from './read-stops.server';
import type { WatchedRow } from './read-watch.server';
import { isStop } from './watch-reasons';
import { ReasonLink } from './watch-table';

/** Why a deal is under a drawstop: each covenant by its name, with what is not met and the agreed plan; other reasons as on the watch list. */
export function StopList({ row, stops, base }: { row: WatchedRow; stops: readonly CovenantStop[]; base: string }) {
  return (
    <ul className="grid gap-1">
      {row.reasons
        .filter(({ code }) => isStop(code))
        .flatMap((raised) => {
          const named = stops.filter(({ dealId, code }) => dealId === row.id && code === raised.code);
          return [
            ...named.map((stop) => <CovenantLine key={stop.code + stop.covenantId + stop.since} stop={stop} base={base} />),
            ...(raised.items > named.length
              ? [
                  <li key={raised.code}>
                    <ReasonLink raised={raised} row={row} base={base} />
                  </li>,
                ]
              : []),
          ];
        })}
    </ul>
  );
}

function CovenantLine({ stop, base }: { stop: CovenantStop; base: string }) {
  const { dealId, covenantId, code, kind, number, text, since, plan, planDueOn } = stop;
  const names = { number, kind: covenantKindLabel(kind), date: formatDate(since) };
  return (
    <li>
      <Link to={`${base}/deals/${dealId}/monitoring/covenants/${covenantId}`}>
        {code === 'breach' ? m.portfolio_stop_breach(names) : m.portfolio_stop_test(names)}
      </Link>
      {text !== '' && <span className="line-clamp-3 text-ink">{text}</span>}
      {code === 'breach' && (
        <span className="block text-muted">
          {plan === null || planDueOn === null ? m.portfolio_stop_no_plan() : m.portfolio_stop_plan({ plan, date: formatDate(planDueOn) })}
        </span>
      )}
    </li>
  );
}
