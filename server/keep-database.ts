import type { Database } from '../prisma/embedded';
import { log } from '~/platform/log/log.server';
import { afterDeath, type RestartPolicy, usualPolicy } from './supervise/restart-policy';

type KeepOptions = {
  giveUp: (reason: string) => void;
  /** Whether everything is being taken down. */
  isEnding?: () => boolean;
  policy?: RestartPolicy;
};

/**
 * Restarts the database of the data folder when it ends, on the same port, so that connection addresses stay valid. Meanwhile connections are refused, and
 * retried.
 */
export function keepDatabase(
  database: Pick<Database, 'onGone' | 'startAgain' | 'stop'>,
  { giveUp, isEnding = () => false, policy = usualPolicy }: KeepOptions,
): { stop: () => Promise<void> } {
  let deaths = 0;
  let isStopping = false;
  let upSince = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> = Promise.resolve();

  const startAgain = async (): Promise<void> => {
    try {
      await database.startAgain();
      upSince = performance.now();
      log('process.restarted', { child: 'database' });
    } catch (error) {
      upSince = performance.now();
      onDeath(error instanceof Error ? error.message : String(error));
    }
  };
  const onDeath = (how: string) => {
    if (isStopping || isEnding()) return;
    const next = afterDeath({ deaths, livedFor: performance.now() - upSince, wasEverReady: true }, policy);
    deaths = next.deaths;
    if (next.pause === null) {
      isStopping = true;
      log('process.given-up', { child: 'database', count: deaths });
      giveUp(`The database ended ${deaths} times in a row and is not started again. ${how}`);
      return;
    }
    log('process.ended', { child: 'database', pauseMs: next.pause });
    timer = setTimeout(() => {
      starting = startAgain();
    }, next.pause);
  };
  database.onGone(onDeath);
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await starting;
      await database.stop();
    },
  };
}
