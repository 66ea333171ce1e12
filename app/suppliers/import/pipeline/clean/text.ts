import { limits } from '../limits';
import { type Cleaned, clean, flag } from '../problems';

/** What people write where they know nothing. */
const placeholders =
  /^(n\/?a\.?|n\.a\.?|none|nil|null|unknown|not known|not yet known|undisclosed|not disclosed|n\/k|tbd|tba|tbc|to be confirmed|unbekannt|nicht bekannt|inconnue?|non connue?|à confirmer|desconocid[oa]|no conocid[oa]|por confirmar|desconhecid[oa]|sconosciut[oa]|onbekend|bilinmiyor|tidak diketahui|chưa (?:biết|rõ)|không (?:biết|rõ)|未知|不明|알 수 없음|not available|not applicable|no group(?: \(.*\))?|k\.?\s?a\.?|keine angabe|s\/d|nd|n\.d\.|-+|–+|—+|\.+|\?+|x{2,5}|无|暂无)$/i;

/** Whether a cell has no content: empty, or one of the usual stand-ins for *not known*. */
export function saysNothing(cell: string): boolean {
  const bare = cell.trim();
  return bare === '' || placeholders.test(bare);
}

/** Text in one Unicode form with single spaces; null when it says nothing. */
export function cleanText(cell: string, limit: number = limits.textLength): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  const text = cell
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (text === '') return clean<string>(null);
  if (text.length > limit) return flag<string>(null, 'text-too-long', 'error', { length: text.length, limit });
  return clean(text);
}

/** Whether a spreadsheet would calculate the cell. It is kept as the text it is. */
export function isFormula(cell: string): boolean {
  return /^[=@]\S/.test(cell) || /^[+-]\s*[A-Za-z_]+\s*\(/.test(cell);
}
