import { namesOfLists, orderOn } from './enforcement-rows.ts';
import { enforcementLists, type EnforcementMatch, type EnforcementQuery } from './enforcement-types.ts';
import { aboutForced, goodsMet, orderMatch, ordersMet, sectorsMet } from './enforcement-met.ts';
import { foldEntityName } from './fold-entity-name.ts';
import { rowsNamed } from './name-index.ts';

/**
 * The dated entries of enforcement lists that a party meets on a day, each with the reason and the source, in one order whatever the order of the
 * query. Names match letter by letter or folded, never by likeness. What is not given finds nothing; nothing here moves a score.
 * Throws RangeError for a day before the first lists.
 */
export function enforcementFor(query: EnforcementQuery): EnforcementMatch[] {
  const named = entriesNamed(query);
  const byName = new Set(named.map(({ list, provenance }) => `${list} ${provenance.row}`));
  const others = [...ordersMet(query), ...sectorsMet(query), ...goodsMet(query)];
  const rank = (match: EnforcementMatch) => enforcementLists.indexOf(match.list);
  return [...named, ...others.filter(({ list, provenance }) => !byName.has(`${list} ${provenance.row}`))].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.isAboutOthers) - Number(b.isAboutOthers) ||
      compare(a.provenance.row, b.provenance.row) ||
      compare(a.provenance.table, b.provenance.table) ||
      compare(a.reason, b.reason) ||
      compare(a.given, b.given),
  );
}

/** The entries that may be the party itself, by its name. */
export function entityCandidates(query: Pick<EnforcementQuery, 'asOf' | 'name' | 'countries' | 'fold'>): EnforcementMatch[] {
  return entriesNamed(query).filter(({ isCandidate }) => isCandidate);
}

function entriesNamed({ asOf, name, countries, fold = foldEntityName }: EnforcementQuery): EnforcementMatch[] {
  if (name === undefined) return [];
  const { entities, orders } = namesOfLists(asOf, fold);
  const common = (country: string) => ({ given: name, country, isSameCountry: isSame(countries, country), isAboutOthers: false });
  const listed = rowsNamed(entities, name).flatMap(({ row, reason, matched }): EnforcementMatch[] =>
    row.effective > asOf
      ? []
      : [
          {
            list: 'listed-entities',
            subject: row.entity,
            reason,
            matched,
            ...common(row.iso2),
            since: row.effective,
            until: null,
            state: 'in-force',
            ...aboutForced,
            isCandidate: true,
            provenance: row.provenance,
          },
        ],
  );
  const ordered = rowsNamed(orders, name).flatMap(({ row, reason, matched }): EnforcementMatch[] => {
    const order = orderOn(row, asOf);
    // An order that was replaced or lifted is reported, but is not a candidate.
    return order
      ? [
          {
            ...orderMatch(order),
            reason,
            matched,
            ...common(row.iso2),
            isCandidate: order.state === 'in-force' || order.state === 'unknown',
          },
        ]
      : [];
  });
  return [...listed, ...ordered];
}

function isSame(countries: readonly string[] | undefined, iso2: string): boolean | null {
  return countries === undefined || countries.length === 0 ? null : countries.includes(iso2);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
