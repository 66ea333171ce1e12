import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Environment } from '~/env.server';
import { log } from '~/platform/log/log.server';
import { localeOfHeaders, runInLocale } from '~/platform/http/locale.server';
import { withFormKeys } from './answer-once';
import { answerFaults } from './answer-faults';
import { checkOrigin } from './check-origin';
import { type Readiness, answerLive, answerReady } from './health';
import { limitBody } from './limit-body';
import { addressOf, logRequests, noteMade } from './log-requests';
import { groupRoutes, narrowBuild } from './narrow-routes';
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

const plainNotFound = (response: Response) => response.status(404).type('text/plain').send('Not found\n');

/** Whether a path is a route of the application whose name looks like that of a file in the root, as `/countries.csv`. */
function rootDownloads(build: WebOptions['build']): (path: string) => Promise<boolean> {
  let known: ReadonlySet<string> | undefined;
  return async (path) => {
    if (known === undefined) {
      const { routes } = typeof build === 'function' ? await build() : build;
      const names = Object.values(routes).flatMap((route) => (/^[^/:]+\.[a-z0-9]+$/i.test(route?.path ?? '') ? [`/${route?.path}`] : []));
      // The development server builds again when a route is added.
      if (typeof build === 'function') return names.includes(path);
      known = new Set(names);
    }
    return known.has(path);
  };
}

/** Only a trusted proxy may say which host was asked for; Remix would believe anybody. */
function configureHost({ TRUST_PROXY, PUBLIC_URL }: Environment) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    delete request.headers['x-forwarded-host'];
    if (!TRUST_PROXY) {
      delete request.headers['x-forwarded-proto'];
      delete request.headers['x-forwarded-for'];
    } else if (PUBLIC_URL !== undefined) request.headers.host = new URL(PUBLIC_URL).host;
    next();
  };
}

/** A handler of Remix for each group of routes, made when an address of it is first asked for; in development, where routes change, one for all. */
function answerByGroup(
  build: WebOptions['build'],
  handlerOf: (build: WebOptions['build']) => express.RequestHandler,
): (path: string) => express.RequestHandler {
  if (typeof build === 'function') {
    const handler = handlerOf(build);
    return () => handler;
  }
  const { groupOf, routesFor } = groupRoutes(build.routes);
  const handlers = new Map<string, express.RequestHandler>();
  return (path) => {
    const group = groupOf(path);
    const handler = handlers.get(group) ?? handlerOf(narrowBuild(build, routesFor(path)));
    handlers.set(group, handler);
    return handler;
  };
}

function onError(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  if (request.destroyed || response.destroyed || response.writableEnded) return;
  log('request.failed', { error });
  // Express would print it.
  if (response.headersSent) response.destroy();
  else response.status(500).type('text/plain').send('An error occurred on our side.\n');
}

/** The application as middleware, without a port. */
export function createWebApp(
  { environment, build, clientFolder, middleware }: WebOptions,
  readiness: () => Promise<Readiness>,
): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', environment.TRUST_PROXY ? 1 : false);
  app.use(logRequests({ isTrusted: environment.TRUST_PROXY }));
  app.get('/livez', answerLive);
  app.get('/readyz', answerReady(readiness));
  app.use(soundAddress);
  app.use(configureHost(environment));
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
  const isDownload = rootDownloads(build);
  app.get(/^\/(?:[^/]+\.(?!data$)[a-z0-9]+|\.well-known\/.*|fonts\/.*)$/i, (request, response, next) => {
    isDownload(request.path).then((isRoute) => (isRoute ? next() : void plainNotFound(response)), next);
  });
  const isAway = async () => !(await readiness()).database;
  const guarded = (each: ServerBuild) => answerFaults(withFormKeys(each), isAway);
  const remix = answerByGroup(typeof build === 'function' ? async () => guarded(await build()) : guarded(build), (ofGroup) =>
    createRequestHandler({
      build: ofGroup,
      mode: environment.NODE_ENV,
      getLoadContext: (request, response) => ({ cspNonce: middleware ? '' : nonceOf(response), clientAddress: addressOf(request) }),
    }),
  );
  app.all('*', noteMade, (request, response, next) => {
    const locale = localeOfHeaders({
      path: request.path,
      cookie: request.headers.cookie,
      acceptLanguage: request.headers['accept-language'],
    });
    void runInLocale(locale, () => remix(request.path)(request, response, next));
  });
  app.use(onError);
  return app;
}
