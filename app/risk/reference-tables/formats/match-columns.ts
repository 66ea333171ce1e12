import { type OwnTableKind, ownTableKinds } from '#scoring';
import { foldHeader } from '~/suppliers/import/pipeline/fold-header';
import { conventionOf } from './conventions';
import { dimensions } from './governance';
import { formatOf } from './index';

/** The column of each field of a kind in a header. */
export type Columns = ReadonlyMap<string, number>;

/** The columns of a header that a kind knows; of several names of one field, the first in its list. */
export function matchColumns(kind: OwnTableKind, header: readonly string[]): Columns {
  const at = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const key = foldHeader(name);
    if (key !== '' && !at.has(key)) at.set(key, index);
  }
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const { field, headers } of formatOf(kind).columns) {
    const index = headers.map((name) => at.get(foldHeader(name))).find((found) => found !== undefined && !taken.has(found));
    if (index === undefined) continue;
    taken.add(index);
    columns.set(field, index);
  }
  return columns;
}

/** The columns whose header is a year ("2023", "2023 [YR2023]"), with the year. */
export function yearColumns(header: readonly string[]): { index: number; year: number }[] {
  return header.flatMap((name, index) => {
    const year = /^((?:19|20)\d\d)(?:\s*\[YR\d{4}\])?$/.exec(name.trim())?.[1];
    return year === undefined ? [] : [{ index, year: Number(year) }];
  });
}

/** The columns whose header names one convention, with its code. */
export function conventionColumns(header: readonly string[]): { index: number; code: string }[] {
  return header.flatMap((name, index) => {
    const code = conventionOf(name);
    return code === null ? [] : [{ index, code }];
  });
}

/** The fields without which a file of this kind cannot be read; none where it can. */
export function missingFields(kind: OwnTableKind, header: readonly string[]): string[] {
  const columns = matchColumns(kind, header);
  const has = (field: string) => columns.has(field);
  const lacks = (...fields: string[]) => fields.filter((field) => !has(field));
  const country = has('country') || has('countryCode') ? [] : ['country'];
  switch (kind) {
    case 'governance': {
      const isWide = has('year') && dimensionsIn(columns).length > 0;
      const isByYear = has('indicator') && yearColumns(header).length > 0;
      return [...country, ...(isWide || isByYear ? [] : lacks('year', 'indicator', 'estimate'))];
    }
    case 'ratifications':
      return [...country, ...(conventionColumns(header).length > 0 ? [] : lacks('convention'))];
    case 'listed-entities':
      return [...lacks('entity'), ...(has('removedOn') ? [] : lacks('effective'))];
    case 'import-orders':
      return [...country, ...(has('merchandise') ? [] : lacks('entity')), ...lacks('status')];
    case 'trafficking-tiers':
      return [...country, ...lacks('tier')];
    case 'informal-employment':
      return [...country, ...lacks('percent')];
    case 'slavery-index':
      return [...country, ...lacks('perThousand')];
    case 'state-sponsored':
      return country;
    default:
      return [
        ...country,
        ...lacks(...formatOf(kind).columns.flatMap(({ field, isRequired }) => (isRequired && field !== 'country' ? [field] : []))),
      ];
  }
}

/** The dimensions of governance that have a column of their own. */
export const dimensionsIn = (columns: Columns): string[] => dimensions.flatMap(({ field }) => (columns.has(field) ? [field] : []));

/** Another kind of which a file says more: the one with most columns; null where the kind named fits best. A list of countries alone tells no kind. */
export function likelierKind(kind: OwnTableKind, header: readonly string[]): OwnTableKind | null {
  const worthOf = (each: OwnTableKind) =>
    missingFields(each, header).length > 0 ? 0 : matchColumns(each, header).size + telling(each, header);
  const own = worthOf(kind);
  const others = ownTableKinds
    .filter((each) => each !== kind && each !== 'state-sponsored')
    .map((each) => ({ kind: each, worth: worthOf(each) }));
  const best = others.sort((a, b) => b.worth - a.worth)[0];
  return best && best.worth > own ? best.kind : null;
}

/** Columns that have no name of their own in a kind, and tell it all the same. */
function telling(kind: OwnTableKind, header: readonly string[]): number {
  if (kind === 'ratifications') return conventionColumns(header).length;
  return kind === 'governance' && matchColumns(kind, header).has('indicator') ? yearColumns(header).length : 0;
}
