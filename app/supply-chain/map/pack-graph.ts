import { bands, linkKinds } from '#scoring';
import { type MapGraph, partyKinds } from './graph';

/** A graph as columns, for transfer to the browser: a third of the size of a list of objects. -1 means null, but for scores. */
export type PackedGraph = {
  ids: string[];
  names: string[];
  countries: string[];
  kinds: number[];
  bands: number[];
  tiers: number[];
  /** Scores have no ends: below 0 is a score too. */
  own: (number | null)[];
  inherited: (number | null)[];
  from: number[];
  to: number[];
  linkKinds: number[];
  points: number[];
  inferred: number[];
};

export function packGraph({ parties, links }: MapGraph): PackedGraph {
  return {
    ids: parties.map(({ id }) => id),
    names: parties.map(({ name }) => name),
    countries: parties.map(({ country }) => country ?? ''),
    kinds: parties.map(({ kind }) => partyKinds.indexOf(kind)),
    bands: parties.map(({ band }) => (band === null ? -1 : bands.indexOf(band))),
    tiers: parties.map(({ tier }) => tier ?? -1),
    own: parties.map(({ own }) => own),
    inherited: parties.map(({ inherited }) => inherited),
    from: links.map(({ from }) => from),
    to: links.map(({ to }) => to),
    linkKinds: links.map(({ kind }) => linkKinds.indexOf(kind)),
    points: links.map(({ points }) => points),
    inferred: links.map(({ isInferred }) => Number(isInferred)),
  };
}

/** The graph that was packed. */
export function unpackGraph(packed: PackedGraph): MapGraph {
  const orNull = (value: number | undefined) => (value === undefined || value < 0 ? null : value);
  return {
    parties: packed.ids.map((id, at) => ({
      id,
      name: packed.names[at] ?? '',
      kind: partyKinds[packed.kinds[at] ?? 0] ?? 'supplier',
      country: packed.countries[at] || null,
      band: bands[packed.bands[at] ?? -1] ?? null,
      tier: orNull(packed.tiers[at]),
      own: packed.own[at] ?? null,
      inherited: packed.inherited[at] ?? null,
    })),
    links: packed.from.map((from, at) => ({
      from,
      to: packed.to[at] ?? 0,
      kind: linkKinds[packed.linkKinds[at] ?? 0] ?? 'supplies',
      points: packed.points[at] ?? 0,
      isInferred: packed.inferred[at] === 1,
    })),
  };
}
