import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';
import { checkboxOf, fieldOf, type FormFailure } from '~/ui/form-values';
import type { Gone } from './read-gone.server';

/** Who went from a replaced list: which of them, what is done with them, as of which day. Whom another list names is not ticked. */
export function GoneForm({
  gone,
  organization,
  on,
  failure,
}: {
  gone: readonly Gone[];
  organization: string;
  on: string;
  failure: FormFailure | null | undefined;
}) {
  const isTicked = ({ publicId, inLists }: Gone) => (failure ? (failure.values.supplier ?? []).includes(publicId) : inLists.length === 0);
  return (
    <Form method="post" noValidate className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      <ErrorSummary errors={failure?.errors} />
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <legend className="mb-2 font-semibold">{m.list_changes_who({ count: gone.length, countText: formatNumber(gone.length) })}</legend>
        <div className="grid max-h-96 gap-1 overflow-y-auto rounded border border-line p-3">
          {gone.map((supplier) => (
            <div key={supplier.publicId} className="flex min-h-7 flex-wrap items-baseline gap-x-2">
              <label className="flex items-baseline gap-2">
                <input
                  type="checkbox"
                  name="supplier"
                  value={supplier.publicId}
                  defaultChecked={isTicked(supplier)}
                  className="size-4 self-center"
                />
                <bdi>{supplier.name}</bdi>
                {supplier.country && <span className="text-muted">{formatCountry(supplier.country)}</span>}
              </label>
              {supplier.inLists.length > 0 && (
                <span className="text-sm text-muted">{m.list_changes_named_by({ lists: supplier.inLists.join(', ') })}</span>
              )}
              <Link to={`${organization}/suppliers/${supplier.publicId}`} className="ms-auto text-sm">
                {m.list_changes_open()}
              </Link>
            </div>
          ))}
        </div>
      </fieldset>
      <RadioGroup
        name="what"
        label={m.list_changes_what()}
        defaultValue={failure?.values.what?.[0] ?? 'archive'}
        options={[
          { value: 'archive', label: m.list_changes_what_archive() },
          { value: 'end', label: m.list_changes_what_end() },
        ]}
      />
      <Field
        type="date"
        label={m.list_changes_on()}
        hint={m.list_changes_on_hint()}
        required
        isPast
        className="max-w-60"
        {...fieldOf(failure, 'on', on)}
      />
      <Checkbox label={m.list_changes_sure()} {...checkboxOf(failure, 'isSure')} />
      <div>
        <Button name="intent" value="retire" variant="primary">
          {m.list_changes_do()}
        </Button>
      </div>
    </Form>
  );
}

/** What was done, and the button that takes it back. */
export function RetiredNotice({ retired }: { retired: { on: string; suppliers: number; archived: number; links: number } }) {
  return (
    <Notice
      tone="success"
      title={m.list_changes_done({ count: retired.suppliers, countText: formatNumber(retired.suppliers), on: formatDate(retired.on) })}
      actions={
        <Form method="post">
          <Button name="intent" value="restore">
            {m.list_changes_undo()}
          </Button>
        </Form>
      }
    >
      {m.list_changes_done_text({ links: formatNumber(retired.links), archived: formatNumber(retired.archived) })}
    </Notice>
  );
}
