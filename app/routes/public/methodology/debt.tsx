import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { repayDebt } from '#scoring';
import { type DebtField, debtFields, readDebt } from '~/risk/methodology/debt-input';
import { DebtOutcome } from '~/risk/methodology/debt-outcome';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';

/** Public, without sign-in. */
export function loader({ request }: LoaderFunctionArgs) {
  const { debt, ...asked } = readDebt(new URL(request.url).searchParams);
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return { ...asked, repayment: debt ? repayDebt({ ...debt, asOf }) : null };
}

export const meta: MetaFunction = () => [{ title: `${m.what_if_debt()} · Manumit` }];

const labels = {
  cost: m.what_if_debt_cost,
  pay: m.what_if_debt_pay,
  rate: m.what_if_debt_rate,
  repayment: m.what_if_debt_repayment,
} satisfies Record<DebtField, () => string>;

const hints = {
  cost: m.what_if_debt_cost_hint,
  pay: m.what_if_debt_pay_hint,
  rate: m.what_if_debt_rate_hint,
  repayment: m.what_if_debt_repayment_hint,
} satisfies Record<DebtField, () => string>;

/** Example: a worker who borrowed at 36% a year and repays 100 a month. */
const example = '?cost=2500&pay=300&rate=36&repayment=100';

export default function DebtCalculator() {
  const { values, hasCollateral, wrong, repayment } = useLoaderData<typeof loader>();
  const errorOf = (name: DebtField) => (name === 'pay' ? m.what_if_debt_error_pay() : m.what_if_debt_error_number());
  return (
    <article className="min-w-0">
      <PageHeader
        title={m.what_if_debt()}
        lead={m.what_if_debt_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.what_if_debt() }]}
      />
      <Form method="get" preventScrollReset className="grid items-end gap-4 sm:grid-cols-2">
        {debtFields.map((name) => (
          <Field
            key={name}
            name={name}
            label={labels[name]()}
            hint={hints[name]()}
            defaultValue={values[name]}
            inputMode="decimal"
            required
            error={wrong.includes(name) ? errorOf(name) : undefined}
          />
        ))}
        <label className="flex items-center gap-2 sm:col-span-2">
          <input type="checkbox" name="collateral" defaultChecked={hasCollateral} className="size-4 shrink-0" />
          {m.what_if_debt_collateral()}
        </label>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-2">
          <Button type="submit" variant="primary">
            {m.what_if_debt_calculate()}
          </Button>
          {repayment || Object.values(values).some((value) => value !== '') ? (
            <LinkButton to="?" variant="quiet">
              {m.what_if_clear()}
            </LinkButton>
          ) : (
            <LinkButton to={example} variant="quiet">
              {m.what_if_debt_example()}
            </LinkButton>
          )}
        </div>
      </Form>
      {repayment && (
        <div className="mt-10">
          <DebtOutcome repayment={repayment} />
        </div>
      )}
      <p className="mt-8">
        <Link to="/methodology/R11">{m.what_if_debt_rule()}</Link>
      </p>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
