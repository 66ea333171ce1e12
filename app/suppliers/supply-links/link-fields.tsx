import { linkKinds } from '#scoring';
import { ProductField } from '~/suppliers/choices/closed-lists';
import { percentOf } from '~/suppliers/parties/form-values';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { LinkTerms } from './link-form';
import { linkName } from './link-labels';

/** The form fields of an edge except its ends; an empty one is unknown. `intent`: what the form does, where only its button says so. */
export function LinkFields({ failure, saved, intent }: { failure: FormFailure | null | undefined; saved?: LinkTerms; intent: string }) {
  return (
    <>
      <Select
        label={m.suppliers_chain_kind()}
        options={linkKinds.map((kind) => ({ value: kind, label: linkName(kind) }))}
        {...fieldOf(failure, 'kind', saved?.kind ?? 'supplies')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ProductField label={m.suppliers_chain_product()} optional intent={intent} {...fieldOf(failure, 'product', saved?.product)} />
        <Field
          label={m.supply_links_share()}
          hint={m.supply_links_share_hint()}
          optional
          inputMode="decimal"
          {...fieldOf(failure, 'share', percentOf(saved?.share))}
        />
        <Field label={m.supply_links_volume()} optional inputMode="decimal" {...fieldOf(failure, 'volume', saved?.volume)} />
        <Field
          label={m.supply_links_unit()}
          hint={m.supply_links_unit_hint()}
          optional
          {...fieldOf(failure, 'volumeUnit', saved?.volumeUnit)}
        />
        <Field type="date" label={m.supply_links_valid_from()} optional {...fieldOf(failure, 'validFrom', saved?.validFrom)} />
        <Field
          type="date"
          label={m.supply_links_valid_to()}
          hint={m.supply_links_valid_to_hint()}
          optional
          {...fieldOf(failure, 'validTo', saved?.validTo)}
        />
      </div>
      <RadioGroup
        name="basis"
        label={m.supply_links_basis()}
        layout="row"
        defaultValue={failure?.values.basis?.[0] ?? (saved?.isInferred ? 'inferred' : 'declared')}
        options={[
          { value: 'declared', label: m.supply_links_basis_declared() },
          { value: 'inferred', label: m.supply_links_basis_inferred() },
        ]}
      />
      <Field
        label={m.supply_links_confidence()}
        hint={m.supply_links_confidence_hint()}
        optional
        inputMode="decimal"
        {...fieldOf(failure, 'confidence', percentOf(saved?.confidence))}
      />
      <Field label={m.supply_links_source()} hint={m.supply_links_source_hint()} optional {...fieldOf(failure, 'note')} />
    </>
  );
}
