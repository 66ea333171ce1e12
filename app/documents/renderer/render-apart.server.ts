import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { builtDrawer } from '~/env.server';
import { findInProject } from '~/platform/files/find-in-project.server';
import type { DrawingKind } from './drawing-kinds';

type Waiting = { pieces: Uint8Array[]; resolve: (bytes: Buffer) => void; reject: (error: Error) => void };
const replySchema = z.union([
  z.object({ id: z.int(), piece: z.instanceof(Uint8Array) }),
  z.object({ id: z.int(), isDone: z.literal(true) }),
  z.object({ id: z.int(), error: z.string() }),
]);
const idleMinutes = 5;
/** Drawing leaves much behind that is soon of no use: looked for more often, it does not pile up. */
export const drawerOptions = ['--max-semi-space-size=16'];

type Lane = (kind: DrawingKind, content: unknown, files?: ReadonlyMap<string, Uint8Array>) => Promise<Buffer>;

/**
 * Draws in a process of its own that is kept for five minutes: a quarter of a second of drawing would block every other
 * request. Rejects when the drawing fails or its process ends. Reports wait for no picture: each lane is a process. `files` are sent before the content.
 */
export const drawReportApart: Lane = openLane();
export const drawFileApart: Lane = openLane();

/** A picture in SVG as PNG of so many pixels in width, at most 8,000. */
export function drawPngApart(picture: { svg: string; width: number }): Promise<Buffer> {
  return drawFileApart('png', picture);
}

/** A process that starts when something is to be rendered and ends after some idle time. `started` is called for each. */
export function openLane(started: (drawer: ChildProcess) => void = () => {}): Lane {
  const waiting = new Map<number, Waiting>();
  let drawer: ChildProcess | null = null;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  const finish = (id: number, say: (each: Waiting) => void) => {
    const each = waiting.get(id);
    if (each === undefined) return;
    waiting.delete(id);
    say(each);
    if (waiting.size > 0 || drawer === null) return;
    hold(drawer, false);
    const resting = drawer;
    idle = setTimeout(() => {
      if (drawer === resting) drawer = null;
      resting.disconnect();
    }, idleMinutes * 60_000);
    idle.unref();
  };

  const startDrawer = (): ChildProcess => {
    const built = builtDrawer();
    const child = fork(built ?? findInProject('server', 'render-process.ts'), {
      cwd: path.dirname(findInProject('tsconfig.json')),
      execArgv: [...drawerOptions, ...(built === null ? ['--import', 'tsx'] : [])],
      serialization: 'advanced',
    });
    drawer = child;
    started(child);
    child.on('message', (message) => {
      const reply = replySchema.parse(message);
      if ('piece' in reply) waiting.get(reply.id)?.pieces.push(reply.piece);
      else finish(reply.id, (each) => ('isDone' in reply ? each.resolve(Buffer.concat(each.pieces)) : each.reject(new Error(reply.error))));
    });
    const end = (reason: string) => {
      if (drawer === child) drawer = null;
      for (const id of [...waiting.keys()]) finish(id, (each) => each.reject(new Error(reason)));
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`the process that draws reports ended (${signal ?? code})`));
    return child;
  };

  return (kind, content, files = new Map()) =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      const child = drawer ?? startDrawer();
      lastId += 1;
      const id = lastId;
      waiting.set(id, { pieces: [], resolve, reject });
      hold(child, true);
      const send = (message: object) =>
        new Promise<void>((sent) => {
          child.send(message, (error) => {
            if (error !== null) finish(id, (each) => each.reject(error));
            sent();
          });
        });
      // Files go one by one, the next when the one before is on its way: requests are answered in between.
      void (async () => {
        for (const [name, file] of files) await send({ id, name, file });
        await send({ id, kind, content });
      })();
    });
}

/** A drawer at work keeps its parent alive; one that waits does not. */
function hold(child: ChildProcess, isAtWork: boolean): void {
  if (isAtWork) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
