import type { FormFailure } from '~/web/forms';

/** What came of a form of the supplier's notes or tasks. `form`: its intent, with the id of the record after a colon. */
export type Answered = { kind: 'done'; text: string } | { kind: 'unknown' } | { kind: 'failed'; form: string; failure: FormFailure };
