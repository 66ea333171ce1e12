import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { amountTexts, type LinkOrders, orderPeriodText } from './order-totals';

const mostProducts = 5;

/** What the order lines of a link add up to: volumes, values, lines, period, products and files. Without `base` the short form, for a panel. */
export function OrderFacts({ orders, base }: { orders: LinkOrders; base?: string }) {
  const { sums, products, sources } = orders;
  const named = products.filter(({ product }) => product !== null);
  const period = orderPeriodText(sums);
  return (
    <div className="grid gap-0.5">
      {amountTexts(sums).map((text) => (
        <span key={text}>{text}</span>
      ))}
      <span className="text-xs text-muted">
        {m.order_lines_count({ count: sums.lines })}
        {period !== null && ` · ${period}`}
      </span>
      {base !== undefined && named.length > 0 && (
        <details className="text-xs">
          <summary className="cursor-pointer">{m.order_lines_products({ count: named.length })}</summary>
          <ul className="mt-1 grid gap-1">
            {named.slice(0, mostProducts).map((total) => (
              <li key={total.product}>
                <bdi>{total.product}</bdi>
                <span className="text-muted">
                  {' · '}
                  {[...amountTexts(total), m.order_lines_count({ count: total.lines })].join(' · ')}
                </span>
              </li>
            ))}
            {named.length > mostProducts && (
              <li className="text-muted">{m.order_lines_more({ count: formatNumber(named.length - mostProducts) })}</li>
            )}
          </ul>
        </details>
      )}
      {base !== undefined && (
        <span className="text-xs text-muted">
          {sources.map(({ sourceId, fileName }) => (
            <Link key={sourceId} to={`${base}/sources/${sourceId}`} className="me-2">
              {fileName}
            </Link>
          ))}
        </span>
      )}
    </div>
  );
}
