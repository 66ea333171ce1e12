import type { Ref } from 'react';
import { getLocale } from '~/paraglide/runtime';
import { type ComboboxHandle, ComboboxInput } from '~/ui/combobox/combobox-input';

/** A field in the place of a cell of a file, whose label the caller draws: the list proposes what the text may be, and takes any other. */
export function CellField({
  list,
  value,
  handle,
  ...field
}: {
  id: string;
  name: string;
  list: 'countries' | 'sectors' | 'products';
  /** The text of the cell. */
  value: string;
  onChoose: () => void;
  handle: Ref<ComboboxHandle>;
}) {
  return (
    <ComboboxInput
      {...field}
      label=""
      source={{ list: `/choices/${list}?language=${getLocale()}` }}
      chosen={value === '' ? [] : [{ value, label: value }]}
      isMultiple={false}
      isFree
      ref={handle}
    />
  );
}
