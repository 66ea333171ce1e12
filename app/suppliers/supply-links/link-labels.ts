import type { LinkKind } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatDate, formatPercent } from '~/ui/format';

const words = {
  supplies: m.suppliers_link_supplies,
  subcontracts: m.suppliers_link_subcontracts,
  recruits: m.suppliers_link_recruits,
  owns: m.suppliers_link_owns,
  houses: m.suppliers_link_houses,
} satisfies Record<LinkKind, () => string>;

/** What an edge says of its beginning, in the reader's language: "supplies". */
export function linkName(kind: LinkKind): string {
  return words[kind]();
}

/** The kind of an edge, then what a reader must not take it for: inferred, and what else `doubts` says. */
export function linkKindWords(
  { kind, isInferred, confidence }: { kind: LinkKind; isInferred: boolean; confidence: number | null },
  doubts: readonly (string | null)[],
): string {
  const inferred =
    confidence === null ? m.suppliers_chain_inferred() : m.supply_links_inferred_with({ confidence: formatPercent(confidence) });
  const said = [isInferred ? inferred : null, ...doubts].filter((doubt) => doubt !== null);
  return said.length === 0 ? linkName(kind) : `${linkName(kind)} (${said.join(', ')})`;
}

/** Start and end of an edge; null when neither end is known. */
export function linkPeriodWords({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string | null {
  if (validFrom && validTo) return m.supply_links_period_both({ from: formatDate(validFrom), to: formatDate(validTo) });
  if (validFrom) return m.supply_links_period_from({ from: formatDate(validFrom) });
  return validTo ? m.supply_links_period_to({ to: formatDate(validTo) }) : null;
}
