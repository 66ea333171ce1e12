import { data } from '@remix-run/node';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import type { FormFailure } from '~/ui/form-values';

/** What became of the act of one form on a page with several. */
export type Acted =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The answer of the page's action: back to `to` with the confirmation, or the page again with what was refused. */
export function answerAct(acted: Acted, to: string) {
  switch (acted.kind) {
    case 'unknown':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'refused':
      return data({ failure: acted.failure, intent: acted.intent }, { status: 422 });
    case 'done':
      return redirectWithFlash(to, { tone: 'success', text: acted.message });
  }
}
