import anyAscii from 'any-ascii';
import { foldText } from '../name-key';
import { plainForeign } from './match-words';

/** An address in parts that can be compared however it was punctuated, abbreviated or run together. */
export type AddressParts = {
  words: ReadonlySet<string>;
  /** Runs of digits, postal codes (five digits and more) left out. */
  numbers: readonly string[];
  /** Groups of three letters across the words, each as a number, ascending: "norte edificio" and "norteedificio" share all but one. */
  grams: Uint32Array;
};

const noise = new Set(
  'no nr road rd street st str avenue ave lane ln block blk plot lot house floor fl building bldg district dist city town village industrial industrialzone estate zone park area near the of and pin post office po box ward province state country km jalan jl rue calle rua via cad caddesi cadde sok sok sokak mah mahallesi mahalle osb organize sanayi bolgesi sitesi san sit commune khum khan sangkat srok phum tambon tambol ampho amphur moo epz export processing national ip kcn kcx ccn khu cong nghiep lo duong phuong quan huyen xa ap'.split(
    ' ',
  ),
);

const regions = new Intl.DisplayNames('en', { type: 'region' });
const countryWords = new Map<string, ReadonlySet<string>>();

/** The words of a country's English name: one list writes the country into the address, another does not. */
function wordsOfCountry(country: string | null): ReadonlySet<string> {
  const code = country !== null && /^[A-Z]{2}$/.test(country) ? country : '';
  const known = countryWords.get(code);
  if (known) return known;
  const words = new Set(code === '' ? [] : foldText(anyAscii(regions.of(code) ?? '')).split(' '));
  countryWords.set(code, words);
  return words;
}

/** Folds an address once. Costs about twenty microseconds. */
export function foldAddress(address: string | null | undefined, country: string | null): AddressParts {
  const ofCountry = wordsOfCountry(country);
  const text = address ? foldText(anyAscii(plainForeign(address).text)) : '';
  const words = text.split(' ').filter((word) => word !== '' && !noise.has(word) && !ofCountry.has(word));
  const letters = words.map((word) => word.replace(/\d+/g, '')).join('');
  return {
    words: new Set(words),
    numbers: [...new Set(text.match(/\d+/g) ?? [])].filter((number) => number.length < 5).map((number) => number.replace(/^0+(?=\d)/, '')),
    grams: gramsOf(letters),
  };
}

function gramsOf(letters: string): Uint32Array {
  const found = new Set<number>();
  for (let at = 0; at + 3 <= letters.length; at++)
    found.add((letters.charCodeAt(at) * 128 + letters.charCodeAt(at + 1)) * 128 + letters.charCodeAt(at + 2));
  return Uint32Array.from(found).sort();
}
