/** Crockford's base 32: no I, L, O or U, so that an ID can be read out over the telephone. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The five further check symbols of Crockford's modulo 37. */
const checkSymbols = `${digits}*~$=U`;
const bodyLength = 10;

/** Check symbol of a body: its value modulo 37, digit by digit, so that no number grows past safe integers. */
function checkSymbol(body: string): string {
  let rest = 0;
  for (const digit of body) rest = (rest * 32 + digits.indexOf(digit)) % 37;
  return checkSymbols.charAt(rest);
}

/** Random bytes are fetched for many IDs at a time: an import makes tens of thousands. */
const pool = new Uint8Array(bodyLength * 400);
let used = pool.length;

function randomBody(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let body = '';
  for (const end = used + bodyLength; used < end; used++) body += digits.charAt((pool[used] ?? 0) % 32);
  return body;
}

/**
 * A new public ID: ten random digits of Crockford's base 32 (50 bits) and a check symbol that is a digit or letter.
 * Bodies whose check symbol would be punctuation are drawn again, so that an ID needs no escaping in URLs and file names.
 */
export function makePublicId(): string {
  for (;;) {
    const body = randomBody();
    const check = checkSymbol(body);
    if (digits.includes(check)) return body + check;
  }
}

/** Whether the text is a public ID with a correct check symbol; small letters and hyphens are not accepted: see `normalizePublicId`. */
export function isPublicId(text: string): boolean {
  const body = text.slice(0, bodyLength);
  return (
    text.length === bodyLength + 1 && [...body].every((digit) => digits.includes(digit)) && checkSymbol(body) === text.slice(bodyLength)
  );
}

/** What a person typed, as the ID it was meant to be: capitals, no spaces or hyphens, O as 0, I and L as 1. */
export function normalizePublicId(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
