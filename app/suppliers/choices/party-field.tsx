import { useNavigate, useParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import type { Choice } from '~/ui/combobox/choice';
import { Combobox, type ComboboxProps } from '~/ui/combobox/combobox';
import type { ReturnTo } from './return-to';

type Props = Omit<ComboboxProps, 'source' | 'list' | 'chosen' | 'isMultiple'> & {
  defaultValue?: string | undefined;
  /** Records that may be chosen already, with their names. */
  known?: readonly Choice[];
  /** Sites and labour recruiters too. */
  isAnyKind?: boolean;
  /** Where a supplier can be added in place, for a member who may: the form that goes on with it. Nothing else may be typed in that form. */
  addFor?: ReturnTo | undefined;
};

/** One supplier of the organization by name or public ID; sends its public ID. */
export function PartyField({ defaultValue, known = [], isAnyKind = false, addFor, add, ...field }: Props) {
  const navigate = useNavigate();
  const list = isAnyKind ? 'parties' : 'suppliers';
  const { orgSlug } = useParams();
  const chosen = defaultValue ? [known.find(({ value }) => value === defaultValue) ?? { value: defaultValue, label: defaultValue }] : [];
  const href = `/o/${orgSlug}/suppliers/new?for=${addFor}`;
  const addElsewhere = addFor && {
    href,
    label: (text: string) => m.choices_add_supplier({ name: text }),
    onAdd: (text: string) => navigate(`${href}&name=${encodeURIComponent(text)}`),
  };
  return <Combobox {...field} add={add ?? addElsewhere} source={{ search: `/o/${orgSlug}/choices/${list}` }} list={list} chosen={chosen} />;
}
