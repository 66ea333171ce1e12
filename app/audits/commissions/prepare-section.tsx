import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { PersonField } from '~/platform/forms/person-field';
import { PartyField } from '~/suppliers/choices/party-field';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DayFields } from '../form-parts/day-fields';
import { partLabel } from '../planning/labels';
import { teamParts } from '../planning/states';
import { removeColumn } from '../form-parts/remove-form';
import type { CommissionRead } from './find-commission.server';

type Plan = NonNullable<CommissionRead['plan']>;
export type AssignedRow = Plan['auditors'][number] & { name: string };

/** What the firm prepares before it accepts: its own record of the site, dates, and a team. */
export function PrepareSection({
  plan,
  place,
  team,
  free,
  mayEdit,
  base,
  failureOf,
}: {
  plan: Plan;
  place: CommissionRead['place'];
  team: readonly AssignedRow[];
  free: readonly { id: string; name: string }[];
  mayEdit: boolean;
  base: string;
  failureOf: (...intents: string[]) => FormFailure | undefined;
}) {
  const dates = failureOf('dates');
  const assign = failureOf('assign', 'unassign');
  return (
    <Section title={m.commissions_prepare()} lead={m.commissions_prepare_lead()} id="prepare">
      <div className="grid max-w-prose gap-8">
        <div className="grid gap-3">
          <h3>{m.commissions_own_record()}</h3>
          {plan.supplier ? (
            <p>
              <Link to={`${base}/suppliers/${plan.supplier.publicId}`}>{plan.supplier.name}</Link>
              {plan.site && ` · ${plan.site.name}`}
            </p>
          ) : (
            <p className="text-muted">{m.commissions_own_record_none()}</p>
          )}
          {mayEdit && <PlaceForms plan={plan} place={place} failure={failureOf('link-place')} />}
        </div>
        {mayEdit && (
          <Form method="post" noValidate className="grid gap-3" id="dates">
            <h3>{m.commissions_dates()}</h3>
            <ErrorSummary errors={dates?.errors} />
            <input type="hidden" name="intent" value="dates" />
            <div className="flex flex-wrap gap-4">
              <DayFields failure={dates} saved={[plan.startsOn, plan.endsOn]} />
              <Field
                {...fieldOf(dates, 'personDays', plan.personDays)}
                optional
                inputMode="decimal"
                label={m.audits_person_days()}
                className="w-44"
              />
            </div>
            <div>
              <Button type="submit">{m.commissions_dates_save()}</Button>
            </div>
          </Form>
        )}
        <div className="grid gap-3">
          <h3>{m.audits_team_title()}</h3>
          <ErrorSummary errors={assign?.errors} />
          <DataTable
            caption={m.audits_team_title()}
            rows={team}
            rowKey={({ userId }) => userId}
            isStacked
            empty={<p className="text-muted">{m.commissions_team_none()}</p>}
            columns={[
              {
                key: 'name',
                header: m.audits_team_name(),
                cell: ({ userId, name }) => (
                  <Link to={`${base}/auditors/${userId}`}>
                    <bdi>{name}</bdi>
                  </Link>
                ),
              },
              { key: 'part', header: m.audits_team_part(), cell: ({ part }) => partLabel(part) },
              { key: 'explanation', header: m.auditors_explanation(), wraps: true, cell: ({ explanation }) => explanation || '—' },
              ...(mayEdit
                ? [
                    removeColumn(({ userId, name }: AssignedRow) => ({
                      ...{ intent: 'unassign', field: 'member', value: userId, label: m.audits_team_remove_named({ name }) },
                    })),
                  ]
                : []),
            ]}
          />
          {mayEdit && plan.startsOn && free.length > 0 && (
            <Form method="post" noValidate className="grid gap-3">
              <input type="hidden" name="intent" value="assign" />
              <div className="grid gap-3 sm:grid-cols-2">
                <PersonField {...fieldOf(assign, 'member')} label={m.audits_team_member()} people={free} required />
                <Select
                  {...fieldOf(assign, 'part', team.some(({ part }) => part === 'lead') ? 'assessor' : 'lead')}
                  label={m.audits_team_part()}
                  options={teamParts.map((value) => ({ value, label: partLabel(value) }))}
                />
              </div>
              <Field
                {...fieldOf(assign, 'explanation')}
                optional
                label={m.auditors_explanation()}
                hint={m.auditors_explanation_hint()}
                maxLength={500}
              />
              <div>
                <Button type="submit">{m.commissions_assign()}</Button>
              </div>
            </Form>
          )}
          {mayEdit && !plan.startsOn && <p className="text-muted">{m.commissions_dates_first()}</p>}
        </div>
      </div>
    </Section>
  );
}

/** Adds supplier and site from the commission, or names the supplier that the firm knows already. */
function PlaceForms({ plan, place, failure }: { plan: Plan; place: CommissionRead['place']; failure: FormFailure | undefined }) {
  return (
    <>
      {!plan.supplier && (
        <Form method="post">
          <input type="hidden" name="intent" value="link-place" />
          <Button type="submit">{m.commissions_add_place({ name: place.site ?? place.supplier })}</Button>
        </Form>
      )}
      <Form method="post" noValidate className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="link-place" />
        <PartyField
          key={plan.supplier?.publicId}
          {...fieldOf(failure, 'supplier', plan.supplier?.publicId)}
          known={plan.supplier ? [{ value: plan.supplier.publicId, label: plan.supplier.name }] : []}
          label={m.commissions_known_supplier()}
          intent="link-place"
          className="min-w-64 grow"
        />
        <Button type="submit">{m.commissions_use_supplier()}</Button>
      </Form>
    </>
  );
}
