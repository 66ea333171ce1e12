import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { AlertCard, type AlertOnPage } from './alert-card';
import { AlertChip } from './alert-chip';
import type { UpstreamAlert } from './upstream-alerts.server';
import { titleText } from './labels';

/** The alerts of a supplier: current ones in full, past ones folded away. Nothing where there never was one. */
export function AlertSection({
  alerts,
  base,
  overridesHref,
  mayDecide,
  floor,
}: {
  alerts: readonly AlertOnPage[];
  base: string;
  overridesHref: string;
  mayDecide: boolean;
  floor: number;
}) {
  if (alerts.length === 0) return null;
  const isPast = ({ endedAt, status }: AlertOnPage) => endedAt !== null || status === 'dismissed';
  const [current, past] = [alerts.filter((alert) => !isPast(alert)), alerts.filter(isPast)];
  const cards = (shown: readonly AlertOnPage[]) => (
    <div className="grid gap-x-10 gap-y-4 xl:grid-cols-2">
      {shown.map((alert) => (
        <AlertCard key={alert.id} alert={alert} base={base} overridesHref={overridesHref} mayDecide={mayDecide} floor={floor} />
      ))}
    </div>
  );
  return (
    <Section id="alerts" title={m.alerts_title()} actions={<Link to={`${base}/alerts`}>{m.alerts_all()}</Link>}>
      {current.length === 0 ? <p className="mb-3 text-muted">{m.alerts_none_title()}</p> : cards(current)}
      {past.length > 0 && (
        <details className="mt-3">
          <summary className="mb-3 cursor-pointer text-accent">{m.alerts_past({ count: past.length })}</summary>
          {cards(past)}
        </details>
      )}
    </Section>
  );
}

/** Alerts of those further up the chain, each with how far up it is. Nothing where there is none. */
export function UpstreamSection({ alerts, base }: { alerts: readonly UpstreamAlert[]; base: string }) {
  if (alerts.length === 0) return null;
  return (
    <Section id="alerts-upstream" title={m.alerts_upstream()} lead={m.alerts_upstream_lead()}>
      <ul className="grid gap-2">
        {alerts.map(({ id, kind, basis, isToBeConfirmed, status, tiersUp, publicId, name }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line pb-2">
            <AlertChip kind={kind} isToBeConfirmed={isToBeConfirmed && status === 'open'} />
            <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>
            <span className="text-muted">{m.alerts_tiers_up({ count: tiersUp })}</span>
            <Link to={`${base}/alerts/${id}`} className="basis-full text-sm">
              {titleText(kind, basis)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
