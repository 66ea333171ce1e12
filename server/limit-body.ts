import type { NextFunction, Request, Response } from 'express';

const megabyte = 1_000_000;
/** Forms; an upload's own limit (50 MB, stated on its page) is enforced by its reader. */
export const bodyLimits = { form: 2 * megabyte, upload: 550 * megabyte, photo: 15 * 1024 * 1024 };

/** A photo of an audit comes as its bytes alone; its reader enforces the same limit. */
const isPhoto = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'PUT' && /^\/o\/[^/]+\/audits\/[^/]+\/photos\/[0-9a-f]{64}$/.test(path);

/** Routes that take files. Elsewhere a form of any type is read whole by its handler, so a large one is refused. */
const takesFiles = [
  /^\/verify$/,
  /^\/o\/[^/]+\/(suppliers|templates)\/import$/,
  /^\/o\/[^/]+\/settings\/reference-tables\/new$/,
  /^\/o\/[^/]+\/deals\/[^/]+\/esap\/import$/,
  /^\/o\/[^/]+\/responses\/[^/]+\/(workbook|files(\/.+)?)$/,
  /^\/o\/[^/]+\/findings\/(new|[^/]+\/edit)$/,
  /^\/o\/[^/]+\/corrective-actions\/[^/]+$/,
  /^\/o\/[^/]+\/audits\/[^/]+\/reports\/[^/]+\/sign-in-person$/,
  /^\/guest\/questionnaire\/[^/]+\/(workbook|files\/.+)$/,
  /^\/guest\/findings\/[^/]+\/[^/]+$/,
];
/** The path without what Remix's own requests add to it. */
const isUpload = ({ path }: Pick<Request, 'path'>): boolean => takesFiles.some((route) => route.test(path.replace(/(\.data|\/)$/, '')));

/** How many bytes a request may have. */
export function limitOf(request: Pick<Request, 'headers' | 'method' | 'path'>): number {
  if (isUpload(request) && /^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) return bodyLimits.upload;
  return isPhoto(request) ? bodyLimits.photo : bodyLimits.form;
}

function refuse(request: Request, response: Response, status: number, text: string): void {
  response.status(status).set('Connection', 'close').type('text/plain').send(`${text}\n`);
  // What still arrives is thrown away for a while, so that the browser gets to read the answer.
  request.resume();
  setTimeout(() => request.destroy(), 5_000).unref();
}

/** Refuses bodies of undeclared length (411) and of a length no reader of ours takes (413), before anything is read. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (request.headers['transfer-encoding'] !== undefined) refuse(request, response, 411, 'The length of the request must be declared.');
  else if (length > limitOf(request)) refuse(request, response, 413, 'This is larger than Manumit accepts.');
  else next();
}
