import { isicDivisions, sectorScores } from '#scoring';
import { divisionsOfGoods } from '~/risk/countries/read-goods.server';
import { shownPlace, shownScore } from '~/risk/countries/read-score.server';
import { sectorName } from '~/locales/sector-names';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import { listedGoods } from '#scoring';

export const sectorSpec = {
  sorts: ['code', 'name', 'score', 'child', 'goods'],
  defaultSort: { key: 'score', direction: 'descending' },
  filters: { band: ['low', 'moderate', 'elevated', 'high', 'severe'] },
} as const satisfies TableSpec;

/** The 88 divisions with their scores, and how many pairs of country and good are listed for forced labour in each, in no order. */
export function sectorList(asOf: string) {
  const scores = sectorScores(asOf);
  const divisions = divisionsOfGoods(asOf);
  const forced = listedGoods(asOf).filter(
    (row) => row.forcedLabour === true || row.forcedChildLabour === true || row.inputsForcedLabour === true,
  );
  return isicDivisions(asOf).flatMap(({ code, section }) => {
    const score = scores.get(code);
    if (!score) return [];
    const listed = forced.filter(({ good }) => divisions.get(good) === code).length;
    return [
      { code, section, name: sectorName(code) ?? code, score: shownPlace(score), child: score.child && shownScore(score.child), listed },
    ];
  });
}
export type ListedSector = ReturnType<typeof sectorList>[number];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The list as the address asks for it: search by title or code, filter by band, sort. */
export function listSectors(params: URLSearchParams, { asOf, locale }: { asOf: string; locale: string }) {
  const { q, sort, filters } = parseTableState(params, sectorSpec);
  const words = plain(q);
  const rows = sectorList(asOf).filter(
    ({ code, name, score }) =>
      (words === '' || plain(name).includes(words) || code === words) && (!filters.band || filters.band.includes(score.band)),
  );
  const compareNames = new Intl.Collator(locale).compare;
  const turn = sort.direction === 'descending' ? -1 : 1;
  const sortValue = (row: ListedSector) =>
    sort.key === 'child' ? (row.child?.exact ?? 0) : sort.key === 'goods' ? row.listed : row.score.exact;
  rows.sort((a, b) => {
    if (sort.key === 'name') return turn * compareNames(a.name, b.name);
    if (sort.key === 'code') return turn * (a.code < b.code ? -1 : 1);
    return turn * (sortValue(a) - sortValue(b)) || (a.code < b.code ? -1 : 1);
  });
  return { asOf, sort, rows };
}
