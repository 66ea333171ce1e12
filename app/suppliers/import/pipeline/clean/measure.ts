import { foldText } from '~/suppliers/parties/name-key';
import { type Cleaned, clean, flag } from '../problems';
import { type NumberHabit, readAmount } from './number';
import { saysNothing } from './text';

/** Spellings of a unit, folded. A unit that is not here is what the list writes. */
const spellings: Readonly<Record<string, string>> = {
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kilogrammo kilogrammi kilogramm quilo quilos 公斤 千克 キログラム 킬로그램',
  g: 'g gr gram grams gramme grammes gramo gramos gramm',
  t: 't to ton tons tonne tonnes tonelada toneladas tonnellata tonnellate mt metricton metrictons metrictonne metrictonnes tan 吨 噸 トン 톤',
  lb: 'lb lbs pound pounds libra libras',
  pcs: 'pc pcs pce piece pieces stk stck stuck stucke pieza piezas peca pecas pezzo pezzi stuks cai adet buah pza pzas ea each unit units unite unites unidad unidades unidade unidades unita einheit einheiten eenheden 件 个 個 只 枚 개',
  pairs: 'pair pairs pr prs paire paires par pares paar paia doi cift pasang 双 雙 足 켤레',
  dozen: 'dozen dozens dz doz douzaine douzaines docena docenas dutzend 打',
  packs: 'pack packs pk pkt packet packets package packages paquete paquetes paquet paquets',
  cartons: 'carton cartons ctn ctns box boxes karton kartons caja cajas 箱',
  sets: 'set sets 套',
  rolls: 'roll rolls rouleau rouleaux rollo rollos 卷',
  bales: 'bale bales balle balles bala balas ballen',
  m: 'm mtr mtrs meter meters metre metres metro metros metri 米',
  yd: 'yd yds yard yards',
  m2: 'm2 m² sqm squaremeter squaremeters squaremetre squaremetres 平方米',
  m3: 'm3 m³ cbm cubicmeter cubicmeters cubicmetre cubicmetres 立方米',
  l: 'l ltr ltrs liter liters litre litres litro litros 升',
};
const unitBySpelling = new Map(
  Object.entries(spellings).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [foldText(word), unit])),
);
const signs: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₫': 'VND',
  '৳': 'BDT',
  '₺': 'TRY',
  '₩': 'KRW',
  R$: 'BRL',
  RMB: 'CNY',
  TK: 'BDT',
};

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The unit that a text names, by its usual symbol; null where it is none of the known ones. */
export function knownUnit(text: string): string | null {
  return unitBySpelling.get(foldText(text).replace(/ /g, '')) ?? null;
}

/** The ISO 4217 code that a text names by code or sign. A bare $ or ¥ is of several currencies and names none. */
export function knownCurrency(text: string): string | null {
  const written = text.trim().replace(/\.$/, '').toUpperCase();
  const code = signs[written] ?? written;
  return currencies.has(code) ? code : null;
}

/** Splits "1,200 kg" and "USD 3.50" into the number and what is beside it. */
export function splitMeasure(cell: string): { number: string; beside: string } {
  const number = /[-(−]?\d(?:[\d.,'’ \u00a0\u2009\u202f]*\d)?\)?/u.exec(cell);
  if (!number) return { number: '', beside: cell.trim() };
  return { number: number[0], beside: `${cell.slice(0, number.index)} ${cell.slice(number.index + number[0].length)}`.trim() };
}

/** The unit or currency that a header names at its end or in brackets: "Weight (Kilograms)", "Line value USD". */
export function measureOfHeader<T>(header: string, known: (text: string) => T | null): T | null {
  const bracket = /[([]([^)\]]+)[)\]]\s*$/.exec(header)?.[1];
  const words = (bracket ?? header).trim().split(/[\s_/]+/);
  for (const text of [bracket ?? '', words.slice(-2).join(' '), words.at(-1) ?? '', bracket === undefined ? '' : (words[0] ?? '')]) {
    // A header of one word is the name of the column and no unit of it.
    const found = text === '' || (bracket === undefined && words.length < 2) ? null : known(text);
    if (found !== null) return found;
  }
  return null;
}

/** An amount, not below zero, with what is written beside it. */
export function cleanAmount(cell: string, habit: NumberHabit): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const { value, isAssumed } = readAmount(splitMeasure(cell).number, habit);
  if (value === null) return flag<number>(null, 'not-a-number', 'warning', { value: cell });
  if (value < 0) return flag<number>(null, 'negative-amount', 'warning', { value: cell });
  if (value >= 1e15) return flag<number>(null, 'not-a-number', 'warning', { value: cell });
  const amount = Math.round(value * 1e3) / 1e3;
  return isAssumed ? flag(amount, 'ambiguous-number', 'warning', { value: cell, readAs: amount }) : clean(amount);
}

/** A unit as its symbol, or as the list writes it. */
export function cleanUnit(cell: string): Cleaned<string> {
  return saysNothing(cell) ? clean<string>(null) : clean(knownUnit(cell) ?? (cell.trim().toLowerCase().slice(0, 30) || null));
}

/** An ISO 4217 code; of anything else the currency is unknown. */
export function cleanCurrency(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const code = knownCurrency(cell);
  return code === null ? flag<string>(null, 'unknown-currency', 'warning', { value: cell }) : clean(code);
}
