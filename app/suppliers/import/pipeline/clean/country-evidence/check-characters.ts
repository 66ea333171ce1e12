/** Check characters of numbers of tax offices and company registers. Each takes the number without spaces and punctuation, in capitals. */
export type NumberCheck = (number: string) => boolean;

const digitsOf = (number: string): number[] => [...number].map((digit) => Number.parseInt(digit, 36));
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
const elevenLess = (sum: number): number => (11 - (sum % 11)) % 11;

/** GB 32100-2015: thirty-one signs without I, O, S, V and Z, weighted by powers of three. */
function isUscc(number: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...number.slice(0, 17)].reduce((total, sign, at) => total + signs.indexOf(sign) * (3 ** at % 31), 0);
  return signs[(31 - (sum % 31)) % 31] === number[17];
}

/** The digits of the products of alternating weights, added up modulo 36. */
function isGstin(number: string): boolean {
  const sum = digitsOf(number.slice(0, 14)).reduce((total, value, at) => {
    const product = value * (at % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return Number.parseInt(number[14] ?? '', 36) === (36 - (sum % 36)) % 36;
}

function isCnpj(number: string): boolean {
  const digits = digitsOf(number);
  const first = elevenLess(weighted(digits, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = elevenLess(weighted(digits, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  return new Set(number).size > 1 && first % 10 === digits[12] && second % 10 === digits[13];
}

function isCuit(number: string): boolean {
  const digits = digitsOf(number);
  return elevenLess(weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) === digits[10];
}

function isRut(number: string): boolean {
  const body = digitsOf(number.slice(0, -1)).reverse();
  const sum = body.reduce((total, digit, at) => total + digit * (2 + (at % 6)), 0);
  return '0123456789K'[elevenLess(sum)] === number.at(-1);
}

/** Ten digits of the National Tax Service; the ninth counts its product with five twice. */
function isKoreanRegistration(number: string): boolean {
  const digits = digitsOf(number);
  const sum = weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor(((digits[8] ?? 0) * 5) / 10);
  return (10 - (sum % 10)) % 10 === digits[9];
}

function isVietnameseTax(number: string): boolean {
  const digits = digitsOf(number);
  return 10 - (weighted(digits, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === digits[9];
}

function isTurkishTax(number: string): boolean {
  const digits = digitsOf(number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => {
    const moved = (digit + 9 - at) % 10;
    return total + (moved === 9 ? 9 : (moved * 2 ** (9 - at)) % 9);
  }, 0);
  return (10 - (sum % 10)) % 10 === digits[9];
}

function isGermanVat(number: string): boolean {
  const digits = digitsOf(number.slice(2));
  let product = 10;
  for (const digit of digits.slice(0, 8)) product = (2 * ((digit + product) % 10 || 10)) % 11;
  return (11 - product) % 10 === digits[8];
}

function isItalianVat(number: string): boolean {
  const sum = digitsOf(number.slice(2)).reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0;
}

function isPolishTax(number: string): boolean {
  const digits = digitsOf(number.slice(2));
  return weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digits[9];
}

/** By the name of the check in `registration-numbers`. */
export const numberChecks: Readonly<Record<string, NumberCheck>> = {
  uscc: isUscc,
  gstin: isGstin,
  cnpj: isCnpj,
  cuit: isCuit,
  rut: isRut,
  'kr-brn': isKoreanRegistration,
  'vn-tax': isVietnameseTax,
  'tr-vkn': isTurkishTax,
  'de-vat': isGermanVat,
  'it-vat': isItalianVat,
  'pl-nip': isPolishTax,
};
