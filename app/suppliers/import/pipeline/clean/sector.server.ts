import { sectorFromHs, sectorFromNace, sectorFromNaics, sectorRow } from '#scoring';
import { isEmptyHubTerm, isLongHubName } from '~/suppliers/classification/hub-vocabulary.server';
import { placeWords, type SectorGuess } from '~/suppliers/classification/place-words.server';
import { sectorWords } from '~/suppliers/classification/sector-words';
import { onlyGuesses, type Recognition, termId } from '~/suppliers/classification/term-key';
import { foldText } from '~/suppliers/parties/name-key';
import { type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

/**
 * A sector as read. `from`: the classification and code it was converted from, when it was not ISIC Rev.4. `guess`: what its words were recognised by,
 * when they do not determine it.
 */
type ReadSector = { sector: string; from?: { system: 'NACE' | 'NAICS'; code: string }; guess?: SectorGuess };

/**
 * A sector in words or as a code → ISIC Rev. 4 division ("14") or class ("1410"); null with a remark when it is unknown.
 * Codes of NACE and NAICS are converted, with a remark; the classification of a code follows from the cell, the header or its form.
 * Of several sectors in one cell the first that is known counts. Other words are classified as a guess, with a remark, unless a member decided about them.
 */
export function cleanSector(cell: string, header = '', recognition: Recognition = onlyGuesses): Cleaned<string> {
  if (saysNoSector(cell, recognition)) return clean<string>(null);
  const read = recogniseSector(cell, header, recognition);
  if (read === null && recognition.terms.get(termId('sector', cell)) === null) return clean<string>(null);
  if (read === null) return flag<string>(null, 'unknown-sector', 'warning', { value: cell });
  if (read.from) return flag(read.sector, 'sector-converted', 'warning', { ...read.from, sector: read.sector });
  if (read.guess) return flag(read.sector, 'sector-guessed', 'warning', guessParams(cell, read.guess));
  return clean(read.sector);
}

/** Whether a cell is empty or only says that no sector is given ("Unspecified"), and no member decided what that means. */
export const saysNoSector = (cell: string, { terms }: Recognition): boolean =>
  saysNothing(cell) || (isEmptyHubTerm(cell) && !terms.has(termId('sector', cell)));

/** What a remark about a guess says. */
export function guessParams(words: string, { sector, by }: SectorGuess): Record<string, string> {
  return { value: words, sector, by: by.text, list: by.source };
}

/** The sector of a cell: a code, a member's decision about the same words, words that determine it, or the most likely one by its words; null when unknown. */
export function recogniseSector(cell: string, header = '', { terms, isGuessing }: Recognition = onlyGuesses): ReadSector | null {
  const decided = terms.get(termId('sector', cell));
  if (decided !== undefined) return decided === null ? null : { sector: decided };
  // A hub's name for several industries is read as a whole: "Textiles, Apparel & Luxury Goods".
  for (const part of isLongHubName(cell) ? [cell] : [cell, ...cell.split(/[|;,/]/)]) {
    const read = readSector(part, header);
    if (read !== null) return read;
  }
  const guess = isGuessing ? placeWords(cell).sector : null;
  return guess === null ? null : { sector: guess.sector, guess };
}

/** "Apparel" → 14, "C1410" → 1410, "NACE 14.13" → 14, "NAICS 334111" → 2620, "cotton shirts" → 14 as a guess; null when unknown. */
export function findSector(text: string, header = ''): string | null {
  return recogniseSector(text, header)?.sector ?? null;
}

function readSector(text: string, header: string): ReadSector | null {
  const written = /^(isic|nace|naics)?\s*(?:rev\.?\s*[24](?:\.[01])?)?\s*:?\s*(?:([A-V])\s*\.?\s*)?(\d[\d.]*)(?:\s*[-–:].*)?$/i.exec(
    text.trim(),
  );
  const [, label, letter = '', code] = written ?? [];
  if (code !== undefined) return readCode(`${letter}${code}`, label?.toUpperCase() ?? systemOf(header));
  const exact = byWord.get(foldText(text));
  return exact ? { sector: exact } : null;
}

/** The classification that a header names; none when it names no one, or more than one. */
function systemOf(header: string): string | undefined {
  const words = foldText(header).split(' ');
  const named = ['ISIC', 'NACE', 'NAICS'].filter((system) => words.includes(system.toLowerCase()));
  return named.length === 1 ? named[0] : undefined;
}

/**
 * A code of a named classification is read as that alone. Where none is named: two digits are a division in ISIC and NACE alike; four are ISIC when it
 * has that class, else a class of NACE; dots are how NACE is written; six digits are NAICS when it has that industry; five could be several and are unknown.
 */
function readCode(code: string, system: string | undefined): ReadSector | null {
  if (system === 'NAICS') return fromNaics(code);
  if (system === 'NACE') return fromNace(code);
  const [, division = '', rest = ''] = /^[A-U]?(\d{2})(\d{2})?$/i.exec(code) ?? [];
  if (isDivision(division) && (rest === '' || sectorRow(`${division}${rest}`)?.level === 'class')) return { sector: `${division}${rest}` };
  if (system === 'ISIC') {
    const [, dotted = '', digits = ''] = /^[A-U]?(\d{2})\.?(\d{1,2})?$/i.exec(code) ?? [];
    return isDivision(dotted) ? { sector: `${dotted}${digits.length === 2 ? digits : ''}` } : null;
  }
  if (/^\d{6}$/.test(code)) return fromNaics(code);
  return /^[A-V]?\d{2}(\.|\d{2}$)/i.test(code) ? fromNace(code) : null;
}

function fromNace(code: string): ReadSector | null {
  const found = sectorFromNace(code);
  if (!found) return null;
  // A division is the same number in both: nothing was converted.
  return /^[A-V]?\d{2}$/i.test(code) ? { sector: found.isic } : { sector: found.isic, from: { system: 'NACE', code } };
}

/** A group of ISIC is stored as its division: facts contain divisions and classes. */
function fromNaics(code: string): ReadSector | null {
  const found = sectorFromNaics(code);
  return found ? { sector: found.isic.length === 3 ? found.isic.slice(0, 2) : found.isic, from: { system: 'NAICS', code } } : null;
}

/** The sector that a product's name (“footwear”, "garments") is, the name as a whole, or the one that makes the goods of its HS code; null when it is none. */
export function sectorOfProduct(product: string): string | null {
  return byWord.get(foldText(product)) ?? sectorFromHs(product)?.isic ?? null;
}

function isDivision(code: string): boolean {
  const number = Number(code);
  return number >= 1 && number <= 99 && ![4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89].includes(number);
}

const byWord = new Map(Object.entries(sectorWords).flatMap(([division, words]) => words.map((word) => [word, division] as const)));
