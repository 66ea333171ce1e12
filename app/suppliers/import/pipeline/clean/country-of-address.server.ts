import { findCountry } from './country.server';

/** Abbreviations that are read at the end of an address; other short words are more often codes of states and companies. */
const short = new Set(['USA', 'UK', 'UAE', 'PRC']);
/** Names that are states and towns of other countries as often as countries. */
const ambiguous = new Set(['georgia', 'jordan', 'mexico', 'lebanon', 'luxembourg', 'panama', 'guatemala', 'singapore', 'peru', 'cuba']);

/** ISO 3166-1 alpha-2 of the country at the end of an address ("…, Karachi 74900 Pakistan"); null where it ends with none. Never a guess from a town. */
export function countryOfAddress(address: string): string | null {
  const words = address
    .trim()
    .replace(/[.。\s]+$/, '')
    .split(/[\s,;/]+/)
    .filter((word) => word !== '');
  const isOwnPart = (name: string) => new RegExp(`[,;]\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.?\\s*$`, 'i').test(address);
  for (let length = Math.min(5, words.length - 1); length >= 1; length--) {
    const name = words.slice(-length).join(' ');
    if (/\d/.test(name)) continue;
    const letters = name.replace(/[^\p{L}]/gu, '');
    if (letters.length < 4 && !short.has(letters)) continue;
    if (ambiguous.has(name.toLowerCase()) && !isOwnPart(name)) continue;
    if (name.toLowerCase() === 'georgia') continue;
    // "Nambiyur (TK)", "Jacutinga - MG": a code of two letters behind a sign is a district's or a state's.
    const last = name.split(/[()[\]（）,/]|(?:^|\s)[-–]\s/).findLast((part) => /\p{L}/u.test(part)) ?? '';
    if (last.replace(/[^\p{L}]/gu, '').length < 4 && !short.has(letters)) continue;
    const code = findCountry(name.replace(/^(?:p\.?\s*r\.?|the)\s+/i, ''));
    if (code !== null) return code;
  }
  return null;
}

/** A name with its country at the end ("Aurobia Unit III, India") in parts. */
export function splitCountry(name: string): { name: string; country: string | null } {
  const parts = /^(.{2,}),\s*([^,\d]{3,40})$/.exec(name.trim());
  const country = parts?.[2] && (parts[2].length > 3 || short.has(parts[2])) ? findCountry(parts[2]) : null;
  return parts?.[1] && country !== null ? { name: parts[1].trim(), country } : { name: name.trim(), country: null };
}
