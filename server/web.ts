import type { Server } from 'node:http';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import pg from 'pg';
import { withRequestMemory } from '~/access/request-memory.server';
import type { Environment } from '~/env.server';
import { keepCorrectionsFresh } from '~/features/translation/keep-fresh.server';
import { localeOfHeaders, runInLocale } from '~/web/locale.server';
import { withFormKeys } from './answer-once';
import { checkOrigin } from './check-origin';
import { limitBody } from './limit-body';
import { nonceOf, securityHeaders } from './security-headers';
import { soundAddress } from './sound-address';

export type WebOptions = {
  environment: Environment;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the browser's files, as built. */
  clientFolder: string;
  /** Development: Vite serves the browser's files and pages may run its scripts. */
  middleware?: express.RequestHandler | undefined;
};

export type Web = { server: Server; address: string; close: () => Promise<void> };

const plainNotFound = (response: Response) => response.status(404).type('text/plain').send('Not found\n');

/** 200 when the database answers, 503 otherwise; the answer is kept for a second. */
function health(pool: pg.Pool) {
  let checkedAt = 0;
  let isUp: Promise<boolean> = Promise.resolve(false);
  return async (_request: Request, response: Response) => {
    const now = performance.now();
    if (checkedAt === 0 || now - checkedAt > 1_000) {
      checkedAt = now;
      isUp = pool.query('SELECT 1').then(
        () => true,
        () => false,
      );
    }
    const ok = await isUp;
    response
      .status(ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(ok ? 'ok\n' : 'the database does not answer\n');
  };
}

/** Only a trusted proxy may say which host was asked for; Remix would believe anybody. */
function settleHost({ TRUST_PROXY, PUBLIC_URL }: Environment) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    delete request.headers['x-forwarded-host'];
    if (!TRUST_PROXY) {
      delete request.headers['x-forwarded-proto'];
      delete request.headers['x-forwarded-for'];
    } else if (PUBLIC_URL !== undefined) request.headers.host = new URL(PUBLIC_URL).host;
    next();
  };
}

function onError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (request.destroyed || response.destroyed || response.writableEnded) return;
  console.error(error);
  if (response.headersSent) next(error);
  else response.status(500).type('text/plain').send('Something went wrong on our side.\n');
}

const addressOf = (request: Request): string => (request.ip ?? '').replace(/^::ffff:/, '');

/** The application as middleware, without a port. */
export function createWebApp({ environment, build, clientFolder, middleware }: WebOptions, pool: pg.Pool): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', environment.TRUST_PROXY ? 1 : false);
  app.get('/healthz', health(pool));
  app.use(soundAddress);
  app.use(settleHost(environment));
  if (!middleware) app.use(securityHeaders({ isSecure: environment.PUBLIC_URL?.startsWith('https:') ?? false }));
  app.use(checkOrigin({ publicUrl: environment.PUBLIC_URL }), limitBody);
  // A stream of progress must not wait in the compressor.
  app.use(
    compression({
      filter: (request, response) =>
        !/event-stream/.test(String(response.getHeader('Content-Type'))) && compression.filter(request, response),
    }),
  );
  if (middleware) app.use(middleware);
  else {
    app.use(
      '/assets',
      express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
      (_request, response) => void plainNotFound(response),
    );
    app.use(express.static(clientFolder, { maxAge: '1h', index: false, redirect: false }));
  }
  // What machines ask for by habit; everything else is Remix's, which has a page for it.
  app.get(/^\/(?:[^/]+\.(?!data$)[a-z0-9]+|\.well-known\/.*|fonts\/.*)$/i, (_request, response) => void plainNotFound(response));
  const remix = createRequestHandler({
    build: typeof build === 'function' ? async () => withFormKeys(await build()) : withFormKeys(build),
    mode: environment.NODE_ENV,
    getLoadContext: (request, response) => ({ cspNonce: middleware ? '' : nonceOf(response), clientAddress: addressOf(request) }),
  });
  app.all('*', (request, response, next) => {
    const locale = localeOfHeaders({
      path: request.path,
      cookie: request.headers.cookie,
      acceptLanguage: request.headers['accept-language'],
    });
    void withRequestMemory(() => runInLocale(locale, () => remix(request, response, next)), { address: addressOf(request) });
  });
  app.use(onError);
  return app;
}

function listeningAt(server: Server, host: string): string {
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * Serves the app until `close`, which lets running requests finish, at most five seconds long.
 * @throws in plain words when the port is taken or may not be used
 */
export async function serveWeb(options: WebOptions): Promise<Web> {
  const { environment } = options;
  const pool = new pg.Pool({ connectionString: environment.APP_DATABASE_URL, max: 1, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => {});
  const app = createWebApp(options, pool);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(environment.PORT, environment.HOST, () => resolve(listening));
    listening.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Error(`Port ${environment.PORT} is taken by another program: stop it, or set PORT to another number.`));
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${environment.PORT} may not be used by this account: set PORT to a number above 1023.`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new Error(`HOST ${environment.HOST} is no address of this machine.`));
      else reject(error);
    });
  });
  server.requestTimeout = 600_000;
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  const stopReading = keepCorrectionsFresh();
  const close = async () => {
    stopReading();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), 5_000);
    await closed;
    clearTimeout(timer);
    await pool.end();
  };
  return { server, address: listeningAt(server, environment.HOST), close };
}
