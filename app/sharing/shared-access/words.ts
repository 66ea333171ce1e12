import { m } from '~/paraglide/messages';
import type { GrantState, Purpose, WayOfReading } from '~/platform/terms/shared-access-terms';

const states = {
  offered: m.sharing_state_offered,
  accepted: m.sharing_state_accepted,
  refused: m.sharing_state_refused,
  revoked: m.sharing_state_revoked,
  expired: m.sharing_state_expired,
} satisfies Record<GrantState, () => string>;

const purposeWords = {
  buyer: m.sharing_purpose_buyer,
  auditor: m.sharing_purpose_auditor,
  lender: m.sharing_purpose_lender,
} satisfies Record<Purpose, () => string>;

const ways = {
  page: m.sharing_how_page,
  json: m.sharing_how_json,
  csv: m.sharing_how_csv,
  xlsx: m.sharing_how_xlsx,
  pdf: m.sharing_how_pdf,
  report: m.sharing_how_report,
  file: m.sharing_how_file,
} satisfies Record<WayOfReading, () => string>;

const requestStates: Readonly<Record<string, () => string>> = {
  open: m.sharing_asked_open,
  granted: m.sharing_asked_granted,
  refused: m.sharing_asked_refused,
  withdrawn: m.sharing_asked_withdrawn,
};

const known = (words: Readonly<Record<string, () => string>>) => (word: string) => words[word]?.() ?? word;

export const grantStateWord = (state: GrantState): string => states[state]();
export const purposeWord = known(purposeWords);
export const wayWord = known(ways);
export const accessRequestWord = known(requestStates);
