import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readSession } from '~/access/session.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { listTerms } from '~/platform/terms/list-terms.server';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';

export async function loader({ request }: LoaderFunctionArgs) {
  const query = givenText(new URL(request.url).searchParams, 'q');
  return { terms: listTerms(query, getLocale()), isSignedIn: (await readSession(request)) !== null };
}

export const meta: MetaFunction = () => [{ title: `${m.terms_title()} · Manumit` }];

export default function Glossary() {
  const { terms, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader title={m.terms_title()} lead={m.terms_lead()} />
      <FilterBar searchLabel={m.terms_search()} />
      {terms.length === 0 && <EmptyState title={m.terms_none()} actions={<Link to="?">{m.terms_all()}</Link>} />}
      <dl className="gap-x-12 lg:columns-2">
        {terms.map(({ key, name, definition, source, more }) => (
          <div key={key} id={key} className="break-inside-avoid border-b border-line py-2 target:bg-accent-soft">
            <dt className="font-semibold">{name}</dt>
            <dd className="mt-1 max-w-prose">{definition}</dd>
            <dd className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
              <span>{m.terms_source({ source })}</span>
              {more && (
                <Link to={more} aria-label={m.terms_more_about({ term: name })}>
                  {m.terms_method()}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </PublicFrame>
  );
}
