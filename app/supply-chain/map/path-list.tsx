import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { formatCountry } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import type { PathToBuyerStep } from '~/suppliers/supply-links/read-path-to-buyer.server';
import { tierLabel } from './labels';
import { mapHref } from './map-state';

/** A path from the organization to a supplier, each party with its mark and score. `to` leads to a party; without it the party opens on the map. */
export function PathList({ path, to }: { path: readonly PathToBuyerStep[]; to?: (publicId: string) => string }) {
  const [params] = useSearchParams();
  const hrefOf = to ?? ((publicId: string) => mapHref(params, { open: publicId }));
  const steps = path.toReversed();
  return (
    <ol className="grid divide-y divide-line border-y border-line">
      {steps.map((step) => (
        <li key={step.publicId} className="flex min-h-11 items-center gap-2 py-1.5">
          {step.kind === 'buyer' ? (
            <span aria-hidden="true" className="m-0.5 size-3 shrink-0 bg-accent" />
          ) : (
            <BandShape band={step.band} className="size-4 shrink-0" />
          )}
          <span className="min-w-0 grow">
            {step.kind === 'buyer' ? (
              <strong>{m.map_you()}</strong>
            ) : (
              <Link to={hrefOf(step.publicId)} preventScrollReset className="font-semibold">
                <bdi>{step.name}</bdi>
              </Link>
            )}
            {step.kind !== 'buyer' && (
              <span className="block text-xs text-muted">
                {[step.country && formatCountry(step.country), tierLabel(step.tier), step.product]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            )}
            {step.kind !== 'buyer' && <span className="sr-only">{bandName(step.band)}</span>}
          </span>
          {step.kind !== 'buyer' && <ScoreTile score={step.score} isBeside />}
        </li>
      ))}
    </ol>
  );
}
