import { Term } from '~/ui/term';
import { esapItemTerm } from '~/platform/terms/glossary-terms';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate, formatMoney, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { PlanRead } from './read-plan.server';

/** Whether both sides agreed to the current plan, in one sentence. */
export function PlanStatus({ version, here }: { version: PlanRead['version']; here: string }) {
  if (version === null) return <Notice tone="info">{m.esap_standing_none()}</Notice>;
  const { number, agreement, isCurrent } = version;
  const link = <Link to={`${here}/versions/${version.id}`}>{m.esap_version_named({ number })}</Link>;
  if (!isCurrent)
    return (
      <Notice tone="warning">
        {m.esap_standing_changed()} {link}
      </Notice>
    );
  if (agreement === null)
    return (
      <Notice tone="info">
        {m.esap_standing_waits()} {link}
      </Notice>
    );
  return (
    <Notice tone="success">
      {m.esap_standing_agreed({ name: agreement.name, function: agreement.function, date: formatDate(agreement.agreedOn) })} {link}
    </Notice>
  );
}

/** What it costs, by currency: amounts of different currencies are never added. */
export function TotalsSection({ totals }: { totals: PlanRead['totals'] }) {
  return (
    <Section title={<Term of={esapItemTerm}>{m.esap_totals()}</Term>} id="totals">
      <KeyValueList
        pairs={[
          ...totals.sums.map(({ currency, minor }) => ({ key: currency, label: currency, value: formatMoney(minor, currency) })),
          { key: 'unknown', label: m.esap_totals_unknown(), value: formatNumber(totals.unknown) },
        ]}
      />
      {totals.sums.length > 1 && <p className="mt-2 text-muted">{m.esap_totals_apart()}</p>}
    </Section>
  );
}

/** Freezes the current items, so that both sides see the same version. */
export function FreezeSection({ failure }: { failure: FormFailure | undefined }) {
  return (
    <Section title={m.esap_freeze_title()} lead={m.esap_freeze_lead()} id="freeze">
      <Form method="post" noValidate className="grid max-w-prose gap-4" data-print="none">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="intent" value="freeze" />
        <FreeText {...fieldOf(failure, 'note')} optional label={m.esap_freeze_note()} rows={2} maxLength={2000} />
        <div>
          <Button type="submit" variant="primary">
            {m.esap_freeze()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
