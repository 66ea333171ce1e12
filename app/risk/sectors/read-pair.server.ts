import { allSectorPoints, sectorInCountries, sectorProvenance, sectorsOfCountry, worldScore } from '#scoring';
import { readCountry } from '~/risk/countries/read-country.server';
import { type PointLine, shownMoved, shownPlace, shownScore, shownSource } from '~/risk/countries/read-score.server';
import { sectorName } from '~/locales/sector-names';
import { readSector, scoreWithGood } from './read-sector.server';

/** A country and a division together, as of a day: null where either is unknown. `score` null where the country is not scored. */
export function readPair(code: string, { country: iso2, asOf }: { country: string; asOf: string }) {
  const country = readCountry(iso2, asOf);
  const sector = readSector(code, asOf);
  if (!country || !sector) return null;
  const inSector = sectorInCountries(asOf, code).get(country.iso2) ?? null;
  const inCountry = sectorsOfCountry(asOf, country.iso2).get(code) ?? null;
  const score = inSector && shownPlace(inSector);
  const lines: PointLine[] = inSector
    ? [
        { id: 'country', points: inSector.country.points, says: country.iso2, source: null },
        {
          id: 'sector',
          points: inSector.sector.points,
          says: inSector.sector.reason,
          source: shownSource(sectorProvenance(inSector.sector)),
        },
        ...(inSector.presumption
          ? [
              {
                id: 'presumption' as const,
                points: inSector.presumption.points,
                says: inSector.presumption.sector.sector,
                source: shownSource(inSector.presumption.sector.provenance),
              },
            ]
          : []),
      ]
    : [];
  const goods = country.goods.listed.filter(({ division }) => division === code);
  const beyondCountry = inSector ? inSector.score - inSector.country.points - worldScore : 0;
  return {
    ...{ asOf, country, sector, score, lines },
    withGood: inSector && scoreWithGood(inSector, goods, asOf),
    child: inSector?.child ? shownScore(inSector.child) : null,
    placeInCountry: inCountry?.place ?? null,
    goods,
    classes: allSectorPoints()
      .filter((each) => each.code.length > 2 && each.code.startsWith(code))
      .flatMap((each) => {
        const own = sectorInCountries(asOf, each.code).get(country.iso2);
        return own ? [{ code: each.code, name: sectorName(each.code) ?? each.code, reason: each.reason, ...shownScore(own) }] : [];
      }),
    editions: country.editions.map(({ year, tier, isNamed, shown }) => ({
      ...{ year, tier, isNamed },
      shown: shown && inSector ? shownMoved(inSector, shown.exact + beyondCountry, asOf) : null,
    })),
  };
}
export type PairRead = NonNullable<ReturnType<typeof readPair>>;
