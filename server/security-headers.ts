import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** The content security policy of one page: scripts and style elements carry the nonce, no external sources, no framing. */
export function contentSecurityPolicy(nonce: string, { isSecure }: { isSecure: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions inside drawings are style attributes; they can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** The nonce of a response, as `securityHeaders` made it. */
export function nonceOf(response: Response): string {
  const nonce: unknown = response.locals.cspNonce;
  if (typeof nonce !== 'string') throw new Error('The security headers must come first.');
  return nonce;
}

/** Sets the headers every response carries, and makes its nonce. `isSecure`: the public address is HTTPS. */
export function securityHeaders({ isSecure }: { isSecure: boolean }) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.cspNonce = nonce;
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, { isSecure }));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Not "no-referrer": a form would then send "Origin: null".
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    response.setHeader('X-Frame-Options', 'DENY');
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
}
