import { Combobox, type ComboboxProps } from '~/ui/combobox/combobox';

/** A person to choose, found by name and, where the page knows it, by email address. */
export type Choosable = { id: string; name: string; email?: string };

/** One of the people that came with the page; sends the id. */
export function PersonField({
  people,
  defaultValue,
  ...field
}: Omit<ComboboxProps, 'source' | 'list' | 'chosen' | 'isMultiple'> & {
  people: readonly Choosable[];
  defaultValue?: string | undefined;
}) {
  const options = people.map(({ id, name, email }) => ({ value: id, label: name, ...(email ? { detail: email, also: [email] } : {}) }));
  return <Combobox {...field} source={{ options }} chosen={options.filter(({ value }) => value === defaultValue)} />;
}
