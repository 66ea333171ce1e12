import { m } from '~/paraglide/messages';
import { tooOftenText } from '~/readers/refusal-words';
import { formatDate } from '~/ui/format';
import type { Audience } from './audience';
import type { EvidenceRefusal } from './limits';

/** The time within which documents are counted. */
const documentMinutes = 10;

const refusals = {
  'too-large': m.file_refused_too_large,
  'empty-file': m.file_refused_empty,
  'file-kind': m.file_refused_kind,
  'file-disguised': m.file_refused_disguised,
  'file-two-kinds': m.file_refused_two_kinds,
  'file-broken': m.file_refused_broken,
  'file-inflates': m.file_refused_inflates,
  'file-heic': m.file_refused_heic,
  'too-many': m.file_refused_too_many,
  'too-much': m.file_refused_too_much,
  'unknown-question': m.file_refused_not_there,
  'not-open': m.file_refused_closed,
  'not-there': m.file_refused_not_there,
  'nothing-marked': m.file_redact_nothing,
  'file-busy': m.reader_busy,
  'file-too-often': () => tooOftenText(documentMinutes),
  'sensitive-case': m.assessment_refused_sensitive_case,
} satisfies Record<EvidenceRefusal, () => string>;

/** Why a file was not taken, and what to do. */
export const refusalText = (code: EvidenceRefusal): string => refusals[code]();

const audienceWords = {
  buyer: m.file_audience_buyer,
  auditor: m.file_audience_auditor,
  lender: m.file_audience_lender,
} satisfies Record<Audience, () => string>;

export const audienceWord = (audience: Audience): string => audienceWords[audience]();

/** Who may see a file, in one line. */
export function audienceLine(audience: readonly string[]): string {
  const names = (['buyer', 'auditor', 'lender'] as const).filter((one) => audience.includes(one)).map(audienceWord);
  return names.length === 0 ? m.file_audience_nobody() : m.file_audience_line({ who: names.join(', ') });
}

/** What the virus scanner said, or that it has not been asked. */
export function scanWord({ scan, scanDetail }: { scan: string; scanDetail: string | null }): string {
  switch (scan) {
    case 'clean':
      return m.file_scan_clean();
    case 'waiting':
      return m.file_scan_waiting();
    case 'infected':
      return m.file_scan_infected({ signature: scanDetail ?? '' });
    case 'failed':
      return m.file_scan_failed();
    default:
      return m.file_scan_none();
  }
}

/** Until when it is valid, or that it is not any more; `isOwn`: the reader may add a newer one. Null when no day was named. */
export function validityLine(file: { validUntil: string | null; isExpired: boolean }, isOwn = true): string | null {
  if (!file.validUntil) return null;
  const date = formatDate(file.validUntil);
  if (!file.isExpired) return m.file_valid_until_day({ date });
  return isOwn ? m.file_expired({ date }) : m.file_expired_on({ date });
}
