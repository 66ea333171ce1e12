import '~/registrations.server';
import { log, logAs } from '~/platform/log/log.server';
import { soundJson } from '~/access/sound-text';
import { endWithParent } from './end-with-parent';
import { ReadRefused } from '~/platform/parser/limits';
import { readerJobs } from './reader-jobs';
import { type JobMessage, jobMessage } from '~/platform/parser/reader-messages';

/** A process of its own that reads files which others sent, one at a time. Started and ended by `reader-pool`; it knows no database and no secret. */
logAs('parser');
process.on('disconnect', () => process.exit(0));
void endWithParent();
// Ctrl+C reaches the whole group; the parent decides when we stop.
process.on('SIGINT', () => {});
process.on('message', (message) => void read(jobMessage.parse(message)));
process.send?.({ isReady: true });

async function read(job: JobMessage): Promise<void> {
  const { id } = job;
  let sent = 0;
  const encode = (value: unknown): Uint8Array => {
    const bytes = Buffer.from(soundJson(JSON.stringify(value)), 'utf8');
    sent += bytes.length;
    if (sent > job.limits.answerBytes) throw new ReadRefused('too-large');
    return bytes;
  };
  try {
    const answer = await readerJobs[job.kind](job, (piece) => send({ id, piece: encode(piece) }));
    await send({ id, answer: encode(answer) });
  } catch (error) {
    if (!(error instanceof ReadRefused)) log('reading.failed', { work: job.kind, error });
    await send({ id, refusal: error instanceof ReadRefused ? error.code : 'not-readable' });
  }
}

/** Resolves when the message is on its way: a long answer does not pile up. */
function send(message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}
