import { Link } from '@remix-run/react';
import { raiseHref } from '~/platform/navigation/raise-href';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { isAddingParty, PartyStep } from '~/suppliers/choices/party-step';
import { Button, DefaultSubmit } from '~/ui/button';
import type { Choice } from '~/ui/combobox/choice';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { CountryText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { LineSource, type ShownSources } from './line-source';
import type { RecruiterRelation, SubAgent } from './read-recruiter.server';

const indents = ['', 'ps-4', 'ps-8', 'ps-12', 'ps-16'];

/** For whom a provider recruits, and through whom: its sub-agents with theirs. */
export function RelationSection({
  recruitsFor,
  subAgents,
  sources,
  failure,
  known,
  today,
  page,
  mayEdit,
  raiseFrom,
}: {
  recruitsFor: readonly RecruiterRelation[];
  subAgents: readonly SubAgent[];
  sources: ShownSources;
  failure: FormFailure | null;
  /** The company that was added in place. */
  known: readonly Choice[];
  today: string;
  page: string;
  mayEdit: boolean;
  /** The public ID of the recruiter, for a reader who may raise overrides of those it recruits for. */
  raiseFrom: string | null;
}) {
  const { base } = sources;
  const isAdding = isAddingParty(failure);
  const end = (linkId: string, name: string) => <EndRelation linkId={linkId} name={name} today={today} page={page} />;
  return (
    <>
      <Section title={m.supply_links_recruits_for()}>
        <DataTable
          caption={m.supply_links_recruits_for()}
          rows={recruitsFor}
          rowKey={({ linkId }) => linkId}
          empty={<p className="text-muted">{m.supply_links_recruits_for_none()}</p>}
          columns={[
            { key: 'name', header: m.suppliers_chain_to(), wraps: true, cell: (row) => <PartyName row={row} base={base} /> },
            { key: 'country', header: m.suppliers_column_country(), cell: ({ country }) => <CountryText code={country} /> },
            {
              key: 'source',
              header: m.suppliers_source(),
              isWideOnly: true,
              cell: ({ sourceId }) => <LineSource sources={sources} sourceId={sourceId} />,
            },
            ...(raiseFrom
              ? [
                  {
                    key: 'raise',
                    header: m.supplier_report_overrides_title(),
                    cell: (row: RecruiterRelation) => <RaiseLink row={row} base={base} recruiter={raiseFrom} />,
                  },
                ]
              : []),
            ...(mayEdit
              ? [{ key: 'end', header: m.supply_links_edit_column(), cell: ({ linkId, name }: RecruiterRelation) => end(linkId, name) }]
              : []),
          ]}
        />
      </Section>
      <Section title={m.supply_links_sub_agents()} lead={m.supply_links_sub_agents_lead()}>
        {subAgents.length === 0 && <p className="text-muted">{m.supply_links_sub_agents_none()}</p>}
        <ul className="grid gap-2">
          {subAgents.map((agent) => (
            <li
              key={`${agent.linkId}-${agent.depth}`}
              className={`flex flex-wrap items-center gap-3 ${indents[agent.depth - 1] ?? 'ps-20'}`}
            >
              <Link to={`${base}/labour-recruiters/${agent.publicId}`}>{agent.name}</Link>
              {agent.depth > 1 && <span className="text-muted">{m.supply_links_sub_agent_depth({ depth: agent.depth })}</span>}
              {mayEdit && agent.depth === 1 && end(agent.linkId, agent.name)}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <details className="mt-4" open={failure !== null}>
            <summary className="text-accent underline">{m.supply_links_relate()}</summary>
            <Form method="post" noValidate className="mt-4 grid max-w-2xl gap-4" action={page}>
              {!isAdding && <DefaultSubmit intent="relate" />}
              <ErrorSummary errors={failure?.errors} />
              <RadioGroup
                name="direction"
                label={m.suppliers_chain_direction()}
                defaultValue={failure?.values.direction?.[0] ?? 'to'}
                options={[
                  { value: 'to', label: m.supply_links_relate_to() },
                  { value: 'from', label: m.supply_links_relate_from() },
                ]}
              />
              <PartyStep
                label={m.suppliers_other_party()}
                required
                intent="relate"
                failure={failure}
                mayAdd
                known={known}
                {...fieldOf(failure, 'other')}
              />
              <Field
                label={m.supply_links_source()}
                hint={m.supply_links_source_hint()}
                optional
                id="relate-note"
                {...fieldOf(failure, 'note')}
              />
              {!isAdding && (
                <div>
                  <Button name="intent" value="relate" variant="primary">
                    {m.supply_links_relate()}
                  </Button>
                </div>
              )}
            </Form>
          </details>
        )}
      </Section>
    </>
  );
}

function PartyName({ row, base }: { row: RecruiterRelation; base: string }) {
  const href = partyHref(base, row);
  return (
    <>
      {href ? <Link to={href}>{row.name}</Link> : <bdi>{row.name}</bdi>}
      {row.supplier && row.supplierPublicId && (
        <span className="block text-xs text-muted">
          <Link to={`${base}/suppliers/${row.supplierPublicId}`}>{row.supplier}</Link>
        </span>
      )}
    </>
  );
}

/** Raises an override of the supplier that is recruited for, or whose site is; nothing for one that is no supplier's. */
function RaiseLink({ row, base, recruiter }: { row: RecruiterRelation; base: string; recruiter: string }) {
  const publicId = row.kind === 'supplier' ? row.publicId : row.supplierPublicId;
  return publicId ? (
    <Link to={raiseHref(`${base}/suppliers/${publicId}`, { kind: 'recruiter', id: recruiter })}>{m.override_waivers_raise()}</Link>
  ) : null;
}

function EndRelation({ linkId, name, today, page }: { linkId: string; name: string; today: string; page: string }) {
  return (
    <Dialog trigger={m.supply_links_relation_end()} title={m.supply_links_relation_end_with({ name })} size="sm" variant="quiet">
      <Form method="post" className="grid gap-4" action={page}>
        <input type="hidden" name="linkId" value={linkId} />
        <p>{m.supply_links_end_lead()}</p>
        <Field type="date" name="validTo" label={m.supply_links_valid_to()} defaultValue={today} id={`end-${linkId}`} />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="end-relation" variant="primary">
            {m.supply_links_end_link()}
          </Button>
          <Button name="intent" value="remove-relation" variant="danger">
            {m.supply_links_relation_remove()}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
