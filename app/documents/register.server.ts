import { handleJob } from '~/platform/jobs/job-handlers.server';
import { registerDrawable } from './verification/compare/redraw.server';

/** What the documents district does for others. */
export function registerDocuments(): void {
  handleJob('stamp-signature', () => import('./signing/stamp-signature.job.server'));
  registerDrawable('lender', async () => (await import('./frozen-documents/drawable.server')).lenderDrawable);
}
