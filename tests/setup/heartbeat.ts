import { performance } from 'node:perf_hooks';

const every = 10;

/**
 * The longest time, in milliseconds, for which this process blocked its event loop while `work` ran, and its result. Between two beats only the CPU time of
 * this process counts, not that of other processes of a busy machine.
 */
export async function longestStall<T>(work: () => Promise<T>): Promise<{ stall: number; value: T }> {
  const now = () => ({ at: performance.now(), cpu: cpuMilliseconds() });
  let last = now();
  let stall = 0;
  const beat = () => {
    const next = now();
    stall = Math.max(stall, Math.min(next.at - last.at, next.cpu - last.cpu));
    last = next;
  };
  const timer = setInterval(beat, every);
  try {
    const value = await work();
    beat();
    return { stall, value };
  } finally {
    clearInterval(timer);
  }
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
