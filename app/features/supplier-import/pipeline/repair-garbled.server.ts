import iconv from 'iconv-lite';

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Encodings as which UTF-8 is read by mistake: Windows, and the Macintosh of old spreadsheets. */
const mistaken = ['windows-1252', 'macintosh'] as const;
const run = /[\u0080-\uffff]{2,}/g;

/**
 * Finds text that was UTF-8 and has been read as something else ("NÂº", "N¬∫" for "Nº").
 * Answers the text as it was meant, or null when nothing is garbled. The proof is exact: the letters must encode back to valid UTF-8.
 */
export function repairGarbled(text: string): string | null {
  let isChanged = false;
  const repaired = text.replace(run, (part) => {
    for (const encoding of mistaken) {
      const bytes = iconv.encode(part, encoding);
      if (bytes.length !== part.length || iconv.decode(bytes, encoding) !== part) continue;
      try {
        const meant = utf8.decode(bytes);
        if (meant.length < part.length && !/[\u0080-\u009f]/.test(meant)) {
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
