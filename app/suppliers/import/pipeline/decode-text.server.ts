import chardet from 'chardet';
import iconv from 'iconv-lite';
import { countZeros } from './zero-bytes';

export type Decoded = {
  text: string;
  /** As iconv names it: `utf-8`, `utf-16le`, `windows-1252`, `gb18030` … */
  encoding: string;
  hasByteOrderMark: boolean;
  /** 1-based physical lines that were not in the encoding of the rest of the file. */
  foreignLines: number[];
};

/**
 * Bytes of a text file → text, by byte order mark, then strict UTF-8, then UTF-16 by its zero bytes, then statistics. Never throws.
 * @param chosen the encoding that a person chose; it is not questioned
 */
export function decodeText(bytes: Uint8Array, chosen?: string): Decoded {
  const mark = byteOrderMark(bytes);
  if (chosen !== undefined && iconv.encodingExists(chosen))
    return whole(mark && mark.encoding === chosen ? bytes.subarray(mark.length) : bytes, chosen, mark !== null);
  if (mark) {
    const body = bytes.subarray(mark.length);
    if (mark.encoding !== 'utf-8') return whole(body, mark.encoding, true);
    return decodeUtf8(body, true);
  }
  const wide = utf16WithoutMark(bytes);
  if (wide) return whole(bytes, wide, false);
  return decodeUtf8(bytes, false);
}

function whole(bytes: Uint8Array, encoding: string, hasByteOrderMark: boolean): Decoded {
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding, hasByteOrderMark, foreignLines: [] };
}

function decodeUtf8(bytes: Uint8Array, hasByteOrderMark: boolean): Decoded {
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', hasByteOrderMark, foreignLines: [] };
  const guess = guessEncoding(bytes);
  const lines = splitLines(bytes);
  const foreignLines: number[] = [];
  let utf8Lines = 0;
  const parts = lines.map((line, at) => {
    if (line.every((byte) => byte < 0x80)) return Buffer.from(line).toString('latin1');
    const text = strictUtf8(line);
    if (text !== null) {
      utf8Lines += 1;
      return text;
    }
    foreignLines.push(at + 1);
    return iconv.decode(Buffer.from(line), guess);
  });
  // A file in another encoding contains valid UTF-8 only rarely, by chance; a file pasted together from two contains much of it.
  if (hasByteOrderMark || utf8Lines >= Math.max(1, foreignLines.length * 0.2))
    return { text: parts.join(''), encoding: 'utf-8', hasByteOrderMark, foreignLines };
  return whole(bytes, guess, false);
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const { even, odd } = countZeros(sample);
  if (odd > sample.length * 0.2 && even < odd * 0.1) return 'utf-16le';
  if (even > sample.length * 0.2 && odd < even * 0.1) return 'utf-16be';
  return null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The statistics see only the lines that are not ASCII: a few names in a long file of addresses would drown otherwise. */
function guessEncoding(bytes: Uint8Array): string {
  const telling = splitLines(bytes).filter((line) => line.some((byte) => byte >= 0x80));
  const sample = Buffer.concat(telling).subarray(0, 65_536);
  const best = chardet
    .analyse(sample)
    .find((match) => match.name !== 'UTF-8' && !match.name.startsWith('UTF-') && iconv.encodingExists(match.name));
  if (!best) return 'windows-1252';
  if (best.name === 'ISO-8859-1') return 'windows-1252';
  const isWide = /^(GB|Big5|Shift|EUC|ISO-2022)/i.test(best.name);
  const accented = sample.filter((byte) => byte >= 0x80).length / Math.max(1, sample.length);
  // Wide scripts fill their lines with high bytes; a handful of accents is Western European whatever the statistics say.
  if (isWide && accented < 0.15) return 'windows-1252';
  if (!isWide && best.confidence < 40 && accented < 0.3) return 'windows-1252';
  return best.name.toLowerCase();
}

/** Physical lines with their ends kept, by LF, CRLF or CR. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) {
      lines.push(bytes.subarray(start, at + 1));
      start = at + 1;
    }
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}
