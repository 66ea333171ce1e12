import { isUnreachable } from '~/access/database-away.server';
import { measuredPace } from '~/access/measured-pace.server';
import { log } from '~/platform/log/log.server';
import { takePace } from './pace-in-use';

const everyMs = 10 * 60_000;

/** Reads the pace that the nightly job measured. One query of a few rows. */
export async function readPace(): Promise<void> {
  takePace(await measuredPace());
}

/** Keeps the pace of a process at most ten minutes behind. Returns a function that stops it. */
export function keepPaceFresh(): () => void {
  const read = () =>
    void readPace().catch((error: unknown) => {
      // While the database is away nothing can be read, and others say so.
      if (!isUnreachable(error)) log('pace.not-read', { error });
    });
  read();
  const timer = setInterval(read, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
