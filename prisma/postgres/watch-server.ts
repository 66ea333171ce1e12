import { isAlive } from './data-folder-lock';

const every = 200;

/** Calls back once when the process is gone, whoever started it: one that was adopted tells us of its end no more than a stranger's. @returns how to look no more */
export function watchServer(pid: number, onGone: () => void): () => void {
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    onGone();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
