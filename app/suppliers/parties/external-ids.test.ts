import { describe, expect, test } from 'vitest';
import { idKey, isLei, isOsId, mergeIds, readDuns, readLei, readOsId, readRegistration } from './external-ids';

const leis = ['5493001KJTIIGC8Y1R12', '529900T8BM49AURSDO55', '7LTWFZYICNSX8D621K86'];
const osIds = ['CN2019098XAFD8M', 'VN20190983HQY2C'];
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('LEI', () => {
  test.each(leis)('%s is valid, and invalid with any one digit or letter changed', (lei) => {
    expect(isLei(lei)).toBe(true);
    for (let at = 0; at < lei.length; at++) {
      const sign = lei[at] ?? '';
      const other = /\d/.test(sign) ? String((Number(sign) + 1) % 10) : sign === 'Z' ? 'A' : String.fromCharCode(sign.charCodeAt(0) + 1);
      expect(isLei(lei.slice(0, at) + other + lei.slice(at + 1)), `${at}`).toBe(false);
    }
  });
  test('reads spaces and small letters, and distinguishes a wrong check digit from no LEI', () => {
    expect(readLei(' 5493 001kjtiigc8y1r12')).toEqual({ ok: true, value: leis[0] });
    expect(readLei('5493001KJTIIGC8Y1R13')).toEqual({ ok: false, fault: 'check' });
    expect(readLei('5493001KJTII')).toEqual({ ok: false, fault: 'form' });
  });
});

describe('OS ID', () => {
  const withCheck = (body: string) => [...signs].map((sign) => body + sign).filter(isOsId);
  test('exactly one of all check characters is valid', () => {
    for (const id of osIds) expect(withCheck(id.slice(0, 14))).toHaveLength(1);
  });
  test('a changed letter is a wrong check character, a short text is no OS ID', () => {
    const good = withCheck('CN2019098XAFD8')[0] ?? '';
    expect(readOsId(good.toLowerCase())).toEqual({ ok: true, value: good });
    expect(readOsId(`${good.slice(0, 10)}${good[10] === 'A' ? 'B' : 'A'}${good.slice(11)}`)).toEqual({ ok: false, fault: 'check' });
    expect(readOsId('CN2019')).toEqual({ ok: false, fault: 'form' });
  });
});

test('a D-U-N-S number has nine digits, of which a spreadsheet may have removed leading zeros', () => {
  expect(readDuns('15-048-3782')).toEqual({ ok: true, value: '150483782' });
  expect(readDuns('4523109')).toEqual({ ok: true, value: '004523109' });
  for (const wrong of ['1504837821', '12', 'no', '000000000']) expect(readDuns(wrong)).toEqual({ ok: false, fault: 'form' });
});

test('a registration number has its country, and punctuation makes no difference', () => {
  expect(readRegistration('hrb  12345', 'DE')).toEqual({ ok: true, value: 'DE:HRB 12345' });
  expect(readRegistration('pending', 'DE')).toEqual({ ok: false, fault: 'form' });
  expect(idKey('registration', 'BR:12.345.678/0001-95')).toBe(idKey('registration', 'BR:12345678000195'));
  expect(idKey('registration', 'DE:HRB 1')).not.toBe(idKey('registration', 'AT:HRB 1'));
});

test('identifiers are added, removed and left unchanged', () => {
  expect(mergeIds({ supplierNumber: '7', lei: 'a' }, { lei: null, duns: '1' })).toEqual({ duns: '1', supplierNumber: '7' });
  expect(mergeIds({ lei: 'a' }, { lei: null })).toBeNull();
  expect(JSON.stringify(mergeIds({ lei: 'a', duns: '1' }, {}))).toBe(JSON.stringify(mergeIds({ duns: '1', lei: 'a' }, {})));
});
