import { useParams } from '@remix-run/react';
import type { Choice } from '~/ui/combobox/choice';
import { Combobox, type ComboboxProps } from '~/ui/combobox/combobox';

type Props = Omit<ComboboxProps, 'source' | 'list' | 'chosen' | 'isMultiple'> & {
  defaultValue?: string | undefined;
  /** Records that may be chosen already, with their names. */
  known?: readonly Choice[];
  /** Sites and labour recruiters too. */
  isAnyKind?: boolean;
};

/** One supplier of the organization by name or public ID; sends its public ID. */
export function PartyField({ defaultValue, known = [], isAnyKind = false, ...field }: Props) {
  const list = isAnyKind ? 'parties' : 'suppliers';
  const { orgSlug } = useParams();
  const chosen = defaultValue ? [known.find(({ value }) => value === defaultValue) ?? { value: defaultValue, label: defaultValue }] : [];
  return <Combobox {...field} source={{ search: `/o/${orgSlug}/choices/${list}` }} list={list} chosen={chosen} />;
}
