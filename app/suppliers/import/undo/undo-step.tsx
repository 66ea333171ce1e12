import { Link, useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Lines } from '../count-lists';
import type { Committed } from '../schema';
import { dependentLabel } from './dependent-labels';
import type { Dependents } from './dependents.server';

type Undoing = { dependents: readonly Dependents[]; archives: number; isRetired: boolean; hasFailed: boolean };

/** What undoing an import removes and restores, and the button; or what builds on the import. */
export function UndoStep({
  wrote,
  undoing,
  here,
  organization,
  error,
}: {
  wrote: Committed;
  undoing: Undoing;
  here: string;
  organization: string;
  error?: string | undefined;
}) {
  const { dependents, archives, isRetired } = undoing;
  return (
    <Section title={m.import_undo_title()} lead={m.import_undo_lead()}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {(error ?? undoing.hasFailed) && (
          <Notice tone="danger" isLive>
            {error ?? m.import_undo_failed()}
          </Notice>
        )}
        {dependents.length > 0 && <BuiltOn dependents={dependents} organization={organization} />}
        <section className="grid gap-2">
          <h3 className="font-semibold">{m.import_undo_removes()}</h3>
          <Lines
            lines={[
              m.import_undo_suppliers({ count: wrote.suppliers }),
              m.import_undo_sites({ count: wrote.sites }),
              wrote.providers > 0 && m.import_undo_providers({ count: wrote.providers }),
              m.import_undo_links({ count: wrote.links }),
              m.import_count_facts({ count: wrote.facts }),
              wrote.changedParties > 0 && m.import_undo_restores({ count: wrote.changedParties }),
              archives > 0 && m.import_undo_archives({ count: archives }),
              isRetired && m.import_undo_retired(),
            ]}
          />
          <p className="text-muted">{m.import_undo_keeps()}</p>
        </section>
        <div className="flex flex-wrap gap-2">
          {dependents.length === 0 && <UndoButton />}
          <LinkButton to={here}>{m.import_undo_back()}</LinkButton>
        </div>
      </div>
    </Section>
  );
}

function UndoButton() {
  const { state, formData } = useNavigation();
  return (
    <Form method="post">
      <Button name="intent" value="undo" variant="primary" busy={state !== 'idle' && formData?.get('intent') === 'undo'}>
        {m.import_undo_do()}
      </Button>
    </Form>
  );
}

function BuiltOn({ dependents, organization }: { dependents: readonly Dependents[]; organization: string }) {
  return (
    <>
      <Notice tone="warning" title={m.import_undo_blocked_title()}>
        {m.import_undo_blocked()}
      </Notice>
      <DataTable
        caption={m.import_undo_caption()}
        rows={dependents}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', header: m.import_undo_column_kind(), isRowHeader: true, wraps: true, cell: ({ kind }) => dependentLabel(kind) },
          { key: 'count', header: m.import_column_count(), align: 'end', cell: ({ count }) => formatNumber(count) },
          {
            key: 'about',
            header: m.import_undo_column_about(),
            wraps: true,
            cell: ({ about }) => (
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {about.map(({ name, path }) => (
                  <li key={path}>
                    <Link to={`${organization}/${path}`}>
                      <bdi>{name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}

/** That an import was undone, by whom, and the way to import its file again. */
export function UndoneStep({ at, by, upload }: { at: string | Date; by: string | null; upload: string }) {
  return (
    <Notice
      tone="info"
      title={m.import_undone_title()}
      actions={
        <div className="flex flex-wrap gap-2">
          <Form method="post">
            <Button name="intent" value="again" size="sm">
              {m.import_again()}
            </Button>
          </Form>
          <LinkButton to={upload} size="sm">
            {m.import_other_file()}
          </LinkButton>
        </div>
      }
    >
      {by === null ? m.import_undone_text_left({ at: formatDate(at) }) : m.import_undone_text({ at: formatDate(at), by })}
    </Notice>
  );
}
