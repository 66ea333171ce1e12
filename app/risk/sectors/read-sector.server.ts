import {
  allSectorPoints,
  listedGoodPoints,
  listedGoods,
  type PairScore,
  prioritySectors,
  sectorEmploymentOf,
  sectorInCountries,
  type SectorPoints,
  sectorProvenance,
  sectorRow,
  sectorScores,
} from '#scoring';
import { divisionsOfGoods, type GoodRead, readGood } from '~/risk/countries/read-goods.server';
import { shownPlace, shownScore, shownSource } from '~/risk/countries/read-score.server';
import { sectorName } from '~/locales/sector-names';
import { formatCountry } from '~/ui/format';

/** Everything the page of a division shows, as of a day. Null for a code that is no division of ISIC Rev.4. */
export function readSector(code: string, asOf: string) {
  const row = sectorRow(code, asOf);
  const score = sectorScores(asOf).get(code);
  if (row?.level !== 'division' || !score || code !== row.code) return null;
  const goods = goodsOfDivision(code, asOf);
  const { group, iloSector } = sectorEmploymentOf({ section: row.section, division: code }, asOf);
  return {
    ...{ asOf, code, name: sectorName(code) ?? code, section: row.section, sectionTitle: row.sectionTitle },
    classification: shownSource(row.classification),
    score: shownPlace(score),
    child: score.child && shownScore(score.child),
    number: numberOf(score.points),
    classes: allSectorPoints()
      .filter((each) => each.code.length > 2 && each.code.startsWith(code))
      .flatMap((each) => {
        const own = sectorScores(asOf).get(each.code);
        return own ? [{ name: sectorName(each.code) ?? each.code, ...numberOf(each), ...shownScore(own) }] : [];
      }),
    employment: group && { ...withoutProvenance(group), source: shownSource(group.provenance) },
    iloSector: iloSector && { ...withoutProvenance(iloSector), source: shownSource(iloSector.provenance) },
    goods: byGood(goods),
    presumptions: prioritySectors(asOf)
      .filter(({ isicDivisions }) => isicDivisions.includes(code))
      .map(({ sector, iso2, designated, provenance }) => ({ sector, iso2, designated, source: shownSource(provenance) })),
    countries: countriesOf(code, goods, asOf),
  };
}
export type SectorRead = NonNullable<ReturnType<typeof readSector>>;

const numberOf = (row: SectorPoints) => {
  const { code, points, error, anchor, reason } = row;
  return { code, points, spread: error, anchor, reason, source: shownSource(sectorProvenance(row)) };
};

function withoutProvenance<Row extends { provenance: unknown }>({ provenance, ...row }: Row): Omit<Row, 'provenance'> {
  return row;
}

/** Goods of the list that are made in a division, in every country that is listed for them. */
export function goodsOfDivision(code: string, asOf: string): GoodRead[] {
  const divisions = divisionsOfGoods(asOf);
  return listedGoods(asOf)
    .filter(({ good }) => divisions.get(good) === code)
    .map((row) => readGood(row, divisions));
}

/** Each good with the countries listed for it, those of most countries for forced labour first. */
function byGood(goods: readonly GoodRead[]) {
  const names = [...new Set(goods.map(({ good }) => good))];
  const countries = (good: string, isListed: (row: GoodRead) => boolean) =>
    goods
      .filter((row) => row.good === good && isListed(row))
      .map(({ iso2 }) => iso2)
      .sort();
  return names
    .map((good) => ({
      good,
      forced: countries(good, ({ isForced }) => isForced),
      byInput: countries(good, ({ isForced, isForcedByInput }) => !isForced && isForcedByInput),
      child: countries(good, ({ isChild, isChildByInput }) => isChild || isChildByInput),
    }))
    .sort((a, b) => b.forced.length - a.forced.length || b.byInput.length - a.byInput.length || (a.good < b.good ? -1 : 1));
}

/**
 * The score of a supplier of a good listed for forced labour, unclamped and to one decimal; null where no good is listed. The presumption and the list speak of
 * one good: the one with more points counts (R3).
 */
export function scoreWithGood(
  { score, presumption }: Pick<PairScore, 'score' | 'presumption'>,
  goods: readonly Pick<GoodRead, 'isForced' | 'isForcedByInput'>[],
  asOf: string,
): number | null {
  const { here, byInput } = listedGoodPoints(asOf);
  const added = goods.some(({ isForced }) => isForced) ? here : goods.some(({ isForcedByInput }) => isForcedByInput) ? byInput : null;
  return added === null ? null : Math.round((score + Math.max(0, added - (presumption?.points ?? 0))) * 10) / 10;
}

/** Every country in this division, the one with most risk first: by its score where a listed good is made, else by place and sector. */
function countriesOf(code: string, goods: readonly GoodRead[], asOf: string) {
  return (
    [...sectorInCountries(asOf, code).values()]
      .map((pair) => {
        const listed = goods.filter(({ iso2, isForced, isForcedByInput }) => iso2 === pair.iso2 && (isForced || isForcedByInput));
        return {
          ...{ iso2: pair.iso2, name: formatCountry(pair.iso2), ...shownPlace(pair), isPresumed: pair.presumption !== null },
          goods: listed.map(({ good }) => good),
          withGood: scoreWithGood(pair, listed, asOf) ?? Math.round(pair.score * 10) / 10,
        };
      })
      // What one table alone speaks for compares with nothing.
      .sort(
        (a, b) =>
          Number(a.place === null) - Number(b.place === null) || b.withGood - a.withGood || b.exact - a.exact || (a.iso2 < b.iso2 ? -1 : 1),
      )
  );
}
