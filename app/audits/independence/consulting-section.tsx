import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { PartyField } from '~/suppliers/choices/party-field';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { DayFields } from '../form-parts/day-fields';
import { removeColumn } from '../form-parts/remove-form';
import { serviceLabel } from './labels';
import { serviceKinds } from './limits';
import type { ServiceRow } from './consulting.server';

/** Services other than audits, which make a conflict of interest for a time. */
export function ServiceSection({
  services,
  mayEdit,
  base,
  failure,
}: {
  services: readonly ServiceRow[];
  mayEdit: boolean;
  base: string;
  failure: FormFailure | undefined;
}) {
  return (
    <Section title={m.commissions_services()} lead={m.commissions_services_lead()} id="services">
      <DataTable
        caption={m.commissions_services()}
        rows={services}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="text-muted">{m.commissions_services_none()}</p>}
        columns={[
          {
            key: 'supplier',
            header: m.audits_supplier(),
            isRowHeader: true,
            wraps: 'short',
            cell: ({ supplier, publicId }) => <Link to={`${base}/suppliers/${publicId}`}>{supplier}</Link>,
          },
          { key: 'kind', header: m.commissions_service(), cell: ({ kind }) => serviceLabel(kind) },
          {
            key: 'days',
            header: m.auditors_days(),
            cell: ({ startedOn, endedOn }) =>
              `${formatDate(startedOn)} – ${endedOn === null ? m.commissions_service_ongoing() : formatDate(endedOn)}`,
          },
          { key: 'description', header: m.commissions_service_description(), wraps: true, cell: ({ description }) => description || '—' },
          ...(mayEdit
            ? [
                removeColumn(({ id, supplier }: ServiceRow) => ({
                  ...{ intent: 'remove-service', field: 'id', value: id, label: m.commissions_service_remove_named({ supplier }) },
                })),
              ]
            : []),
        ]}
      />
      {mayEdit && (
        <Form method="post" noValidate className="mt-6 grid max-w-prose gap-4">
          <h3>{m.commissions_service_add()}</h3>
          <ErrorSummary errors={failure?.errors} />
          <input type="hidden" name="intent" value="add-service" />
          <PartyField {...fieldOf(failure, 'supplier')} label={m.audits_supplier()} intent="add-service" required />
          <div className="flex flex-wrap gap-4">
            <Select
              {...fieldOf(failure, 'service')}
              label={m.commissions_service()}
              options={serviceKinds.map((value) => ({ value, label: serviceLabel(value) }))}
              className="w-52"
            />
            <DayFields failure={failure} names={['startedOn', 'endedOn']} isOpenEnded isBegun />
          </div>
          <Field {...fieldOf(failure, 'description')} optional label={m.commissions_service_description()} maxLength={500} />
          <div>
            <Button type="submit">{m.commissions_service_add()}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
