import { describe, expect, it } from 'vitest';
import { numbersAt } from './parameters.ts';
import { productPoints } from './product-points.ts';

const numbers = numbersAt('2026-12-01');
const of = (products: string[] | undefined, iso2: string, division: string | null = null) =>
  productPoints({ products, countries: [iso2], division }, numbers);

describe('the points of a product', () => {
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
});
