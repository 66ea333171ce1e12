import { m } from '~/paraglide/messages';
import type { SharedAccessState, Purpose, WayOfReading } from '~/platform/terms/shared-access-terms';

const states = {
  offered: m.shared_access_state_offered,
  accepted: m.shared_access_state_accepted,
  refused: m.shared_access_state_refused,
  revoked: m.shared_access_state_revoked,
  expired: m.shared_access_state_expired,
} satisfies Record<SharedAccessState, () => string>;

const purposeWords = {
  buyer: m.shared_access_purpose_buyer,
  auditor: m.shared_access_purpose_auditor,
  lender: m.shared_access_purpose_lender,
} satisfies Record<Purpose, () => string>;

const ways = {
  page: m.shared_access_how_page,
  json: m.shared_access_how_json,
  csv: m.shared_access_how_csv,
  xlsx: m.shared_access_how_xlsx,
  pdf: m.shared_access_how_pdf,
  report: m.shared_access_how_report,
  file: m.shared_access_how_file,
} satisfies Record<WayOfReading, () => string>;

const requestStates: Readonly<Record<string, () => string>> = {
  open: m.shared_access_asked_open,
  granted: m.shared_access_asked_granted,
  refused: m.shared_access_asked_refused,
  withdrawn: m.shared_access_asked_withdrawn,
};

const known = (words: Readonly<Record<string, () => string>>) => (word: string) => words[word]?.() ?? word;

export const sharedAccessStateWord = (state: SharedAccessState): string => states[state]();
export const purposeWord = known(purposeWords);
export const wayWord = known(ways);
export const accessRequestWord = known(requestStates);
