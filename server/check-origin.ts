import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes data comes from our own pages: its Origin names the host it was sent to, or the public address.
 * Browsers send Origin with every such request; without it only their own "same-origin" is accepted.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (publicUrl !== undefined && given.origin === new URL(publicUrl).origin) return true;
  return /^https?:$/.test(given.protocol) && host !== undefined && given.host === host.toLowerCase();
}

/** Mail programs post here without an Origin (RFC 8058). The address alone decides whose letters stop, no cookie does. */
const isOneClick = ({ path }: Request): boolean => /^\/unsubscribe\/[\w-]{43}$/.test(path);

/** Refuses with 403 whatever would change something and was sent by another site's page. Remix asks this of documents only. */
export function checkOrigin({ publicUrl }: { publicUrl: string | undefined }) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (safeMethods.has(request.method) || isOneClick(request) || isOwnOrigin(request.headers, publicUrl)) next();
    else response.status(403).type('text/plain').send('This request did not come from a page of this site.\n');
  };
}
