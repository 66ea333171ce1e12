import { CountryField, SectorField } from '~/suppliers/choices/closed-lists';
import type { RememberedField } from '~/suppliers/classification/term-key';
import { m } from '~/paraglide/messages';
import { Combobox } from '~/ui/combobox/combobox';
import { codeLabel } from './labels';

const tiers = Array.from({ length: 10 }, (_, at) => String(at + 1));

/** A field that chooses a value of a closed list; empty for none. */
export function ValueChoice({
  field,
  chosen,
  labels,
  goods,
  ...common
}: {
  name: string;
  label: string;
  isLabelHidden?: boolean;
  className?: string;
  field: RememberedField;
  chosen: string | null;
  labels: Readonly<Record<string, string>>;
  goods: readonly string[];
}) {
  const shared = { ...common, intent: 'closed', empty: m.import_cleaning_closed_none() };
  switch (field) {
    case 'country':
      return <CountryField {...shared} defaultValue={chosen ?? undefined} />;
    case 'sector':
      return (
        <SectorField
          {...shared}
          defaultValue={chosen ?? undefined}
          known={Object.entries(labels).map(([value, label]) => ({ value, label }))}
        />
      );
    case 'product':
    case 'tier': {
      const choice = (value: string) => ({ value, label: codeLabel(field, value, labels) });
      const options = (field === 'tier' ? tiers : goods).map(choice);
      return <Combobox {...shared} source={{ options }} chosen={chosen === null ? [] : [choice(chosen)]} />;
    }
    default: {
      const never: never = field;
      return never;
    }
  }
}
