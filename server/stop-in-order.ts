import { log } from '~/platform/log/log.server';

type Step = { name: string; stop: () => Promise<void> };

/**
 * Ends the process in order at SIGINT or SIGTERM: what was added last stops first. A second Ctrl+C a second later ends it at once.
 * @returns `add`, and `end` for stopping without a signal
 */
export function stopInOrder(say: (line: string) => void): {
  add: (name: string, stop: () => Promise<void>) => void;
  end: (code: number) => Promise<never>;
  isEnding: () => boolean;
} {
  const steps: Step[] = [];
  let ending: Promise<never> | null = null;
  let askedAt = 0;
  const end = (code: number): Promise<never> => {
    ending ??= (async () => {
      let result = code;
      for (const { name, stop } of steps.reverse()) {
        try {
          await stop();
        } catch (error) {
          result = 1;
          say(`${name} did not stop in order.`);
          log('stop.failed', { error });
        }
      }
      process.exit(result);
    })();
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending === null) {
        askedAt = performance.now();
        say('Stopping…');
        log('server.stopping');
        void end(0);
        // npm and the terminal each pass the same Ctrl+C on: only a later one is meant as "at once".
      } else if (signal === 'SIGINT' && performance.now() - askedAt > 1_000) process.exit(1);
    });
  }
  return { add: (name, stop) => void steps.push({ name, stop }), end, isEnding: () => ending !== null };
}
