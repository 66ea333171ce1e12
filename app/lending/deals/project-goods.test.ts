import { expect, it } from 'vitest';
import { enforcementFor, listedEntities } from '#scoring';
import { foldName } from '~/suppliers/parties/name-key';
import { matchesOn } from './list-project-goods.server';

const asOf = '2026-11-28';

it('what many companies of a chain match is what each of them matches alone, in the same order', () => {
  const names = [
    ...listedEntities(asOf)
      .slice(0, 20)
      .flatMap(({ entity, aliases }) => [entity, ...aliases.slice(0, 1)]),
    'Mill',
    'Mill',
  ];
  const rest = [
    { countries: ['CN'], sector: '1410', products: ['cotton', 'garments'] },
    { countries: ['CN', 'MM'], sector: '2610', products: ['polysilicon'] },
    { countries: ['MX'], sector: undefined, products: ['tomatoes'] },
    { countries: undefined, sector: '0111', products: undefined },
  ];
  const matchesOf = matchesOn(asOf);
  let met = 0;
  for (const round of [1, 2])
    for (const [at, name] of names.entries())
      for (const each of rest) {
        const alone = enforcementFor({ asOf, fold: foldName, name, ...each });
        expect(matchesOf({ name, ...each }), `${round} ${at}`).toEqual(alone);
        met += alone.length;
      }
  expect(met).toBeGreaterThan(100);
});
