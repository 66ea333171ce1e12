import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { z } from 'zod';
import { builtReader } from '~/env.server';
import { findInProject } from '~/platform/files/find-in-project.server';
import type { ReadLimits, ReadRefusal } from './limits';
import { memoryOf } from './memory-of.server';
import { type ReadKind, replyMessage } from './reader-messages';

/** A file to be read. `owner`: for whom; each has its turn. `onPiece` is given the pieces of a long answer, as they arrive. */
export type ReadJob<Answer> = {
  kind: ReadKind;
  path: string;
  options?: unknown;
  limits: ReadLimits;
  owner: string;
  answer: z.ZodType<Answer>;
  onPiece?: (piece: unknown) => void;
};
export type ReadAnswer<Answer> = { ok: true; value: Answer } | { ok: false; refusal: ReadRefusal };

type PoolOptions = {
  /** How many files are read at a time. */
  processes: number;
  /** Of the heap of each process. */
  heapMegabytes: number;
  /** Files that wait: of one owner, and of all. */
  waitingOfOne?: number;
  waiting?: number;
  /** Called for each process that starts. */
  started?: (reader: ChildProcess) => void;
};
type Waiting = { job: Omit<ReadJob<unknown>, 'answer'>; finish: (reply: Outcome) => void };
type Outcome = { answer: Uint8Array } | { refusal: ReadRefusal };
/** `owner`: whose file is being read; `last`: whose was read before. */
type Slot = { reader: ChildProcess | null; owner: string | null; last: string | null; reads: number; idle?: NodeJS.Timeout };

const idleMilliseconds = 60_000;
const startMilliseconds = 120_000;
/** After so many files a process is replaced: nothing that one of them left behind stays for long. */
const readsOfOne = 100;
const memoryEvery = 100;

/** A busy reader handles no events: its parent must end it on exit. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const reader of alive) reader.kill('SIGKILL');
});

export type ReaderPool = <Answer>(job: ReadJob<Answer>) => Promise<ReadAnswer<Answer>>;

/**
 * Processes that read uploaded files, so that no file can block, exhaust or crash the calling process. Each reads one file at a time and is
 * killed when it takes too long or too much memory; its answer is parsed by a schema. The queue is bounded: a file beyond its end is refused as
 * `busy`.
 */
export function openPool(options: PoolOptions): ReaderPool {
  const { processes, waiting: most = 40, waitingOfOne = 10 } = options;
  const slots: Slot[] = Array.from({ length: processes }, () => ({ reader: null, owner: null, last: null, reads: 0 }));
  const queue: Waiting[] = [];

  const next = () => {
    const slot = slots.find(({ owner }) => owner === null);
    if (!slot || queue.length === 0) return;
    // Whose file is being read, or was just read, waits behind those of others.
    const isServed = (owner: string) => slot.last === owner || slots.some((each) => each.owner === owner);
    const at = Math.max(
      0,
      queue.findIndex(({ job }) => !isServed(job.owner)),
    );
    const [taken] = queue.splice(at, 1);
    if (!taken) return;
    slot.owner = taken.job.owner;
    slot.last = slot.owner;
    void readIn(slot, taken.job, options).then((reply) => {
      slot.owner = null;
      taken.finish(reply);
      next();
    });
  };

  return <Answer>(job: ReadJob<Answer>) =>
    new Promise<ReadAnswer<Answer>>((resolve) => {
      const { answer: schema, ...rest } = job;
      if (queue.length >= most || queue.filter((each) => each.job.owner === job.owner).length >= waitingOfOne) {
        resolve({ ok: false, refusal: 'busy' });
        return;
      }
      const finish = (reply: Outcome) =>
        resolve('refusal' in reply ? { ok: false, refusal: reply.refusal } : believed(reply.answer, schema));
      queue.push({ job: rest, finish });
      next();
    });
}

function believed<Answer>(bytes: Uint8Array, schema: z.ZodType<Answer>): ReadAnswer<Answer> {
  try {
    return { ok: true, value: schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) };
  } catch {
    return { ok: false, refusal: 'not-readable' };
  }
}

/** Reads a file in the process of a slot, which is started where there is none. Never rejects. */
async function readIn(slot: Slot, job: Waiting['job'], options: PoolOptions): Promise<Outcome> {
  clearTimeout(slot.idle);
  if (slot.reader === null || slot.reads >= readsOfOne) {
    endReader(slot);
    const started = await startReader(options).catch(() => null);
    if (started === null) return { refusal: 'busy' };
    started.once('exit', () => {
      if (slot.reader === started) slot.reader = null;
    });
    slot.reader = started;
    slot.reads = 0;
  }
  const { reader } = slot;
  slot.reads += 1;
  hold(reader, true);
  const reply = await ask(reader, job, slot.reads);
  hold(reader, false);
  if (reader.killed) slot.reader = null;
  else {
    slot.idle = setTimeout(() => endReader(slot), idleMilliseconds);
    slot.idle.unref();
  }
  return reply;
}

function ask(reader: ChildProcess, job: Waiting['job'], id: number): Promise<Outcome> {
  const { kind, path: file, options, limits, onPiece } = job;
  return new Promise((resolve) => {
    let received = 0;
    const finish = (reply: Outcome, { kill = false } = {}) => {
      clearTimeout(clock);
      clearInterval(gauge);
      reader.off('message', hear);
      reader.off('exit', onExit);
      if (kill) reader.kill('SIGKILL');
      resolve(reply);
    };
    const kill = (refusal: ReadRefusal) => finish({ refusal }, { kill: true });
    const hear = (message: unknown) => {
      const parsed = replyMessage.safeParse(message);
      if (!parsed.success) return kill('not-readable');
      const reply = parsed.data;
      if ('isReady' in reply || reply.id !== id) return;
      if ('refusal' in reply) return finish({ refusal: reply.refusal });
      const bytes = 'piece' in reply ? reply.piece : reply.answer;
      received += bytes.length;
      if (received > limits.answerBytes) return kill('too-large');
      if ('answer' in reply) return finish({ answer: bytes });
      try {
        onPiece?.(JSON.parse(Buffer.from(bytes).toString('utf8')));
      } catch {
        kill('not-readable');
      }
    };
    // A heap that is full ends a process by a signal, or by a code of 134.
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      finish({
        refusal: signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134 ? 'too-large' : 'not-readable',
      });
    const clock = setTimeout(() => kill('too-long'), limits.milliseconds);
    const gauge = setInterval(async () => {
      if ((await memoryOf(reader.pid)) > limits.megabytes * 1024 * 1024) kill('too-large');
    }, memoryEvery);
    reader.on('message', hear);
    reader.once('exit', onExit);
    reader.send({ id, kind, path: file, options, limits }, (error) => {
      if (error !== null) kill('not-readable');
    });
  });
}

/** A process that has said that it is ready. It is given no setting of ours, and so no secret and no database. */
async function startReader({ heapMegabytes, started }: PoolOptions): Promise<ChildProcess> {
  const built = builtReader();
  const reader = fork(built ?? findInProject('server', 'reader-process.ts'), {
    cwd: path.dirname(findInProject('tsconfig.json')),
    env: { NODE_ENV: 'production' },
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--max-semi-space-size=16',
      '--disable-warning=DeprecationWarning',
      ...(built === null ? ['--import', 'tsx'] : ['--enable-source-maps']),
    ],
    serialization: 'advanced',
  });
  reader.on('error', () => {});
  alive.add(reader);
  reader.once('exit', () => alive.delete(reader));
  started?.(reader);
  await new Promise<void>((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error('the reader did not start')), startMilliseconds);
    const end = () => {
      clearTimeout(clock);
      reject(new Error('the reader ended'));
    };
    reader.once('exit', end);
    reader.once('message', () => {
      clearTimeout(clock);
      reader.off('exit', end);
      resolve();
    });
  }).catch((error: unknown) => {
    reader.kill('SIGKILL');
    throw error;
  });
  return reader;
}

function endReader(slot: Slot): void {
  slot.reader?.kill('SIGKILL');
  slot.reader = null;
}

/** A reader at work keeps its parent alive; one that waits does not. */
function hold(reader: ChildProcess, isAtWork: boolean): void {
  if (isAtWork) {
    reader.ref();
    reader.channel?.ref();
  } else {
    reader.unref();
    reader.channel?.unref();
  }
}
