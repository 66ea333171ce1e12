import { registerDrawable } from '~/documents/verification/compare/redraw.server';

/** What the supply-chain district does for others. */
export function registerSupplyChain(): void {
  registerDrawable('board-paper', async () => (await import('./board-paper/drawable.server')).boardPaperDrawable);
}
