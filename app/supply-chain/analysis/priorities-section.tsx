import { Link } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { tierLabel } from '~/supply-chain/map/labels';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { LinkButton } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { formatCountry, formatList, formatNumber, formatPercent } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { ScoreTile } from '~/ui/score-tile';
import { concentrationLabel } from './concentration-section';
import type { Priorities } from './read-priorities.server';

type Shown = SerializeFrom<Priorities>;

/** What to do first, each with its number, a picture and where to begin. */
export function PrioritiesSection({ found, base, mayAsk }: { found: Shown; base: string; mayAsk: boolean }) {
  return (
    <ul className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-3">
      {found.gap && <GapItem gap={found.gap} base={base} mayAsk={mayAsk} />}
      {found.worst && <PathItem worst={found.worst} base={base} />}
      {found.concentration && <ConcentrationItem found={found.concentration} base={base} />}
    </ul>
  );
}

function Item({ title, figure, sentence, picture, acts }: Record<'title' | 'figure' | 'sentence' | 'picture' | 'acts', ReactNode>) {
  return (
    <li className="grid content-start gap-3 border-t-2 border-ink pt-3">
      <h3 className="text-sm font-semibold text-muted">{title}</h3>
      <p className="flex items-baseline gap-3">
        <strong className="text-xl tabular-nums">{figure}</strong>
        <span>{sentence}</span>
      </p>
      {picture}
      <div className="flex flex-wrap gap-2">{acts}</div>
    </li>
  );
}

const mostNamed = 3;

function GapItem({ gap, base, mayAsk }: { gap: NonNullable<Shown['gap']>; base: string; mayAsk: boolean }) {
  const toAsk = gap.suppliers.filter(({ isRefused }) => !isRefused);
  const ids = new URLSearchParams(toAsk.map(({ publicId }) => ['id', publicId]));
  const known = gap.of - gap.unknown;
  return (
    <Item
      title={m.supply_chain_gap_title()}
      figure={formatPercent(gap.of === 0 ? 0 : gap.unknown / gap.of)}
      sentence={m.supply_chain_gap_sentence({
        count: gap.unknown,
        shown: formatNumber(gap.unknown),
        all: formatNumber(gap.of),
        tier: tierLabel(gap.tier),
      })}
      picture={
        <div className="grid gap-2">
          <Bar parts={[{ share: gap.of === 0 ? 0 : known / gap.of, className: 'fill-muted' }]} rest="hatched border border-edge" />
          <p className="text-muted">{m.supply_chain_gap_first({ names: formatList(toAsk.slice(0, mostNamed).map(({ name }) => name)) })}</p>
        </div>
      }
      acts={
        <>
          {mayAsk && toAsk.length > 0 && (
            <LinkButton to={`${base}/campaigns/new?${ids}`} variant="primary" size="sm">
              {m.map_ask({ count: toAsk.length })}
            </LinkButton>
          )}
          <LinkButton to={`${base}/map?group=country&gap=${gap.tier}`} size="sm">
            {m.supply_chain_gap_show()}
          </LinkButton>
        </>
      }
    />
  );
}

function PathItem({ worst, base }: { worst: NonNullable<Shown['worst']>; base: string }) {
  const steps = worst.path.toReversed();
  const last = worst.path[0];
  const between = worst.path.slice(1, -1).toReversed();
  return (
    <Item
      title={m.map_panel_worst_path()}
      figure={<ScoreTile score={last?.score ?? null} />}
      sentence={
        between.length === 0
          ? m.supply_chain_path_direct({ name: worst.name, band: bandName(last?.band ?? null) })
          : m.supply_chain_path_through({
              name: worst.name,
              band: bandName(last?.band ?? null),
              names: formatList(between.map(({ name }) => name)),
            })
      }
      picture={
        <ol className="flex flex-wrap items-center gap-x-1 gap-y-1.5" aria-label={m.map_panel_worst_path()}>
          {steps.map((step, at) => (
            <li key={step.publicId} className="inline-flex items-center gap-1">
              {at > 0 && <Icon name="chevron" className="size-3 text-muted" />}
              {step.kind === 'buyer' ? (
                <>
                  <span aria-hidden="true" className="size-3 bg-accent" /> {m.map_you()}
                </>
              ) : (
                <>
                  <BandShape band={step.band} className="size-4" />
                  <span className="sr-only">{bandName(step.band)}</span>
                  <Link to={`${base}/suppliers/${step.publicId}`}>
                    <bdi>{step.name}</bdi>
                  </Link>
                </>
              )}
            </li>
          ))}
        </ol>
      }
      acts={
        <>
          <LinkButton to={`${base}/suppliers/${worst.publicId}`} variant="primary" size="sm">
            {m.supply_chain_path_open()}
          </LinkButton>
          <LinkButton to={`${base}/map?open=${worst.publicId}`} size="sm">
            {m.supply_chain_path_show()}
          </LinkButton>
        </>
      }
    />
  );
}

function ConcentrationItem({ found, base }: { found: NonNullable<Shown['concentration']>; base: string }) {
  const { by, part, share, others, index } = found;
  const country = formatCountry(part.name);
  const shades = ['fill-accent', 'fill-muted', 'fill-edge'];
  return (
    <Item
      title={m.supply_chain_concentration_title()}
      figure={formatPercent(share)}
      sentence={
        by === 'spend'
          ? m.supply_chain_largest_spend({ country, count: part.suppliers })
          : m.supply_chain_largest_suppliers({ country, count: part.suppliers })
      }
      picture={
        <div className="grid gap-2">
          <Bar
            parts={[share, ...others.slice(0, 4)].map((each, at) => ({
              share: each,
              className: shades[Math.min(at, shades.length - 1)] ?? '',
            }))}
            rest="bg-sunken"
          />
          {index !== null && <p className="text-muted">{concentrationLabel(index)}</p>}
        </div>
      }
      acts={
        <LinkButton to={`${base}/map?country=${part.name}&group=sector`} size="sm">
          {m.supply_chain_largest_show({ country })}
        </LinkButton>
      }
    />
  );
}

/** Shares of a whole side by side; the sentence above gives the figures. */
function Bar({ parts, rest }: { parts: readonly { share: number; className: string }[]; rest: string }) {
  let x = 0;
  return (
    <div aria-hidden="true" className={classNames('relative h-3 w-full overflow-hidden rounded-sm', rest)}>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full rtl:-scale-x-100">
        {parts.map(({ share, className }) => {
          const start = x;
          x += share * 100;
          return <rect key={start} x={start} width={Math.max(0, share * 100 - 0.4)} height="1" className={className} />;
        })}
      </svg>
    </div>
  );
}
