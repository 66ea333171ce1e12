import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { bands } from '#scoring';
import { BasisShort, StateImposedMark } from '~/risk/supplier-pages/score-cells';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { Button, DefaultSubmit } from '~/ui/button';
import type { Choice } from '~/ui/combobox/choice';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { CountryText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { isAddingParty, PartyStep } from '~/suppliers/choices/party-step';
import type { ProjectPartyRow } from './list-parties.server';
import { projectParts } from '~/lending/deal-record/states';
import { partLabel } from '~/lending/deal-record/labels';

/** The companies, sites and labour recruiters of a project, each linked to its page. */
export function PartiesSection({
  rows,
  base,
  mayEdit,
}: {
  rows: readonly SerializeFrom<ProjectPartyRow>[];
  base: string;
  mayEdit: boolean;
}) {
  return (
    <Section title={m.deals_chain_title()} lead={m.deals_chain_lead()} id="parties">
      <DataTable
        caption={m.deals_chain_title()}
        rows={rows}
        rowKey={({ partyId }) => partyId}
        isStacked
        empty={<p className="py-8 text-muted">{m.deals_chain_empty()}</p>}
        columns={[
          {
            key: 'company',
            header: m.deals_chain_company(),
            wraps: 'short',
            cell: ({ name, path, note }) => (
              <>
                <Link to={`${base}/${path}`}>
                  <bdi>{name}</bdi>
                </Link>
                {note && <span className="block text-muted">{note}</span>}
              </>
            ),
          },
          { key: 'part', header: m.deals_chain_part(), cell: ({ part }) => partLabel(part) },
          { key: 'country', header: m.deals_country(), cell: ({ country }) => <CountryText code={country} /> },
          {
            key: 'risk',
            header: m.suppliers_filter_band(),
            wraps: 'short',
            cell: ({ score }) => (
              <span className="flex flex-wrap items-baseline gap-x-2">
                <BandBadge band={bands.find((band) => band === score?.band) ?? null} />
                {score && <ScoreWithInterval score={score.score} low={score.low} high={score.high} />}
                {score?.isStateImposed && <StateImposedMark />}
                {score?.basis && (
                  <span className="w-full text-xs text-muted">
                    <BasisShort basis={score.basis} />
                  </span>
                )}
              </span>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  header: m.deals_chain_take_off(),
                  isAct: true,
                  cell: ({ publicId, name }: SerializeFrom<ProjectPartyRow>) => (
                    <Dialog trigger={m.deals_chain_take_off()} title={name} size="sm" variant="quiet">
                      <Form method="post">
                        <input type="hidden" name="intent" value="take-off" />
                        <input type="hidden" name="party" value={publicId} />
                        <Button type="submit" variant="danger">
                          {m.deals_chain_take_off()}
                        </Button>
                      </Form>
                    </Dialog>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Searches the supply chain and sets the role of the result in the project. */
export function PutPartySection({
  failure,
  known,
  mayAdd,
}: {
  failure: FormFailure | undefined;
  /** The company that was added in place. */
  known: readonly Choice[];
  mayAdd: boolean;
}) {
  const isAdding = isAddingParty(failure);
  return (
    <Section title={m.deals_chain_put()} id="put">
      <Form method="post" noValidate className="mt-3 grid max-w-prose gap-4">
        {!isAdding && <DefaultSubmit intent="put" />}
        <ErrorSummary errors={failure?.errors} />
        <PartyStep
          {...fieldOf(failure, 'party')}
          label={m.deals_chain_company()}
          hint={m.responses_search_hint()}
          intent="put"
          failure={failure}
          mayAdd={mayAdd}
          known={known}
        />
        <Select
          {...fieldOf(failure, 'part')}
          label={m.deals_chain_part()}
          options={projectParts.map((value) => ({ value, label: partLabel(value) }))}
        />
        <Field {...fieldOf(failure, 'note')} optional label={m.deals_chain_note()} maxLength={300} />
        {!isAdding && (
          <div>
            <Button name="intent" value="put" variant="primary">
              {m.deals_chain_put()}
            </Button>
          </div>
        )}
      </Form>
    </Section>
  );
}
