import { m } from '~/paraglide/messages';
import type { Purpose } from '~/platform/terms/shared-access-terms';

const purposeWords = {
  buyer: m.shared_access_purpose_buyer,
  auditor: m.shared_access_purpose_auditor,
  lender: m.shared_access_purpose_lender,
} satisfies Record<Purpose, () => string>;

const requestStates: Readonly<Record<string, () => string>> = {
  open: m.shared_access_asked_open,
  granted: m.shared_access_asked_granted,
  refused: m.shared_access_asked_refused,
  withdrawn: m.shared_access_asked_withdrawn,
};

const known = (words: Readonly<Record<string, () => string>>) => (word: string) => words[word]?.() ?? word;

export const purposeLabel = known(purposeWords);
export const accessRequestLabel = known(requestStates);
