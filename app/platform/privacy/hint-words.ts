import { m } from '~/paraglide/messages';
import { type PersonalKind, personalKinds } from './finding';
import type { HintWords } from './hint-text';
import { personalKindWords } from './kind-words';

/** The hint's words in the reader's language. */
export const hintWords = (): HintWords => ({
  hint: m.privacy_hint({ found: '{found}' }).replace(/[\u2068\u2069]/g, ''),
  kinds: Object.fromEntries(personalKinds.map((kind) => [kind, personalKindWords[kind]()])) as Record<PersonalKind, string>,
});
