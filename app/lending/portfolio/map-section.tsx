import { bands } from '#scoring';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { DrawingLink } from '~/supply-chain/map/drawing-link';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { formatCountry, formatMoney, formatNumber } from '~/ui/format';
import { filterQuery, type PortfolioFilter } from './filter';
import type { ExposureLine } from './fold-lines';

/** Exposure by host country as a map; the table beside it has the same data. */
export function MapSection({
  drawing,
  lines,
  filter,
  here,
}: {
  drawing: Drawing;
  lines: readonly ExposureLine[];
  filter: PortfolioFilter;
  here: string;
}) {
  const [first] = lines;
  const title = first
    ? m.portfolio_map_finding({
        country: formatCountry(first.key),
        amount: formatMoney(first.usdCents, 'USD'),
        countries: formatNumber(lines.length),
      })
    : m.portfolio_tab_map();
  const linkFor = (code: string) => {
    const line = lines.find(({ key }) => key === code);
    return (
      line && {
        href: `${here}/deals${filterQuery(filter, { country: code })}`,
        label: m.portfolio_map_country({
          country: formatCountry(code),
          amount: formatMoney(line.usdCents, 'USD'),
          count: formatNumber(line.deals),
        }),
      }
    );
  };
  return (
    <figure>
      <figcaption className="mb-2 font-semibold">{title}</figcaption>
      <DrawingSvg drawing={drawing} label={{ text: title }} linkFor={linkFor} linkAs={DrawingLink} className="w-full" />
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted" aria-label={m.portfolio_map_fill()}>
        <li className="font-semibold">{m.portfolio_map_fill()}</li>
        {[...bands, null].map((band) => (
          <li key={band ?? 'none'} className="flex items-center gap-1.5">
            <BandShape band={band} className="size-3" /> {bandName(band)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-muted">{m.portfolio_map_rings()}</p>
    </figure>
  );
}
