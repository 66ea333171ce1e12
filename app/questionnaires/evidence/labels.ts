import { m } from '~/paraglide/messages';
import { tooOftenText } from '~/platform/parser/refusal-labels';
import { formatDate } from '~/ui/format';
import type { Audience } from './audience';
import type { EvidenceRefusal } from './limits';

/** The time within which documents are counted. */
const documentMinutes = 10;

const refusals = {
  'too-large': m.files_refused_too_large,
  'empty-file': m.files_refused_empty,
  'file-kind': m.files_refused_kind,
  'file-disguised': m.files_refused_disguised,
  'file-two-kinds': m.files_refused_two_kinds,
  'file-broken': m.files_refused_broken,
  'file-inflates': m.files_refused_inflates,
  'file-heic': m.files_refused_heic,
  'too-many': m.files_refused_too_many,
  'too-much': m.files_refused_too_much,
  'unknown-question': m.files_refused_not_there,
  'not-open': m.files_refused_closed,
  'not-there': m.files_refused_not_there,
  'nothing-marked': m.files_redact_nothing,
  'file-busy': m.reader_busy,
  'file-too-often': () => tooOftenText(documentMinutes),
  'sensitive-case': m.responses_refused_sensitive_case,
} satisfies Record<EvidenceRefusal, () => string>;

/** Why a file was not taken, and what to do. */
export const refusalText = (code: EvidenceRefusal): string => refusals[code]();

const audienceWords = {
  buyer: m.files_audience_buyer,
  auditor: m.files_audience_auditor,
  lender: m.files_audience_lender,
} satisfies Record<Audience, () => string>;

export const audienceLabel = (audience: Audience): string => audienceWords[audience]();

/** Who may see a file, in one line. */
export function audienceLine(audience: readonly string[]): string {
  const names = (['buyer', 'auditor', 'lender'] as const).filter((one) => audience.includes(one)).map(audienceLabel);
  return names.length === 0 ? m.files_audience_nobody() : m.files_audience_line({ who: names.join(', ') });
}

/** What the virus scanner said, or that it has not been asked. */
export function scanLabel({ scan, scanDetail }: { scan: string; scanDetail: string | null }): string {
  switch (scan) {
    case 'clean':
      return m.files_scan_clean();
    case 'waiting':
      return m.files_scan_waiting();
    case 'infected':
      return m.files_scan_infected({ signature: scanDetail ?? '' });
    case 'failed':
      return m.files_scan_failed();
    default:
      return m.files_scan_none();
  }
}

/** Until when it is valid, or that it is not any more; `isOwn`: the reader may add a newer one. Null when no day was named. */
export function validityLine(file: { validUntil: string | null; isExpired: boolean }, isOwn = true): string | null {
  if (!file.validUntil) return null;
  const date = formatDate(file.validUntil);
  if (!file.isExpired) return m.files_valid_until_day({ date });
  return isOwn ? m.files_expired({ date }) : m.files_expired_on({ date });
}
