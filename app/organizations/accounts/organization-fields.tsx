import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';

/** Name and kind of a new organization. */
export function OrganizationFields({ failure }: { failure: FormFailure | undefined }) {
  const kind = fieldOf(failure, 'organizationKind', 'company');
  return (
    <>
      <Field
        {...fieldOf(failure, 'organizationName')}
        label={m.accounts_organization_name()}
        autoComplete="organization"
        maxLength={120}
        required
      />
      <RadioGroup
        name="organizationKind"
        label={m.accounts_organization_kind()}
        defaultValue={kind.defaultValue}
        error={kind.error}
        required
        options={[
          { value: 'company', label: m.accounts_kind_company(), hint: m.accounts_kind_company_hint() },
          { value: 'audit-firm', label: m.accounts_kind_audit_firm(), hint: m.accounts_kind_audit_firm_hint() },
          { value: 'lender', label: m.accounts_kind_lender(), hint: m.accounts_kind_lender_hint() },
        ]}
      />
    </>
  );
}
