import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatCountry } from '~/ui/format';
import type { Option } from '~/ui/select';

/** Searches the supplier of a response or request; the result is in the address as `q`. */
export function SupplierSearch({ search }: { search: string }) {
  return (
    <Form method="get" role="search" className="mb-6 flex items-end gap-2">
      <Field
        name="q"
        type="search"
        label={m.responses_new_search()}
        hint={m.responses_search_hint()}
        defaultValue={search}
        className="grow"
      />
      <Button type="submit">{m.responses_new_search()}</Button>
    </Form>
  );
}

/** Suppliers to choose one of, each with its country and public ID. */
export function supplierOptions(suppliers: readonly { name: string; publicId: string; country: string | null }[]): Option[] {
  return suppliers.map(({ name, publicId, country }) => ({
    value: publicId,
    label: name,
    hint: [country ? formatCountry(country) : null, publicId].filter(Boolean).join(' · '),
  }));
}
