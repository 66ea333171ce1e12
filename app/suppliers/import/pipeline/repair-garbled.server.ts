import iconv from 'iconv-lite';
import { isPlausibleText } from './plausible-text';

const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Encodings as which UTF-8 is read by mistake: Windows of Western Europe, the Macintosh of old spreadsheets; then DOS, Central European and
 * Cyrillic Windows, where a pair of letters could be meant and four are needed as proof.
 */
const mistaken = [
  { encoding: 'windows-1252', least: 2 },
  { encoding: 'macintosh', least: 2 },
  { encoding: 'cp850', least: 4 },
  { encoding: 'cp437', least: 4 },
  { encoding: 'windows-1250', least: 4 },
  { encoding: 'windows-1251', least: 4 },
] as const;
/** Letters and signs of European languages and Vietnamese; two letters that would become anything else could be meant as they are. */
const everyday = /^[\u00a0-\u017f\u01a0-\u01b0\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2100-\u214f]+$/;
/** Signs that misread single bytes can become; letters of East Asia cannot. */
const run = /[\u0080-\u25ff\uf8ff\ufb01\ufb02]{2,}/g;
const hasRun = new RegExp(run.source);

/**
 * Finds text that was UTF-8 and has been read as something else ("NÂº", "N¬∫" for "Nº"), once or twice over.
 * Answers the text as it was meant, or null when nothing is garbled. The proof is exact: the letters must encode back to valid UTF-8. A text
 * is misread as one encoding, so one repairs all of its parts. A result with odd characters or mixed scripts is no repair.
 */
export function repairGarbled(text: string): string | null {
  if (!hasRun.test(text)) return null;
  const once = repairsOf(text);
  const twice = once.flatMap((repaired) => repairsOf(repaired));
  return [...twice, ...once].find((repaired) => isPlausibleText(repaired)) ?? null;
}

/** The text repaired from each encoding that some part of it decodes from; the one that repairs the most parts first. */
function repairsOf(text: string): string[] {
  return mistaken
    .map((way) => repairAs(text, way))
    .filter(({ parts }) => parts > 0)
    .sort((a, b) => b.parts - a.parts)
    .map(({ repaired }) => repaired);
}

/** The text with each part repaired that decodes from one encoding, and how many did. One part of `least` letters proves it for the shorter ones. */
function repairAs(text: string, { encoding, least }: (typeof mistaken)[number]): { repaired: string; parts: number } {
  let parts = 0;
  let longest = 0;
  const repaired = text.replace(run, (part) => {
    const meant = decodeAs(part, encoding);
    if (meant === null) return part;
    parts += 1;
    longest = Math.max(longest, part.length);
    return meant;
  });
  return longest >= least ? { repaired, parts } : { repaired: text, parts: 0 };
}

/** What a part means if it was misread as an encoding; null where its letters are meant. */
function decodeAs(part: string, encoding: string): string | null {
  const bytes = bytesOf(part, encoding);
  if (bytes === null) return null;
  try {
    const meant = utf8.decode(bytes);
    const isShorter = meant.length < part.length && !/[\u0080-\u009f]/.test(meant);
    return isShorter && (part.length > 3 || everyday.test(meant)) ? meant : null;
  } catch {
    return null;
  }
}

/** The bytes that read as `part`; null when none do. Windows-1252 reads the five bytes it has no letter for as control characters. */
function bytesOf(part: string, encoding: string): Uint8Array | null {
  const bytes = iconv.encode(part, encoding);
  if (bytes.length !== part.length) return null;
  for (let at = 0; at < part.length; at += 1) {
    const code = part.charCodeAt(at);
    if (encoding === 'windows-1252' && code >= 0x80 && code < 0xa0) bytes[at] = code;
    else if (iconv.decode(bytes.subarray(at, at + 1), encoding) !== part[at]) return null;
  }
  return bytes;
}
