import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { DemonstrationAccount } from '~/access/demonstration-accounts';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Progress } from '~/ui/progress';
import { PublicFrame } from '~/ui/public-frame';
import { demonstrationRole } from './role-labels';

/** The compliance manager leads the company's list: most visitors come for that role. */
const companyOrder = ['manager', 'auditor', 'reviewer', 'owner', 'viewer'];

/** Every role of the demonstration, with one button each. */
export function DemonstrationPage({
  accounts,
  made,
  isRefused,
  isSignedIn,
}: {
  accounts: readonly DemonstrationAccount[];
  /** How many of its organizations the demonstration has: during a reset not all. */
  made: { ready: number; total: number };
  isRefused: boolean;
  isSignedIn: boolean;
}) {
  const company = accounts
    .filter(({ kind }) => kind === 'company')
    .sort((a, b) => companyOrder.indexOf(a.role) - companyOrder.indexOf(b.role));
  const lender = accounts.filter(({ kind }) => kind === 'lender');
  const firm = accounts.filter(({ kind }) => kind === 'audit-firm');
  return (
    <PublicFrame wide isSignedIn={isSignedIn}>
      <div className="flex flex-col gap-8">
        <div className="flex flex-col gap-2">
          <h1>{m.demonstration_page_title()}</h1>
          <p className="max-w-2xl text-base">{m.demonstration_page_lead()}</p>
        </div>
        {isRefused ? <Notice tone="danger">{m.demonstration_closed()}</Notice> : null}
        {made.ready >= made.total ? (
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
            <Roles title={m.demonstration_company()} accounts={company} />
            <div className="grid content-start gap-8">
              <Roles title={m.demonstration_lender()} accounts={lender} />
              <Roles title={m.demonstration_firm()} accounts={firm} />
            </div>
          </div>
        ) : (
          <BeingMade {...made} />
        )}
      </div>
    </PublicFrame>
  );
}

const askAgainMs = 3_000;

/** Asks again until the demonstration is made. Without script the page reloads itself. */
function BeingMade({ ready, total }: { ready: number; total: number }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, askAgainMs);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <Notice tone="info">
      <p className="mb-2">{m.demonstration_being_made()}</p>
      <Progress label={m.demonstration_being_made_progress()} completed={ready} total={total} />
    </Notice>
  );
}

function Roles({ title, accounts }: { title: string; accounts: readonly DemonstrationAccount[] }) {
  if (accounts.length === 0) return null;
  return (
    <section className="flex flex-col">
      <h2 className="border-b border-line pb-2">{title}</h2>
      <ul className="m-0 list-none p-0">
        {accounts.map((account) => {
          const { name, text } = demonstrationRole(account);
          return (
            <li key={account.email} className="flex items-center justify-between gap-6 border-b border-line py-3">
              <div>
                <h3 className="text-sm font-semibold">{name}</h3>
                <p className="text-muted">{text}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="email" value={account.email} />
                <Button aria-label={m.demonstration_open_as({ role: name })}>{m.demonstration_open()}</Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
