import type { FieldCommon } from '../field';
import { type Option, Select } from '../select';
import { Combobox } from './combobox';

/** The most choices that a menu shows: a longer list is searched. */
const longestMenu = 12;

/** One choice that came with the page: a menu, or a searchable field where the list is long. Sends the same either way. */
export function SelectOrCombobox({
  options,
  defaultValue,
  label,
  ...field
}: Omit<FieldCommon, 'label'> & {
  label: string;
  options: readonly Option[];
  defaultValue?: string | undefined;
  /** The label of no choice. */
  empty?: string;
}) {
  if (options.length <= longestMenu) return <Select {...field} label={label} options={options} defaultValue={defaultValue} />;
  const choices = options.map(({ value, label: name }) => ({ value, label: name }));
  const chosen = choices.filter(({ value }) => value === defaultValue);
  // A list without an empty choice sends its first one, as a menu does.
  const first = field.empty === undefined ? choices.slice(0, 1) : [];
  return <Combobox {...field} label={label} source={{ options: choices }} chosen={chosen.length > 0 ? chosen : first} />;
}
