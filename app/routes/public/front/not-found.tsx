import { redirect } from '@remix-run/node';
import { answerLinks } from '~/access/answer-links.server';
import { planLinks } from '~/access/plan-links.server';
import { reportingLinks } from '~/access/reporting-links.server';
import { siteLinks } from '~/access/site-links.server';
import { notFound } from '~/platform/http/responses.server';
import { type CurrentAddress, currentAddress } from './redirects';

const devices = { questionnaire: answerLinks, findings: siteLinks, esap: planLinks, monitoring: reportingLinks };

/** A cookie is sent to pages below its path only: a guest's device keeps its access under the new address. */
function cookieOf(request: Request, guest: CurrentAddress['guest']): string | null {
  return guest && devices[guest.purpose].reissue(request, guest.subjectId);
}

/** Redirects an address of an earlier version to its current one, keeping method and query; any other address is unknown. */
function answer(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const current = currentAddress(pathname);
  if (!current) return notFound();
  const cookie = cookieOf(request, current.guest);
  return redirect(current.path + search, { status: 308, headers: cookie === null ? {} : { 'Set-Cookie': cookie } });
}

export function loader({ request }: { request: Request }): never {
  throw answer(request);
}

export function action({ request }: { request: Request }): never {
  throw answer(request);
}

/** Never rendered: every unknown address ends in the error page. */
export default function UnknownAddress() {
  return null;
}
