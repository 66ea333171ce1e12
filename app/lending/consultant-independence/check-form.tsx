import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { type Check, knowns, purposes, type Requirement, ties, verdicts, yesNo } from './independence-lists';
import { consultantLabel, knownLabel, purposeLabel, requirementLabel, tieLabel } from './independence-labels';

/** The form of a consultant: who, for what, whether it is required, and what independence turns on. */
export function CheckForm({
  failure,
  saved,
  seen,
  requirement,
  submit,
}: {
  failure: FormFailure | undefined;
  saved?: Check;
  seen?: number;
  requirement: Requirement;
  submit: string;
}) {
  return (
    <PostForm errors={failure?.errors} hidden={{ intent: 'check', seen }} submit={submit}>
      <Notice tone="info">{requirementLabel(requirement)}</Notice>
      <Field {...fieldOf(failure, 'name', saved?.name)} label={m.consultant_independence_name()} maxLength={200} />
      <Field {...fieldOf(failure, 'firm', saved?.firm)} label={m.consultant_independence_firm()} maxLength={200} />
      <Select
        {...fieldOf(failure, 'purpose', saved?.purpose)}
        label={m.consultant_independence_purpose()}
        empty="–"
        options={purposes.map((value) => ({ value, label: purposeLabel(value) }))}
      />
      <Select
        {...fieldOf(failure, 'isRequired', saved?.isRequired ?? (requirement === 'required' ? 'yes' : ''))}
        label={m.consultant_independence_is_required()}
        empty="–"
        options={yesNo.map((value) => ({ value, label: knownLabel(value) }))}
      />
      <FreeText
        {...fieldOf(failure, 'requiredReason', saved?.requiredReason)}
        label={m.consultant_independence_required_reason()}
        hint={m.consultant_independence_hint_required()}
        rows={2}
        maxLength={2000}
      />
      {ties.map((tie) => (
        <FreeText
          key={tie}
          {...fieldOf(failure, tie, saved?.[tie])}
          label={tieLabel(tie)}
          hint={m.consultant_independence_hint_tie()}
          rows={2}
          maxLength={2000}
        />
      ))}
      <Select
        {...fieldOf(failure, 'isShared', saved?.isShared)}
        label={m.consultant_independence_shared()}
        hint={m.consultant_independence_hint_shared()}
        empty="–"
        options={knowns.map((value) => ({ value, label: knownLabel(value) }))}
      />
      <Field
        {...fieldOf(failure, 'reportOn', saved?.reportOn)}
        optional
        type="date"
        isPast
        label={m.consultant_independence_report_on()}
        className="max-w-60"
      />
      <FreeText
        {...fieldOf(failure, 'conclusions', saved?.conclusions)}
        optional
        label={m.consultant_independence_conclusions()}
        rows={3}
        maxLength={4000}
      />
    </PostForm>
  );
}

/** The verdict on a consultant's independence, by another person than the one who recorded it. */
export function VerdictForm({ failure, seen }: { failure: FormFailure | undefined; seen: number }) {
  return (
    <PostForm errors={failure?.errors} hidden={{ intent: 'judge', seen }} submit={m.consultant_independence_judge()}>
      <Select
        {...fieldOf(failure, 'verdict')}
        label={m.consultant_independence_verdict()}
        empty="–"
        options={verdicts.map((value) => ({ value, label: consultantLabel(value) }))}
      />
      <FreeText {...fieldOf(failure, 'reason')} label={m.deals_reason()} rows={3} maxLength={2000} />
    </PostForm>
  );
}
