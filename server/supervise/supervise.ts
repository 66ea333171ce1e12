import type { ChildProcess } from 'node:child_process';
import { log } from '~/platform/log/log.server';
import type { LogFields } from '~/platform/log/log-fields';
import { afterDeath, type RestartPolicy, usualPolicy } from './restart-policy';

export type SupervisedOptions = {
  /** Its name within a sentence: "The worker". */
  name: string;
  /** As it is in the log. */
  child: Pick<LogFields, 'child' | 'childNumber'>;
  start: () => ChildProcess;
  /** Which message of the process says that it can work. */
  isReady?: (message: unknown) => boolean;
  /** Called each time it becomes ready, and each time it no longer is. */
  onReady?: (child: ChildProcess) => void;
  onGone?: (child: ChildProcess) => void;
  /** Asks it to end in order; killed where it has not after `stopWithin` milliseconds. */
  askToStop?: (child: ChildProcess) => void;
  stopWithin: number;
  /** It died too often: it will not be started again. */
  giveUp: (reason: string) => void;
  /** Whether everything is being taken down: a process that was asked to end by the same signal is not started again. */
  isEnding?: () => boolean;
  policy?: RestartPolicy;
};

export type Supervised = {
  /** Resolves when the process is ready for the first time; rejects when it was given up or stopped before. */
  ready: Promise<void>;
  /** Ends it and starts it no more. */
  stop: () => Promise<void>;
};

type End = { exitCode: number | null; signal: NodeJS.Signals | null; error?: Error };

/** How a process ended, for people. */
const endOf = ({ exitCode, signal }: End): string => signal ?? (exitCode === null ? 'it did not start' : `exit code ${exitCode}`);

/** Keeps one process running: starts it again when it ends, by `policy`, until it is stopped or given up. */
export function supervise(options: SupervisedOptions): Supervised {
  const { name, isReady = (message) => message === 'ready', askToStop = (child) => child.kill('SIGTERM'), policy = usualPolicy } = options;
  let running: ChildProcess | null = null;
  let restart: NodeJS.Timeout | undefined;
  let isStopping = false;
  let deaths = 0;
  let wasEverReady = false;
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // A process stopped before it is ready need not be waited for.
  ready.catch(() => {});

  const start = () => {
    const startedAt = performance.now();
    const child = options.start();
    running = child;
    let isOver = false;
    const onEnd = ({ error, ...end }: End) => {
      if (isOver) return;
      isOver = true;
      running = null;
      options.onGone?.(child);
      if (isStopping || options.isEnding?.()) return;
      const next = afterDeath({ deaths, livedFor: performance.now() - startedAt, wasEverReady }, policy);
      deaths = next.deaths;
      if (next.pause === null) {
        isStopping = true;
        log('process.given-up', { ...options.child, ...end, count: deaths, ...(error && { error }) });
        const reason = `${name} ended ${deaths} times in a row (${error?.message ?? endOf(end)}) and is not started again.`;
        settle?.reject(new Error(reason));
        options.giveUp(reason);
        return;
      }
      log('process.ended', { ...options.child, ...end, pauseMs: next.pause, ...(error && { error }) });
      restart = setTimeout(start, next.pause);
    };
    child.on('message', (message) => {
      if (!isReady(message) || isOver) return;
      log(wasEverReady ? 'process.restarted' : 'process.started', options.child);
      wasEverReady = true;
      settle?.resolve();
      options.onReady?.(child);
    });
    // A process that could not be started has no id and never exits; later errors are of messages to one that is gone.
    child.on('error', (error) => child.pid === undefined && onEnd({ exitCode: null, signal: null, error }));
    child.once('exit', (exitCode, signal) => onEnd({ exitCode, signal }));
  };
  start();

  const stop = async () => {
    isStopping = true;
    clearTimeout(restart);
    settle?.reject(new Error(`${name} was stopped before it was ready.`));
    const child = running;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      const clock = setTimeout(() => child.kill('SIGKILL'), options.stopWithin);
      child.once('exit', () => {
        clearTimeout(clock);
        resolve();
      });
      askToStop(child);
    });
  };
  return { ready, stop };
}
