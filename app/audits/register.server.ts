import { registerDrawable } from '~/documents/verification/compare/redraw.server';

/** What the audits district does for others. */
export function registerAudits(): void {
  registerDrawable('audit', async () => (await import('./report/drawable.server')).auditDrawable);
}
