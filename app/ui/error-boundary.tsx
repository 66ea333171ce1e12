import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { LinkButton } from './button';
import { useFailedRequestId } from './request-id';

type Words = { title: string; text: string; advice: string };

function wordsOf(status: number): Words {
  switch (status) {
    case 400:
    case 415:
      return { title: m.shell_error_400_title(), text: m.shell_error_400_text(), advice: m.shell_error_400_do() };
    case 401:
    case 403:
      return { title: m.shell_error_403_title(), text: m.shell_error_403_text(), advice: m.shell_error_403_do() };
    case 404:
    case 405:
      return { title: m.shell_error_404_title(), text: m.shell_error_404_text(), advice: m.shell_error_404_do() };
    case 410:
      return { title: m.shell_error_410_title(), text: m.shell_error_410_text(), advice: m.shell_error_410_do() };
    case 413:
      return { title: m.shell_error_413_title(), text: m.shell_error_413_text(), advice: m.shell_error_413_do() };
    case 422:
      return { title: m.shell_error_422_title(), text: m.shell_error_422_text(), advice: m.shell_error_422_do() };
    case 429:
      return { title: m.shell_error_429_title(), text: m.shell_error_429_text(), advice: m.shell_error_429_do() };
    case 503:
      return { title: m.shell_error_503_title(), text: m.shell_error_503_text(), advice: m.shell_error_503_do() };
    default:
      return { title: m.shell_error_500_title(), text: m.shell_error_500_text(), advice: m.shell_error_500_do() };
  }
}

/** What happened and what to do, in the place of the content. Use as `export { ErrorSection as ErrorBoundary } from './error-boundary'`. */
export function ErrorSection() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const requestId = useFailedRequestId(isRouteErrorResponse(error) ? error.data : null);
  const { title, text, advice } = wordsOf(status);
  return (
    <div className="grid max-w-prose gap-3 py-12">
      <p className="text-muted">{m.shell_error_code({ status })}</p>
      <h1>{title}</h1>
      <p className="text-base">{text}</p>
      <p className="text-base text-muted">{advice}</p>
      {status >= 500 && requestId !== null && (
        <p className="text-muted" data-request-id={requestId}>
          {m.shell_error_request({ id: requestId })}
        </p>
      )}
      <div className="mt-2 flex gap-2">
        {/* What is away for the moment: the same page may be there soon. */}
        {status === 503 ? (
          <LinkButton to={pathname + search} variant="primary" reloadDocument>
            {m.shell_try_again()}
          </LinkButton>
        ) : (
          <LinkButton to="/" variant="primary" reloadDocument>
            {m.shell_go_home()}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

/** The same as a whole page, where no shell is around it. */
export function ErrorPage() {
  return (
    <main className="mx-auto max-w-3xl px-4">
      <p className="border-b border-line py-4">
        <Link to="/" reloadDocument className="font-semibold text-ink no-underline">
          Manumit
        </Link>
      </p>
      <ErrorSection />
    </main>
  );
}
