import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { findAll } from './find.server';

/** The command palette as a page, for browsers without script. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params);
  const text = givenText(new URL(request.url).searchParams, 'q').slice(0, 200);
  return { text, results: text.trim() === '' ? [] : await findAll(member, text) };
}

export const meta: MetaFunction = () => [{ title: `${m.shell_search()} · Manumit` }];

export default function Find() {
  const { text, results } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={m.shell_search()} />
      <Form method="get" role="search" className="mb-6 flex items-end gap-2">
        <div className="grow">
          <Field name="q" type="search" label={m.shell_palette_hint()} defaultValue={text} maxLength={200} />
        </div>
        <Button variant="primary" icon="search">
          {m.shell_search()}
        </Button>
      </Form>
      {text.trim() !== '' && results.length === 0 && <p role="status">{m.shell_palette_nothing({ query: text })}</p>}
      <ul aria-label={m.shell_palette_found()} className="grid">
        {results.map(({ label, detail, href }) => (
          <li key={href + label} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
            <Link to={href} className="font-semibold">
              {label}
            </Link>
            {detail && <span className="text-xs text-muted">{detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
