import { isAlive } from './data-folder-lock';

const every = 200;

/** Calls back once when the process is gone, started by us or adopted: an adopted one sends no exit event. @returns a function that stops watching */
export function watchServer(pid: number, onGone: () => void): () => void {
  const timer = setInterval(() => {
    if (isAlive(pid)) return;
    clearInterval(timer);
    onGone();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
