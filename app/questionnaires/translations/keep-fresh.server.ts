import { isUnreachable } from '~/access/database-away.server';
import { translatedAfter } from '~/access/translated-strings.server';
import { log } from '~/platform/log/log.server';
import { lastCorrection, takeCorrections } from '~/questionnaires/templates/corrected-labels';

const everyMs = 10_000;

/** Reads what was corrected since the last time. One query over an index, mostly of no row. */
export async function readCorrections(): Promise<void> {
  takeCorrections(await translatedAfter(lastCorrection()));
}

/** Keeps a process's corrected translations at most ten seconds behind another process. Returns a function that stops it. */
export function keepCorrectionsFresh(): () => void {
  const read = () =>
    void readCorrections().catch((error: unknown) => {
      // While the database is away nothing can be read, and others say so.
      if (!isUnreachable(error)) log('translations.not-read', { error });
    });
  read();
  const timer = setInterval(read, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
