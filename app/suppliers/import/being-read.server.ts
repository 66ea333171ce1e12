import { setTimeout } from 'node:timers/promises';

/** Choices about batches that are being acted on within a request of this process, by batch: a file that is read so has no run to follow. */
const going = new Map<string, Promise<unknown>>();
/** As long as a page waits for another request. */
const mostMs = 20_000;

/** Does what a request asks of a batch; its page waits meanwhile (`untilRead`). */
export async function whileRead<T>(batchId: string, work: () => Promise<T>): Promise<T> {
  const doing = work();
  going.set(batchId, doing);
  try {
    return await doing;
  } finally {
    if (going.get(batchId) === doing) going.delete(batchId);
  }
}

/** Waits until another request has read the batch's file: between a choice and its reading the batch looks as if reading had stopped. */
export async function untilRead(batchId: string): Promise<void> {
  const doing = going.get(batchId);
  if (doing)
    await Promise.race([
      doing.then(
        () => undefined,
        () => undefined,
      ),
      setTimeout(mostMs, undefined, { ref: false }),
    ]);
}
