import { describe, expect, it } from 'vitest';
import { isicTitles } from '#scoring';
import { cleanSector, recogniseSector } from '~/suppliers/import/pipeline/clean/sector.server';
import { hubTerms, isEmptyHubTerm } from './hub-vocabulary.server';
import { placeWords } from './place-words.server';
import { hubTitles } from './term-words';

const ofHub = (id: string) => hubTerms().filter(({ vocabulary }) => vocabulary === id);

describe('sector names of other hubs', () => {
  it('maps each name to divisions of ISIC, and gives a doubt with every other candidate', () => {
    const divisions = new Set(isicTitles().map(({ code }) => code));
    for (const { name, sector, candidates, doubt } of hubTerms()) {
      for (const code of [...(sector === null ? [] : [sector]), ...candidates]) expect(divisions.has(code), `${name}: ${code}`).toBe(true);
      if (sector === null || candidates.length > 0) expect(doubt, name).not.toBeNull();
      expect(candidates, name).not.toContain(sector);
    }
  });

  it('has a title for each vocabulary', () => {
    expect(Object.keys(hubTitles).sort()).toEqual([...new Set(hubTerms().map(({ vocabulary }) => vocabulary))].sort());
  });

  it('leaves at most one in seven sector names of Open Supply Hub unknown', () => {
    const terms = ofHub('open-supply-hub');
    const unknown = terms.filter(({ name }) => recogniseSector(name) === null);
    expect(terms.length).toBeGreaterThan(120);
    expect(unknown.length / terms.length).toBeLessThan(1 / 7);
    // Only names that the mapping says to be too broad are left to a person.
    expect(unknown.filter(({ sector }) => sector !== null)).toEqual([]);
  });

  it.each([
    ['Beauty Products', '20'],
    ['Maritime Transportation', '50'],
    ['Computing Infrastructure', '63'],
    ['Beauty Products|Home', '20'],
  ])('reads %j as division %s, as a guess with the hub as its source', (cell, division) => {
    const { value, problems } = cleanSector(cell);
    expect(value).toBe(division);
    expect(problems).toMatchObject([{ code: 'sector-guessed', params: { list: 'hub:open-supply-hub' } }]);
  });

  it('gives no sector, and candidates, for a name that covers several industries', () => {
    expect(cleanSector('Consumer Products')).toMatchObject({ value: null, problems: [{ code: 'unknown-sector' }] });
    expect(placeWords('Consumer Products').sectors.map(({ sector }) => sector)).toEqual(expect.arrayContaining(['20', '32', '27']));
    expect(cleanSector('Consumer Durables & Apparel').value).toBeNull();
  });

  it('reads a value by which a hub says that no sector is given as an empty cell, unless a member decided what it means', () => {
    expect(cleanSector('Unspecified')).toEqual({ value: null, problems: [] });
    expect(cleanSector('Unspecified|Apparel').value).toBe('14');
    const terms = new Map([['sector unspecified', '14']]);
    expect(cleanSector('Unspecified', '', { terms, isGuessing: true }).value).toBe('14');
    expect(isEmptyHubTerm('')).toBe(false);
  });

  it('still reads everyday words by themselves', () => {
    expect(cleanSector('Apparel')).toEqual({ value: '14', problems: [] });
    expect(placeWords('Garments').sector?.by.source).toBe('words');
  });
});
