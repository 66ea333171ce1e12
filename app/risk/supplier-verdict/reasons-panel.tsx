import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { worldScore } from '#scoring';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { factLabel, signedTenth } from '~/risk/scores/labels';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { formatNumber, formatPercent } from '~/ui/format';
import { Panel } from './panel';
import type { VerdictPage } from './read-verdict-page.server';
import { driverDetail, driverName, endsLabel, howToFind, type Named } from './labels';

type Shown = SerializeFrom<VerdictPage>;

/** The three parts that move the score most: points, what they mean as odds, and the rule they follow. */
export function DriversPanel({ page, named }: { page: Shown; named: Named }) {
  const { drivers, result } = page;
  if (!result) return null;
  const most = Math.max(...drivers.map(({ points }) => Math.abs(points)));
  return (
    <Panel title={driversTitle(page)}>
      {drivers.length === 0 && <p className="text-muted">{m.supplier_verdict_drivers_average()}</p>}
      <ul>
        {drivers.map(({ id, points, rule }) => {
          const detail = driverDetail(id, named);
          return (
            <li key={id} className="border-b border-line py-2">
              <p className="flex items-baseline justify-between gap-4 font-semibold">
                <bdi>{detail === null ? driverName(id) : m.supplier_verdict_driver_of({ driver: driverName(id), detail })}</bdi>
                <span className="tabular-nums">{signedTenth(points)}</span>
              </p>
              <svg viewBox="0 0 100 2" preserveAspectRatio="none" className="my-1 h-1.5 w-full" aria-hidden="true">
                <rect width="100" height="2" className="fill-sunken" />
                <rect
                  width={(Math.abs(points) / most) * 100}
                  height="2"
                  className={classNames(points > 0 ? 'fill-band-high-mark' : 'fill-success')}
                />
              </svg>
              <p className="text-xs text-muted">
                {oddsLabel(points)}
                {' · '}
                <Link to={`/methodology/${rule}`} className="text-muted">
                  {m.supplier_verdict_rule({ rule })}
                </Link>
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** "Main driver: country, 30 of 46 points": the whole is what the score is above the world's average. */
function driversTitle({ drivers, result }: Shown): string {
  const [first] = drivers;
  if (!first || !result || first.points <= 0) return m.supplier_verdict_drivers_none();
  const total = Math.round(result.score - worldScore);
  const points = Math.round(first.points);
  const driver = driverName(first.id).toLocaleLowerCase();
  return total >= points
    ? m.supplier_verdict_drivers_of({ driver, points: formatNumber(points), total: formatNumber(total) })
    : m.supplier_verdict_drivers_raises({ driver, points: formatNumber(points) });
}

/** The unknown facts that would change most, what each could do to the score, and how to find it out; without a score, the facts that it needs. */
export function UnknownsPanel({ page, editTo }: { page: Shown; editTo: string | null }) {
  const { unknowns, missing, result } = page;
  const name = (field: string) =>
    editTo ? <Link to={`${editTo}#field-${field === 'countries' ? 'country' : field}`}>{factLabel(field)}</Link> : factLabel(field);
  if (!result && missing.length === 0) return null;
  return (
    <Panel
      title={m.supplier_verdict_unknowns_title()}
      actions={
        result && unknowns.length > 0 ? <span className="text-xs text-muted">{m.supplier_verdict_unknowns_change()}</span> : undefined
      }
    >
      <ul>
        {!result &&
          missing.map((field) => (
            <li key={field} className="border-b border-line py-2 font-semibold">
              {name(field)} <span className="block text-xs font-normal text-muted">{m.supplier_verdict_unknowns_missing()}</span>
            </li>
          ))}
        {result &&
          unknowns.map(({ field, best, worst, changesBand }) => (
            <li key={field} className="border-b border-line py-2">
              <p className="flex items-baseline justify-between gap-4 font-semibold">
                <span>{name(field)}</span>
                <span className="whitespace-nowrap tabular-nums">
                  {endsLabel({ score: result.score, best: best.score, worst: worst.score })}
                </span>
              </p>
              <p className="text-xs text-muted">
                {howToFind(field)}
                {changesBand >= 0.05 && <> · {m.supplier_verdict_unknowns_band({ share: formatPercent(changesBand) })}</>}
              </p>
            </li>
          ))}
      </ul>
      {result && unknowns.length === 0 && <p className="text-muted">{m.supplier_verdict_unknowns_none()}</p>}
    </Panel>
  );
}
