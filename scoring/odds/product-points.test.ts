import { describe, expect, it } from 'vitest';
import { numbersAt } from './parameters.ts';
import { isListedAnywhere, productOf, productPoints } from './product-points.ts';

const numbers = numbersAt('2026-12-01');
const of = (products: string[] | undefined, iso2: string, division: string | null = null) =>
  productPoints({ products, countries: [iso2], division }, numbers);

describe('the points of a product', () => {
  // First, because lists are read once and kept: mutation testing runs the tests that made them be read.
  it('are read from the list by country and by outcome', () => {
    const reasons = (outcome: 'forced-labour' | 'child-labour') =>
      (
        [
          ['cotton', 'TM'],
          ['cotton', 'US'],
          ['coffee', 'CO'],
          ['rum', 'DO'],
          ['rum', 'FR'],
          ['chocolate', 'GH'],
          ['chocolate', 'US'],
          ['HS 7301', 'CN'],
        ] as const
      ).map(
        ([product, iso2]) =>
          productPoints({ products: [product], countries: [iso2], division: null }, numbers, outcome).readings[0]?.reason,
      );
    expect(reasons('forced-labour')).toEqual([
      'here',
      'elsewhere',
      'elsewhere',
      'by-input',
      'elsewhere',
      'none',
      'none',
      'priority-sector',
    ]);
    expect(reasons('child-labour')).toEqual(['here', 'elsewhere', 'here', 'none', 'none', 'by-input', 'elsewhere', 'none']);
  });

  it('are 20 where it is listed for forced labour in this country, 4 where only elsewhere', () => {
    expect(of(['cotton'], 'TM')).toMatchObject({ points: 20, error: 0, isKnown: true, readings: [{ reason: 'here', good: 'Cotton' }] });
    expect(of(['cotton'], 'US')).toMatchObject({ points: 4, isKnown: true, readings: [{ reason: 'elsewhere' }] });
  });

  it('of photovoltaic modules of China are those of a good made with polysilicon', () => {
    for (const product of ['photovoltaic modules', 'solar PV modules'])
      expect(of([product], 'CN', '26').readings[0]).toMatchObject({ reason: 'by-input', good: 'Solar Modules' });
  });

  it('do not count what is listed for child labour alone', () => {
    // Coffee of Colombia is listed for child labour; forced labour in coffee is listed for other countries.
    expect(of(['coffee'], 'CO').readings[0]?.reason).toBe('elsewhere');
    const [teaOfKenya] = of(['tea'], 'KE').readings;
    expect(teaOfKenya?.points).toBeLessThanOrEqual(4);
  });

  it('are a little less than nothing for a good that is known and in no list, and nothing where no list knows the words', () => {
    expect(of(['HS 8802'], 'FR')).toMatchObject({ points: -3, error: 0, isKnown: true });
    const unknown = of(['flux capacitors'], 'FR');
    expect(unknown).toMatchObject({ points: 0, isKnown: false, readings: [{ reason: 'words-unknown' }] });
    expect(unknown.error).toBeGreaterThan(0);
  });

  it('are those of the worst of several products, and stay wide while one is unknown', () => {
    const several = of(['flux capacitors', 'cotton', 'HS 8802'], 'TM');
    expect(several).toMatchObject({ points: 20, isKnown: true });
    expect(several.error).toBeGreaterThan(0);
  });

  it('count a sector under the customs presumption in the country concerned alone, also without a product', () => {
    const inChina = of(undefined, 'CN', '13');
    expect(inChina).toMatchObject({ points: 10, readings: [{ reason: 'priority-sector' }] });
    expect(of(undefined, 'TR', '13')).toMatchObject({ points: 0, isKnown: false, readings: [] });
  });

  it('name the input for which a good is listed, and cite the customs sector that the product lies in', () => {
    const panels = of(['solar panels'], 'CN', '26');
    expect(panels.points).toBe(15);
    expect(panels.readings).toMatchObject([
      { good: 'Solar Modules', reason: 'by-input', input: 'Polysilicon' },
      { reason: 'priority-sector', provenance: { row: 'Silica-based products including polysilicon' } },
    ]);
    expect(of(['copper wire'], 'CN', '26').readings[0]).toMatchObject({ provenance: { row: 'Copper' } });
    // The words before the heading: chapters 61 and 62 are those of cotton products and of apparel.
    expect(of(['cotton shirts'], 'CN', '14').readings[1]).toMatchObject({ provenance: { row: 'Cotton and cotton products' } });
    expect(of(['polyester shirts'], 'CN', '14').readings.at(-1)).toMatchObject({ provenance: { row: 'Apparel' } });
  });

  it('cite, of goods with the same points, the one whose own words fit best', () => {
    expect(of(['coal and footwear'], 'CN').readings[0]).toMatchObject({ good: 'Footwear', by: 'footwear' });
    expect(of(['metallurgical grade silicon and polysilicon'], 'CN').readings[0]).toMatchObject({ good: 'Metallurgical Grade Silicon' });
  });

  it('never fall when the country is one that lists the good', () => {
    for (const good of ['cotton', 'bricks', 'fish', 'garments', 'rubber gloves', 'palm oil'])
      for (const iso2 of ['MY', 'PK', 'TH', 'CN', 'DE']) expect(of([good], iso2).points, `${good} ${iso2}`).toBeGreaterThanOrEqual(-3);
  });

  it.each(['5201', 'HS 5201', 'hs5201', 'HScode 5201', 'HS code: 5201.00', ' HS: 52 01 '])(
    'read "%s" as the customs code of cotton',
    (product) => {
      expect(of([product], 'TM')).toMatchObject({ points: 20, readings: [{ reason: 'here', good: 'Cotton', by: '5201' }] });
    },
  );

  it.each(['HS', '5', '12345678901', 'no. 5201', '52hs01'])('read "%s" as words, not as a customs code', (product) => {
    expect(of([product], 'TM').readings).toMatchObject([{ reason: 'words-unknown', good: null, by: null, provenance: null }]);
  });

  it('of a code wider than the listed heading are those of a good listed elsewhere, and wide, for it may not be that good', () => {
    for (const code of ['52', '520'])
      expect(of([code], 'TM')).toMatchObject({ points: 4, error: 4, isKnown: true, readings: [{ reason: 'chapter', good: 'Cotton' }] });
    // A better known product beside it decides.
    expect(of(['52', 'cotton'], 'TM')).toMatchObject({ points: 20, error: 0, readings: [{ product: 'cotton' }, { product: '52' }] });
  });

  it('are 15 for a good listed by its input alone, and 20 where it is listed of itself too', () => {
    expect(of(['rum'], 'DO')).toMatchObject({ points: 15, error: 0, readings: [{ reason: 'by-input', input: 'Sugarcane' }] });
    const [garments] = of(['garments'], 'CN').readings;
    expect(garments).toMatchObject({ reason: 'here', points: 20 });
    expect(garments).not.toHaveProperty('input');
  });

  it('of several countries are those of the one that lists the good', () => {
    const at = (...countries: string[]) => productPoints({ products: ['cotton'], countries, division: null }, numbers).readings[0];
    expect(at('US', 'TM')).toMatchObject({ reason: 'here', provenance: { row: 'TM:Cotton' } });
    expect(at('US', 'FR')).toMatchObject({ reason: 'elsewhere' });
    expect(at()).toMatchObject({ reason: 'elsewhere' });
  });

  it('count a product once, and list products with the same points by their names', () => {
    expect(of(['cotton', 'cotton'], 'TM').readings).toHaveLength(1);
    const listed = (products: string[]) => of(products, 'US').readings.map(({ product }) => product);
    expect(listed(['cotton', 'bricks', 'fish'])).toEqual(['bricks', 'cotton', 'fish']);
    expect(listed(['fish', 'cotton', 'bricks'])).toEqual(['bricks', 'cotton', 'fish']);
  });

  it('are none where products are not reported, and a little less than none, known, where none is made that could be listed', () => {
    expect(of(undefined, 'FR')).toEqual({ points: 0, error: 4, isKnown: false, readings: [] });
    expect(of([], 'FR')).toEqual({ points: -3, error: 0, isKnown: true, readings: [] });
    expect(of([], 'CN', '13')).toMatchObject({ points: 10, error: 0, isKnown: true });
    expect(of(undefined, 'CN', '13')).toMatchObject({ error: 4 });
  });

  it('are 10 for a product in a heading under the customs presumption, in the country concerned alone', () => {
    expect(of(['HS 2836'], 'CN')).toMatchObject({ points: 10, readings: [{ reason: 'priority-sector', good: null, by: 'Lithium' }] });
    expect(of(['HS 7301.10'], 'CN')).toMatchObject({ points: 10, readings: [{ by: 'Steel' }] });
    // One of the goods that its words name is enough.
    expect(of(['copper and bananas'], 'CN').readings[0]).toMatchObject({ reason: 'priority-sector', by: 'Copper' });
    expect(of(['HS 2836'], 'TR')).toMatchObject({ points: -3, readings: [{ reason: 'none' }] });
    expect(of(['lithium-ion batteries'], 'CN').readings[0]).toMatchObject({ product: 'lithium-ion batteries', by: 'Lithium' });
  });

  it('cite the customs sector whose heading is longest, and the first of the table where a product says nothing of them', () => {
    const cited = (products: string[] | undefined, division: string) =>
      of(products, 'CN', division).readings.findLast(({ reason }) => reason === 'priority-sector')?.by;
    expect([cited(undefined, '24'), cited(['steel'], '24'), cited(['HS 7408'], '24')]).toEqual(['Aluminum', 'Steel', 'Copper']);
    expect([cited(['HS 5205'], '14'), cited(['HS 3904'], '20')]).toEqual(['Cotton and cotton products', 'Polyvinyl chloride (PVC)']);
    expect(cited(['HS 5205.11'], '14')).toBe('Cotton and cotton products');
    // A word of the name before a longer heading, and no word as short as "and".
    expect(cited(['solar panels of copper'], '26')).toBe('Copper');
    expect(cited(['fish and chips'], '10')).toBe('Seafood');
    // Chapter 61 lies in both; neither heading is longer.
    expect(cited(['HS 6109'], '14')).toBe('Apparel');
  });

  it('of a listed good are known though the good is listed for the other outcome alone', () => {
    expect(of(['chocolate'], 'GH')).toMatchObject({ points: -3, error: 0, isKnown: true });
    expect(of(['chocolate'], 'GH').readings).toMatchObject([{ reason: 'none', good: 'Chocolate', by: 'chocolate', provenance: null }]);
  });
});

describe('the points of a product for child labour', () => {
  const child = (products: string[] | undefined, iso2: string, division: string | null = null) =>
    productPoints({ products, countries: [iso2], division }, numbers, 'child-labour');

  it('read the flags of child labour, of the good itself and of its input', () => {
    expect(child(['coffee'], 'CO')).toMatchObject({ points: 20, readings: [{ reason: 'here' }] });
    expect(child(['chocolate'], 'GH')).toMatchObject({ points: 15, readings: [{ reason: 'by-input', input: 'Cocoa' }] });
    expect(child(['chocolate'], 'US')).toMatchObject({ points: 4, readings: [{ reason: 'elsewhere' }] });
  });

  it('do not count what is listed for forced labour alone, nor the customs presumption', () => {
    expect(child(['rum'], 'DO')).toMatchObject({ points: -3, readings: [{ reason: 'none' }] });
    expect(child(['HS 7601'], 'CN', '24')).toMatchObject({ points: -3, readings: [{ reason: 'none', good: 'Aluminum' }] });
    expect(child(undefined, 'CN', '24')).toMatchObject({ points: 0, isKnown: false, readings: [] });
  });
});

describe('withdrawn products', () => {
  const withdrawn = (value: string[], outcome?: 'child-labour') =>
    productOf({ products: { value, withdrawn: true } }, { countries: ['TM'], division: null }, numbers, outcome);

  it('count as unknown, and never for less than they did', () => {
    expect(withdrawn(['cotton'])).toMatchObject({ points: 20, error: 4, isKnown: false, readings: [{ good: 'Cotton' }] });
    expect(withdrawn(['HS 8802'])).toMatchObject({ points: 0, error: 4, isKnown: false });
    expect(withdrawn(['HS 8802'], 'child-labour')).toMatchObject({ points: 0, error: 4, isKnown: false });
  });

  it('are read as any others while they count', () => {
    const products = { value: ['cotton'] };
    expect(productOf({ products }, { countries: ['TM'], division: null }, numbers)).toEqual(of(['cotton'], 'TM'));
    expect(productOf({}, { countries: ['TM'], division: null }, numbers)).toEqual(of(undefined, 'TM'));
  });
});

describe('products on the list for any country', () => {
  it('are those listed for forced labour, also by an input or by a wider code', () => {
    for (const product of ['cotton', 'rum', '52']) expect(isListedAnywhere([product], numbers), product).toBe(true);
    for (const product of ['HS 8802', 'flux capacitors', 'chocolate']) expect(isListedAnywhere([product], numbers), product).toBe(false);
    expect([isListedAnywhere([], numbers), isListedAnywhere(['HS 8802', 'cotton'], numbers)]).toEqual([false, true]);
  });
});
