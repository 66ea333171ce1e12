import { describe, expect, it } from 'vitest';
import { numberChecks } from './check-characters';

describe('check characters', () => {
  it.each([
    ['uscc', '91350100M000100Y43'],
    ['gstin', '27AAPFU0939F1ZV'],
    ['cnpj', '11222333000181'],
    ['cuit', '20267565393'],
    ['rut', '760864285'],
    ['kr-brn', '1208147521'],
    ['vn-tax', '0100233488'],
    ['tr-vkn', '4540536920'],
    ['de-vat', 'DE136695976'],
    ['it-vat', 'IT00743110157'],
    ['pl-nip', 'PL8567346215'],
  ])('%s accepts %s, and refuses it with another digit', (name, number) => {
    const check = numberChecks[name];
    expect(check?.(number)).toBe(true);
    const last = number.at(-1) ?? '';
    const other = `${number.slice(0, -1)}${last === '1' ? '2' : '1'}`;
    expect(check?.(other)).toBe(false);
  });
});
