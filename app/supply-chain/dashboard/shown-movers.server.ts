import { changeLabel } from '~/risk/scores/change-labels';
import type { Mover } from './read-movers.server';

/** A mover as pages show it. The cause is a text already: its labels would bring those of every fact to the browser. */
export type ShownMover = Omit<Mover, 'changes'> & { cause: string };

export const shownMovers = (movers: readonly Mover[]): ShownMover[] =>
  movers.map(({ changes, ...mover }) => ({ ...mover, cause: changes.map(changeLabel).join('; ') }));
