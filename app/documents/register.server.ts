import { registerDrawable } from './verification/compare/redraw.server';

/** What the documents district does for others. */
export function registerDocuments(): void {
  registerDrawable('lender', async () => (await import('./frozen-documents/drawable.server')).lenderDrawable);
}
