import type { ChildProcess } from 'node:child_process';
import { createServer, type Socket } from 'node:net';

/** What a process answers when it has taken a connection. */
export const takenMessage = 'taken';
/** What comes with a connection. */
export const connectionMessage = 'connection';

export type SharedPort = {
  address: string;
  /** The process takes connections from now on. */
  add: (child: ChildProcess) => void;
  /** It is given no more. */
  pause: (child: ChildProcess) => void;
  /** It is gone. */
  remove: (child: ChildProcess) => void;
  /** How many connections no process has taken yet. */
  waits: () => number;
  /** No new connection comes in; those that wait for a process are refused. */
  close: () => void;
};

type Waiting = { socket: Socket; clock: NodeJS.Timeout };
/** `handed`: the connection that was passed to it and that it has not taken yet. */
type Taker = { handed: Socket | null; isPaused: boolean; hear: (message: unknown) => void };

const mostWaiting = 1_000;

/** In the form of an HTTP answer: it goes out without a web process. */
const refusal = (() => {
  const body = 'Manumit is starting. Try again in a few seconds.\n';
  return `HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\nRetry-After: 5\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`;
})();

function refuse(socket: Socket): void {
  socket.resume();
  socket.end(refusal);
}

/**
 * Listens, and passes each connection, of which nothing was read, to one of the processes in turn. A process is given its next connection when it has taken the one
 * before, so that none waits for a busy one; one that it had not taken when it died goes to another. While there is no process connections wait, at most `patience`
 * milliseconds: one that died is replaced without a connection being refused. The port is held by this process alone, and is free when it ends, however it ends.
 * @throws PortUnusable
 */
export async function openPort({ port, host, patience = 15_000 }: { port: number; host: string; patience?: number }): Promise<SharedPort> {
  const takers = new Map<ChildProcess, Taker>();
  const free: ChildProcess[] = [];
  const waiting: Waiting[] = [];
  let isClosed = false;

  const pass = () => {
    while (waiting.length > 0 && free.length > 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      clearTimeout(next.clock);
      if (next.socket.destroyed) continue;
      const child = free.shift();
      const taker = child && takers.get(child);
      if (!child || !taker) return;
      taker.handed = next.socket;
      // Kept open here until it is taken there. A message that cannot be sent means that the process is gone, which is said by `remove`.
      child.send(connectionMessage, next.socket, { keepOpen: true }, () => {});
    }
  };
  const wait = (socket: Socket, { isFirst = false } = {}) => {
    if (isClosed || waiting.length >= mostWaiting) return refuse(socket);
    const entry: Waiting = {
      socket,
      clock: setTimeout(() => {
        const at = waiting.indexOf(entry);
        if (at < 0) return;
        waiting.splice(at, 1);
        refuse(socket);
      }, patience),
    };
    if (isFirst) waiting.unshift(entry);
    else waiting.push(entry);
    pass();
  };
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    wait(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new PortUnusable(error, { port, host })));
    server.listen(port, host, () => resolve());
  });

  const add = (child: ChildProcess) => {
    if (isClosed || takers.has(child)) return;
    const taker: Taker = {
      handed: null,
      isPaused: false,
      hear: (message) => {
        if (message !== takenMessage || taker.handed === null) return;
        // Ours is one of two ends of the same connection: the other stays open.
        taker.handed.destroy();
        taker.handed = null;
        if (!taker.isPaused) free.push(child);
        pass();
      },
    };
    takers.set(child, taker);
    child.on('message', taker.hear);
    free.push(child);
    pass();
  };
  const pause = (child: ChildProcess) => {
    const taker = takers.get(child);
    if (taker === undefined) return;
    taker.isPaused = true;
    const at = free.indexOf(child);
    if (at >= 0) free.splice(at, 1);
  };
  const remove = (child: ChildProcess) => {
    const taker = takers.get(child);
    if (taker === undefined) return;
    pause(child);
    takers.delete(child);
    const giveBack = () => {
      const { handed } = taker;
      taker.handed = null;
      if (handed !== null) wait(handed, { isFirst: true });
    };
    // Its last messages are read before its channel closes: a connection that it accepted is not given to another.
    if (child.connected) child.once('disconnect', giveBack);
    else giveBack();
  };
  const waits = () => waiting.length + [...takers.values()].filter(({ handed }) => handed !== null).length;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    server.close();
    for (const { socket, clock } of waiting.splice(0)) {
      clearTimeout(clock);
      refuse(socket);
    }
  };
  const bound = server.address();
  return {
    address: addressOf(host, bound !== null && typeof bound === 'object' ? bound.port : port),
    waits,
    add,
    pause,
    remove,
    close,
  };
}

/** Where a browser on this machine finds what listens on the host. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The port cannot be listened on. The message is meant for the person at the terminal. */
export class PortUnusable extends Error {
  constructor(cause: NodeJS.ErrnoException, { port, host }: { port: number; host: string }) {
    const words: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken by another program: stop it, or set PORT to another number.`,
      EACCES: `Port ${port} may not be used by this account: set PORT to a number above 1023.`,
      EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
      ENOTFOUND: `HOST ${host} is no address of this machine.`,
    };
    super(words[cause.code ?? ''] ?? cause.message, { cause });
    this.name = 'PortUnusable';
  }
}
