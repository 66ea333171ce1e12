import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { Icon } from '~/ui/icon';
import type { DealAlert } from './alerted-deals.server';

/** The company under the most serious alert, with its country. */
export const alertedText = ({ name, country }: Pick<DealAlert, 'name' | 'country'>): string =>
  country === null ? name : `${name}, ${formatCountry(country)}`;

/** That a deal has an import-ban alert in its supply chain, and on whom; it leads to that company’s alerts. */
export function AlertMark({ alert, base }: { alert: DealAlert; base: string }) {
  return (
    <Link to={`${base}/suppliers/${alert.publicId}#alerts`} className="inline-block font-semibold text-warning">
      <Icon name="attention" /> {alertLabel(alert)}
    </Link>
  );
}

export const alertLabel = (alert: DealAlert): string =>
  alert.companies > 1
    ? m.portfolio_alert_more({ company: alertedText(alert), count: alert.companies - 1 })
    : m.portfolio_alert({ company: alertedText(alert) });
