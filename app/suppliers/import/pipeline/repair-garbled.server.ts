import iconv from 'iconv-lite';

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

/**
 * Finds text that was UTF-8 and has been read as something else ("NÂº", "N¬∫" for "Nº"), once or twice over.
 * Answers the text as it was meant, or null when nothing is garbled. The proof is exact: the letters must encode back to valid UTF-8.
 */
export function repairGarbled(text: string): string | null {
  const once = repairOnce(text);
  return once === null ? null : (repairOnce(once) ?? once);
}

function repairOnce(text: string): string | null {
  let isChanged = false;
  const repaired = text.replace(run, (part) => {
    for (const { encoding, least } of mistaken) {
      const bytes = part.length < least ? null : bytesOf(part, encoding);
      if (bytes === null) continue;
      try {
        const meant = utf8.decode(bytes);
        if (meant.length < part.length && !/[\u0080-\u009f]/.test(meant) && (part.length > 3 || everyday.test(meant))) {
          isChanged = true;
          return meant;
        }
      } catch {
        // not UTF-8 in this encoding: the letters are meant
      }
    }
    return part;
  });
  return isChanged ? repaired : null;
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
