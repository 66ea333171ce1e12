import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { z } from 'zod';
import { environment } from '~/env.server';
import { logAs } from '~/platform/log/log.server';
import { followRequestLocale } from '~/platform/http/locale.server';
import { connectionMessage, takenMessage } from './supervise/share-port';
import { leavingMessage, stopMessage } from './web-messages';
import { openWeb, type Web } from './web-server';

/** What the parent says in the arguments. `server`: the built pages; null runs the sources. */
const orderSchema = z.object({ server: z.string().nullable(), client: z.string(), migrations: z.array(z.string()) });
export type WebOrder = z.infer<typeof orderSchema>;

/** One web process: serves the connections that its parent passes on, until that says stop or is gone. Knows nothing of the others. */
async function serve(): Promise<void> {
  logAs('web');
  followRequestLocale();
  const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
  let isStopping = false;
  let web: Web | undefined;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    await web?.close();
    process.exit(0);
  };
  process.on('message', (message: unknown, socket: unknown) => {
    if (message === stopMessage) void stop();
    if (message !== connectionMessage) return;
    process.send?.(takenMessage);
    // A connection that was closed meanwhile comes as nothing.
    if (socket instanceof Socket) web?.take(socket);
  });
  process.on('disconnect', () => void stop());
  // Ctrl+C and a terminal that closes reach the whole group; the parent decides when we stop.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  // This process alone was asked to end: connections that the parent passed on before it notices are still served.
  process.on('SIGTERM', () => (process.connected ? process.send?.(leavingMessage) : void stop()));
  const source =
    order.server === null ? await (await import('./development')).developmentBuild() : { build: await readBuild(order.server) };
  web = openWeb({ environment: environment(), clientFolder: order.client, migrations: order.migrations, ...source });
  process.send?.('ready');
}

async function readBuild(file: string): Promise<ServerBuild> {
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

await serve();
