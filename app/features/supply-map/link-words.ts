import type { LinkKind } from '#scoring';
import { m } from '~/paraglide/messages';

const words = {
  supplies: m.supplier_link_supplies,
  subcontracts: m.supplier_link_subcontracts,
  recruits: m.supplier_link_recruits,
  owns: m.supplier_link_owns,
  houses: m.supplier_link_houses,
} satisfies Record<LinkKind, () => string>;

/** What an edge says of its beginning, in the reader's language: "supplies". */
export function linkName(kind: LinkKind): string {
  return words[kind]();
}
