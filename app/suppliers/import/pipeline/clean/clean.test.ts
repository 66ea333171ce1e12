import countries from 'i18n-iso-countries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDegrees, cleanPair } from './coordinates';
import { cleanCountry, findCountry } from './country.server';
import { cleanDate, learnDateHabit } from './date';
import { isLei } from '~/suppliers/parties/external-ids';
import { cleanLei, cleanOsId, cleanTier } from './identifiers';
import { splitNames } from './names';
import { cleanCount, learnNumberHabit, readNumber } from './number';
import { cleanSector, findSector, sectorOfProduct } from './sector.server';
import { cleanShare, learnShareHabit } from './share';
import { cleanText, isFormula } from './text';

const codes = (cleaned: { problems: { code: string }[] }) => cleaned.problems.map(({ code }) => code);

describe('country', () => {
  it.each([
    ['Viet Nam', 'VN'],
    ['Việt Nam', 'VN'],
    ['China Mainland', 'CN'],
    ['PRC', 'CN'],
    ['P.R. China', 'CN'],
    ['中国', 'CN'],
    ['Burma', 'MM'],
    ['Türkiye', 'TR'],
    ['TURKEY', 'TR'],
    ['Korea (Republic of)', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['South Korea', 'KR'],
    ["Korea, Democratic People's Republic of", 'KP'],
    ['Hong Kong SAR', 'HK'],
    ['DRC', 'CD'],
    ['Congo, the Democratic Republic of the', 'CD'],
    ['Côte d’Ivoire', 'CI'],
    ["COTE D'IVOIRE", 'CI'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Swaziland', 'SZ'],
    ['Kosovo', 'XK'],
    ['Moldova (Republic of)', 'MD'],
    ['United States of America', 'US'],
    ['u.s.a.', 'US'],
    ['UAE', 'AE'],
    ['England', 'GB'],
    ['United Kingdom of Great Britain and Northern Ireland', 'GB'],
    ['Slovak Republic', 'SK'],
    ['Puerto Rico', 'PR'],
    ['Deutschland', 'DE'],
    ['Brasil', 'BR'],
    ['Bosnia and Herzegovina', 'BA'],
    ['Lao PDR', 'LA'],
    ['Tanzania, United Republic of', 'TZ'],
    ['Taiwan, Province of China', 'TW'],
    ['Taiwan (R.O.C.)', 'TW'],
    ['MY', 'MY'],
    ['NA', 'NA'],
    ['vn', 'VN'],
    ['BGD', 'BD'],
    ['Eswatini', 'SZ'],
    ['Congo, Dem. Rep.', 'CD'],
    ['Congo (Democratic Republic)', 'CD'],
    ['Congo, Rep.', 'CG'],
    ["Korea, Dem. People's Rep.", 'KP'],
    ['Korea, Rep.', 'KR'],
    ['Sudan, South', 'SS'],
    ['Samoa, American', 'AS'],
    ['Macao SAR, China', 'MO'],
    ['St. Vincent and the Grenadines', 'VC'],
    ['St. Martin (French part)', 'MF'],
  ])('reads %s as %s', (written, code) => expect(cleanCountry(written)).toEqual({ value: code, problems: [] }));

  it('asks which country Congo alone is', () => {
    expect(cleanCountry('Congo')).toMatchObject({ value: null, problems: [{ code: 'unknown-country' }] });
    expect(findCountry('Kinshasa, Congo')).toBe('CD');
  });

  it('reads every ISO code as itself', () => {
    for (const [alpha3, alpha2] of Object.entries(countries.getAlpha3Codes())) {
      expect(findCountry(alpha2)).toBe(alpha2);
      expect(findCountry(alpha3)).toBe(alpha2);
    }
  });
  it('reads every English name', () => {
    for (const [code, name] of Object.entries(countries.getNames('en'))) expect([name, findCountry(name)]).toEqual([name, code]);
  });
  it('refuses what is two countries or none, and suggests what was meant', () => {
    expect(findCountry('Georgia, USA')).toBeNull();
    expect(cleanCountry('Vietnm')).toEqual({
      value: null,
      problems: [{ code: 'unknown-country', severity: 'error', params: { value: 'Vietnm', suggestion: 'Vietnam' } }],
    });
    expect(codes(cleanCountry('Atlantis'))).toEqual(['unknown-country']);
    expect(cleanCountry('n/a')).toEqual({ value: null, problems: [] });
  });
});

describe('number', () => {
  it('learns the habit of a column', () => {
    expect(learnNumberHabit(['1.250', '12,5'])).toEqual({ decimal: ',', isSure: true });
    expect(learnNumberHabit(['1,250', '12.5'])).toEqual({ decimal: '.', isSure: true });
    expect(learnNumberHabit(['1.250.000'])).toEqual({ decimal: ',', isSure: true });
    expect(learnNumberHabit(['1.250', '300'])).toEqual({ decimal: '.', isSure: false });
  });
  it.each([
    ['1.250', ['1.250', '86'], 1250],
    ['1,250', ['1,250'], 1250],
    ['1 250', ['1 250'], 1250],
    ["1'250", ["1'250"], 1250],
    ['1.250.000', [], 1_250_000],
    ['0', [], 0],
    ['12.0', ['12.0'], 12],
    ['1,20,000', ['12.5'], 120_000],
    ['350 workers', [], 350],
    ['2,400 approx.', [], 2400],
    ['300+', [], 300],
  ])('counts %s', (cell, column, value) => expect(cleanCount(cell, learnNumberHabit(column)).value).toBe(value));
  it('says what is wrong', () => {
    const habit = learnNumberHabit([]);
    expect(codes(cleanCount('-5', habit))).toEqual(['negative-number']);
    expect(codes(cleanCount('100-200', habit))).toEqual(['number-range']);
    expect(codes(cleanCount('12.5', habit))).toEqual(['not-whole']);
    expect(codes(cleanCount('many', habit))).toEqual(['not-a-number']);
    expect(cleanCount('k.A.', habit)).toEqual({ value: null, problems: [] });
  });
  it('reads back what it would write, in both habits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('en-US', 'de-DE'), (number, locale) => {
        const habit = { decimal: locale === 'en-US' ? ('.' as const) : (',' as const), isSure: true };
        expect(readNumber(number.toLocaleString(locale), habit)).toBe(number);
      }),
    );
  });
});

describe('share', () => {
  const read = (cell: string, column: string[]) => cleanShare(cell, learnShareHabit(column));
  it.each([
    ['35 %', ['35 %'], 0.35],
    ['0.35', ['0.35', '0.2'], 0.35],
    ['35', ['35', '1'], 0.35],
    ['62,5 %', ['62,5 %'], 0.625],
    ['0,4', ['0,4', '0,25'], 0.4],
    ['100%', ['100%'], 1],
    ['0', ['0', '0'], 0],
  ])('reads %s', (cell, column, value) => expect(read(cell, column)).toEqual({ value, problems: [] }));
  it('flags what no value settles, and refuses the impossible', () => {
    expect(read('1', ['1', '0'])).toMatchObject({ value: 1, problems: [{ code: 'ambiguous-share' }] });
    expect(read('0.4', ['0.4', '35'])).toMatchObject({ value: 0.004, problems: [{ code: 'ambiguous-share' }] });
    expect(read('110%', ['110%'])).toMatchObject({ value: 1, problems: [{ code: 'share-over-100', severity: 'warning' }] });
    expect(codes(read('220', ['220']))).toEqual(['share-impossible']);
    expect(codes(read('-1', ['-1']))).toEqual(['negative-number']);
    expect(codes(read('half', ['half']))).toEqual(['not-a-share']);
  });
  it('is always unknown or between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.double({ noNaN: true }).map(String),
            fc.string(),
            fc.integer().map((n) => `${n} %`),
          ),
          { minLength: 1 },
        ),
        (column) => {
          const habit = learnShareHabit(column);
          for (const cell of column) {
            const { value } = cleanShare(cell, habit);
            expect(value === null || (value >= 0 && value <= 1)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('names', () => {
  const known = new Set(['hi tec wear co ltd branch 7']);
  it.each([
    ['Framing Vina Co., Ltd, Happy Screen Printing', ['Framing Vina Co., Ltd', 'Happy Screen Printing']],
    ['Dona East Co.,Ltd., Dona West Co., Ltd', ['Dona East Co., Ltd.', 'Dona West Co., Ltd']],
    ['A & K Patterns, Inc., PT. ABC INDONESIA', ['A & K Patterns, Inc.', 'PT. ABC INDONESIA']],
    ['Knit Co.,Ltd #3 Garment Factory', ['Knit Co., Ltd #3 Garment Factory']],
    ['HI TEC WEAR CO LTD, BRANCH 7', ['HI TEC WEAR CO LTD, BRANCH 7']],
    ['Alpha (Dyeing, Washing), Beta', ['Alpha (Dyeing, Washing)', 'Beta']],
    ['Alpha | Beta; Gamma\nDelta', ['Alpha', 'Beta', 'Gamma', 'Delta']],
    ['Alpha, alpha', ['Alpha']],
    ['none', []],
    ['Têxteis, S.A., Outra, Lda', ['Têxteis, S.A.', 'Outra, Lda']],
  ])('splits %s', (cell, names) => expect(splitNames(cell, known)).toEqual(names));
});

describe('date', () => {
  const read = (cell: string, column: string[] = [cell]) => cleanDate(cell, learnDateHabit(column));
  it.each([
    ['2024-03-31', '2024-03-31'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['31.3.24', '2024-03-31'],
    ['5 Mar 2024', '2024-03-05'],
    ['February 2021', '2021-02-01'],
    ['March 5, 2024', '2024-03-05'],
    ['04/04/2024', '2024-04-04'],
  ])('reads %s', (cell, date) => expect(read(cell)).toEqual({ value: date, problems: [] }));
  it('lets the column decide, and flags what it cannot', () => {
    expect(read('03/04/2024', ['03/04/2024', '31/12/2024']).value).toBe('2024-04-03');
    expect(read('03/04/2024', ['03/04/2024', '12/31/2024']).value).toBe('2024-03-04');
    expect(codes(read('03/04/2024', ['03/04/2024', '31/12/2024', '12/31/2024']))).toEqual(['ambiguous-date']);
    expect(codes(read('31/02/2024'))).toEqual(['not-a-date']);
    expect(codes(read('next week'))).toEqual(['not-a-date']);
  });
});

describe('coordinates', () => {
  it('reads degrees in the usual forms', () => {
    expect(cleanDegrees('10.7769', 'lat').value).toBe(10.7769);
    expect(cleanDegrees('106,7009', 'lng').value).toBe(106.7009);
    expect(cleanDegrees('10°46\'12"N', 'lat').value).toBe(10.77);
    expect(cleanDegrees('48.5 W', 'lng').value).toBe(-48.5);
    expect(codes(cleanDegrees('123.4', 'lat'))).toEqual(['coordinate-out-of-range']);
    expect(codes(cleanDegrees('here', 'lat'))).toEqual(['not-a-coordinate']);
    expect(cleanPair(0, 0).problems[0]?.code).toBe('coordinate-zero');
    expect(cleanPair(1, null)).toMatchObject({ lat: null, lng: null, problems: [{ code: 'coordinate-incomplete' }] });
  });
});

describe('identifiers, sectors, text', () => {
  it('checks identifiers', () => {
    expect(cleanOsId('AB2020001ABCDEF').problems[0]).toMatchObject({ code: 'bad-os-id', severity: 'error' });
    expect(isLei('5493001KJTIIGC8Y1R12')).toBe(true);
    expect(codes(cleanLei('5493001KJTIIGC8Y1R13'))).toEqual(['bad-lei']);
    expect(cleanTier('Tier 2').value).toBe(2);
    expect(codes(cleanTier('0'))).toEqual(['bad-tier']);
  });
  it('reads sectors as ISIC divisions', () => {
    for (const [word, code] of [
      ['Apparel', '14'],
      ['GARMENTS', '14'],
      ['Bekleidung', '14'],
      ['Footwear', '15'],
      ['C1410', '1410'],
      ['1410', '1410'],
      ['ISIC 14.10', '1410'],
      ['ISIC Rev.4 1410', '1410'],
      ['14 - Wearing apparel', '14'],
      ['Palm oil mill', '10'],
      ['Electronics | Toys', '26'],
    ])
      expect(findSector(word ?? '')).toBe(code);
    expect(codes(cleanSector('Miscellaneous'))).toEqual(['unknown-sector']);
    expect(findSector('04')).toBeNull();
  });
  it('converts codes of NACE and NAICS, and says so', () => {
    const converted = (cell: string, header?: string) => {
      const { value, problems } = cleanSector(cell, header);
      return [value, ...problems.map(({ code, params }) => (code === 'sector-converted' ? `${params.system} ${params.code}` : code))];
    };
    for (const [cell, header, ...expected] of [
      ['14.13', 'Sector', '14', 'NACE 14.13'],
      ['C14.13.05', 'Sector', '14', 'NACE C14.13.05'],
      ['1413', 'Sector', '14', 'NACE 1413'],
      ['20.12', 'Sector', '20', 'NACE 20.12'],
      ['2012', 'NACE code', '20', 'NACE 2012'],
      ['2012', 'ISIC code', '2012'],
      ['2012', 'Sector', '2012'],
      ['NACE Rev. 2: 14.13 - Outerwear', 'Sector', '14', 'NACE 14.13'],
      ['14', 'NACE', '14'],
      ['334111', 'Sector', '2620', 'NAICS 334111'],
      ['NAICS 3152', 'Sector', '14', 'NAICS 3152'],
      ['315240 - Women’s apparel', 'NAICS 2017', '14', 'NAICS 315240'],
      ['14.13; 15.20', '', '14', 'NACE 14.13'],
    ])
      expect(converted(cell ?? '', header), `${header}: ${cell}`).toEqual(expected);
  });
  it('takes no code of another classification for one that it could also be', () => {
    for (const [cell, header] of [
      ['14', 'NAICS'],
      ['31', 'NAICS code'],
      ['999999', 'Sector'],
      ['141305', 'Sector'],
      ['14131', 'UK SIC'],
      ['A14.13', 'Sector'],
      ['34.10', 'Sector'],
      ['213113', 'NAICS'],
      ['00', ''],
    ])
      expect([`${header}: ${cell}`, cleanSector(cell ?? '', header).value]).toEqual([`${header}: ${cell}`, null]);
  });
  it('reads the sector of an HS code where one division alone makes such goods', () => {
    expect(sectorOfProduct('1511.10')).toBe('10');
    expect(sectorOfProduct('HS 1511')).toBe('10');
    expect(sectorOfProduct('6109')).toBeNull();
  });
  it('cleans text and sees formulas', () => {
    expect(cleanText('  Công  ty\u00a0CP ').value).toBe('Công ty CP');
    expect(cleanText('—').value).toBeNull();
    // N/K says "not known"; NK is what factories are called.
    expect(cleanText('n/k').value).toBeNull();
    expect(cleanText('NK').value).toBe('NK');
    expect(codes(cleanText('ab'.repeat(300)))).toEqual(['text-too-long']);
    expect(['=1+1', '@SUM(A1)', '+HYPERLINK("x")', '-cmd(1)'].every(isFormula)).toBe(true);
    expect(['+84 28', '-5', 'A=B', '@'].some(isFormula)).toBe(false);
  });
});
