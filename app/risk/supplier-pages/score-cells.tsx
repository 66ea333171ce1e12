import type { Basis } from '#scoring';
import { basisLabel } from '~/documents/charts/labels';
import { Chip } from '~/ui/alert-chip';
import { BasisLabel } from '~/ui/basis-mark';
import { m } from '~/paraglide/messages';
import { formatNumber, formatPercent } from '~/ui/format';
import type { ShownSupplier } from './read-list-page.server';

const shortWords = {
  A: m.suppliers_basis_a,
  B: m.suppliers_basis_b,
  C: m.suppliers_basis_c,
  D: m.suppliers_basis_d,
  E: m.suppliers_basis_e,
} satisfies Record<Basis, () => string>;

/** The basis of a score in short, in full on hover: "D: place, sector". */
export function BasisShort({ basis }: { basis: Basis }) {
  return (
    <span title={basisLabel(basis)}>
      <BasisLabel basis={basis} text={shortWords[basis]()} />
    </span>
  );
}

/** Labour that the state imposes: a mark of its own, since no site can end it. */
export function StateImposedMark() {
  return (
    <span title={m.countries_mark_state()} className="inline-flex">
      <Chip look="neutral" icon="state">
        {m.suppliers_mark_state_imposed()}
      </Chip>
    </span>
  );
}

/** The 90 % range of a place among all scored suppliers, and how probably it is among the riskiest tenth; `isShort`: that on hover alone. */
export function PlaceText({
  row: { placeBest: best, placeWorst: worst, inRiskiestTenth },
  scored,
  isShort = false,
}: {
  row: Pick<ShownSupplier, 'placeBest' | 'placeWorst' | 'inRiskiestTenth'>;
  scored: number;
  isShort?: boolean;
}) {
  if (best === null || worst === null || inRiskiestTenth === null) return <span className="text-muted">{m.suppliers_place_pending()}</span>;
  const [from, to, share] = [formatNumber(best), formatNumber(worst), formatPercent(inRiskiestTenth)];
  const title = m.suppliers_place_full({ from, to, count: formatNumber(scored), share });
  const range = best === worst ? from : `${from}–${to}`;
  if (isShort) return <span title={title}>{range}</span>;
  return (
    <span className="grid" title={title}>
      <span className="whitespace-nowrap">{range}</span>
      {inRiskiestTenth >= 0.05 && <span className="text-xs text-muted">{m.suppliers_riskiest_share({ share })}</span>}
    </span>
  );
}
