import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { keepPaceFresh } from '~/questionnaires/templates/keep-pace.server';
import { keepCorrectionsFresh } from '~/questionnaires/translations/keep-fresh.server';
import { watchReadiness } from './health';
import { createWebApp, type WebOptions } from './web';

export type Web = {
  server: Server;
  /** Serves what comes on a connection that another process accepted. */
  take: (socket: Socket) => void;
  /** Lets running requests finish, at most five seconds long. */
  close: () => Promise<void>;
};

const drainFor = 5_000;

/** The application as an HTTP server that does not listen yet: it gets connections by `take`, or starts listening. */
export function openWeb(options: WebOptions & { migrations: readonly string[] }): Web {
  const { environment } = options;
  const health = watchReadiness({
    databaseUrl: environment.APP_DATABASE_URL,
    dataDir: environment.DATA_DIR,
    migrations: options.migrations,
  });
  const server = createServer(createWebApp(options, health.readiness));
  server.requestTimeout = 600_000;
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  const readings = [keepCorrectionsFresh(), keepPaceFresh()];
  const taken = new Set<Socket>();
  const close = async () => {
    for (const stop of readings) stop();
    await drain(server, taken, drainFor);
    await health.close();
  };
  return { server, take: (socket) => takeConnection(server, socket, taken), close };
}

/** Gives a connection to a server that does not listen itself. */
export function takeConnection(server: Server, socket: Socket, taken: Set<Socket>): void {
  // A server begins to watch over idle and slow connections when it listens; said once, it does so over those that it is given.
  if (taken.size === 0 && !server.listening && !watched.has(server)) {
    watched.add(server);
    server.emit('listening');
  }
  taken.add(socket);
  socket.once('close', () => taken.delete(socket));
  socket.allowHalfOpen = true;
  socket.setNoDelay(true);
  server.emit('connection', socket);
}
const watched = new WeakSet<Server>();

/** Lets what is under way on connections finish, at most so many milliseconds long; resolves when all are closed. */
export async function drain(server: Server, taken: ReadonlySet<Socket>, milliseconds: number): Promise<void> {
  const drained = [...taken].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const clock = setTimeout(() => server.closeAllConnections(), milliseconds);
  // A connection stays open after its request is answered: it is looked for until all are gone.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  await Promise.all([closed, ...drained]);
  clearTimeout(clock);
  clearInterval(sweep);
}
