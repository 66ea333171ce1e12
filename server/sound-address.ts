import type { NextFunction, Request, Response } from 'express';
import { isSoundText } from '~/access/sound-text';

/** Where the application has no page, and says so in the reader's language. */
const nowhere = '/no-such-address';

function decodes(text: string): boolean {
  try {
    return isSoundText(decodeURIComponent(text));
  } catch {
    return false;
  }
}

/**
 * Whether every part of an address is text: its path decodes as UTF-8, without a null character. `_data` names a route in a deprecated Remix form that no page
 * of ours uses.
 */
export function isSoundAddress(address: string): boolean {
  const [path = '', ...rest] = address.split('?');
  const query = rest.join('?');
  return decodes(path) && !/%00/.test(query) && !/(^|&)_data(=|&|$)/.test(query);
}

/**
 * Sends an address that cannot be decoded to the page of addresses that lead nowhere. Express, Remix and its routes each decode addresses; none of them
 * sees one that fails.
 */
export function soundAddress(request: Request, _response: Response, next: NextFunction): void {
  if (!isSoundAddress(request.url)) {
    const asData = /^[^?]*\.data(\?|$)/.test(request.url) ? '.data' : '';
    request.url = nowhere + asData;
    request.originalUrl = request.url;
  }
  next();
}
