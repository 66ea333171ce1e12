import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText } from './name-key';

describe('foldName', () => {
  it.each([
    ['Công ty CP May Nguyễn', 'may nguyen'],
    ['CÔNG TY TNHH MTV Đồng Tiến', 'dong tien'],
    ['Nguyen Garment Joint Stock Company', 'nguyen garment'],
    ['Nguyen Garment JSC.', 'nguyen garment'],
    ['Müller & Söhne GmbH & Co. KG', 'muller and sohne'],
    ['Łódź Textil Sp. z o.o.', 'lodz textil'],
    ['PT. Pan Brothers Tbk', 'pan brothers'],
    ['Crystal Martin (Cambodia) Co., Ltd.', 'crystal martin cambodia'],
    ['Crystal Martin (Cambodia) Company Limited', 'crystal martin cambodia'],
    ['Textiles del Sur, S.A. de C.V.', 'textiles del sur'],
    ["L'Atelier S.A.R.L.", 'latelier'],
    ['Straße AG', 'strasse'],
    ['深圳市华强有限公司', '深圳市华强'],
    ['株式会社ソニー', '株式会社ソニー'.replace('株式会社', '')],
    ['Bangla শ্রমিক Ltd', 'bangla শ্রমিক'],
    ['  Double   space  Inc ', 'double space'],
    ['Co Ltd', 'co'],
    ['AS Garments AS', 'as garments'],
    ['', ''],
  ])('%s', (name, key) => {
    expect(foldName(name)).toBe(key.normalize('NFC'));
  });

  it('is idempotent', () => {
    for (const name of ['Công ty CP May Nguyễn', 'PT. Pan Brothers Tbk', 'Crystal Martin (Cambodia) Co., Ltd.'])
      expect(foldName(foldName(name))).toBe(foldName(name));
  });

  it('distinguishes names with a different word', () => {
    expect(foldName('Nguyen Garment 2 Co., Ltd')).not.toBe(foldName('Nguyen Garment Co., Ltd'));
  });
});

describe('foldText', () => {
  it('keeps the legal form', () => expect(foldText('Nguyễn Co., Ltd.')).toBe('nguyen co ltd'));
});

describe('foldText of plain text', () => {
  it('folds plain text as it folds the same text beside an accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(`${foldText(text)} e`.trim()).toBe(foldText(`${text} é`));
      }),
    );
  });
});
