import { Link, useSearchParams } from '@remix-run/react';
import { timeLabel } from '~/questionnaires/templates/time-label';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { TextArea } from '~/ui/field';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { CountryText, Unknown } from '~/ui/values';
import { languageName } from '~/questionnaires/requests/labels';
import { Form } from '~/ui/form';
import type { BadLine } from './keep-addresses.server';
import { allowances, type LeftOutReason } from './states';
import { allowanceLabel, reasonLabel, reminderWords, selectionWords } from './labels';

type Row = {
  publicId: string;
  name: string;
  country: string | null;
  tier: number | null;
  email: string | null;
  reason: LeftOutReason | null;
};
type Shown = {
  campaign: {
    id: string;
    name: string;
    instrument: string;
    minutes: number;
    isEstimate: boolean;
    locale: string;
    dueOn: Date | string | null;
    reminderDays: number[];
    message: string;
    selection: string;
    takenOut: string[];
    allows: string[];
  };
  counts: { asked: number; withAddress: number; leftOut: { reason: LeftOutReason; count: number }[] };
  page: { rows: Row[]; before: string | null; after: string | null };
  show: 'asked' | 'any' | LeftOutReason;
  base: string;
  mails: boolean;
  reply: { message: string | null; isGood: boolean; bad: readonly BadLine[]; typed: string } | null;
};

/** The dry run: exactly whom a campaign would ask and whom it leaves out, before anybody is asked. */
export function CheckPage({ campaign, counts, page, show, base, mails, reply }: Shown) {
  const left = counts.leftOut.reduce((sum, { count }) => sum + count, 0);
  const path = `${base}/campaigns/${campaign.id}/check`;
  const change = new URLSearchParams(campaign.selection);
  for (const publicId of campaign.takenOut) change.append('except', publicId);
  change.set('draft', campaign.id);
  const chosen = selectionWords(campaign.selection);
  return (
    <>
      <PageHeader
        title={campaign.name}
        lead={m.campaigns_check_lead()}
        breadcrumbs={[{ label: m.campaigns_title(), to: `${base}/campaigns` }, { label: campaign.name }]}
        actions={
          <>
            <LinkButton to={`${base}/campaigns/new?${change}`}>{m.campaigns_change()}</LinkButton>
            <Dialog trigger={m.campaigns_delete()} title={m.campaigns_delete()} variant="quiet">
              <Form method="post" className="grid gap-3">
                <p>{m.campaigns_delete_lead()}</p>
                <div>
                  <Button name="intent" value="delete" variant="danger">
                    {m.campaigns_delete()}
                  </Button>
                </div>
              </Form>
            </Dialog>
          </>
        }
      />
      {reply?.message && (
        <div className="mb-4">
          <Notice tone={reply.isGood ? 'success' : 'danger'} isLive>
            {reply.message}
          </Notice>
        </div>
      )}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section title={m.campaigns_would_ask({ count: counts.asked })}>
          <p className="mb-3">
            {mails ? m.campaigns_letters({ mailed: counts.withAddress, byHand: counts.asked - counts.withAddress }) : m.campaigns_no_mail()}
          </p>
          <Form method="post">
            <Button name="intent" value="start" variant="primary" disabled={counts.asked === 0}>
              {m.campaigns_start({ count: counts.asked })}
            </Button>
          </Form>
          {counts.asked === 0 && <p className="mt-2 text-muted">{m.campaigns_nobody()}</p>}
        </Section>
        <Section title={m.requests_details()}>
          <KeyValueList
            pairs={[
              { key: 'what', label: m.campaigns_instrument(), value: campaign.instrument },
              { key: 'minutes', label: timeLabel(campaign.isEstimate), value: m.campaigns_minutes({ minutes: campaign.minutes }) },
              { key: 'due', label: m.responses_column_due(), value: campaign.dueOn ? formatDate(campaign.dueOn) : '—' },
              { key: 'reminders', label: m.campaigns_reminders(), value: reminderWords(campaign.reminderDays) },
              { key: 'language', label: m.requests_language(), value: languageName(campaign.locale) },
              {
                key: 'chosen',
                label: m.campaigns_chosen_by(),
                value: chosen.length > 0 ? chosen.join(' · ') : m.campaigns_all_suppliers(),
              },
              ...(campaign.message ? [{ key: 'message', label: m.requests_message(), value: campaign.message }] : []),
            ]}
          />
        </Section>
      </div>
      <Section title={m.campaigns_left_out({ count: left })} lead={left === 0 ? m.campaigns_left_out_none() : m.campaigns_left_out_lead()}>
        {left > 0 && (
          <ul className="mb-4 grid max-w-3xl gap-1">
            {counts.leftOut.map(({ reason, count }) => (
              <li key={reason} className="grid grid-cols-[1fr_auto] gap-4 border-b border-line py-1.5">
                <Link to={`${path}?show=${reason}`}>{reasonLabel(reason)}</Link>
                <span>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        )}
        <Form method="post" className="grid gap-2">
          <fieldset className="choices grid gap-1">
            <legend className="mb-1 font-semibold">{m.campaigns_allow()}</legend>
            {allowances.map((allowance) => (
              <label key={allowance}>
                <input type="checkbox" name="allows" value={allowance} defaultChecked={campaign.allows.includes(allowance)} />
                {allowanceLabel(allowance)}
              </label>
            ))}
          </fieldset>
          <div>
            <Button name="intent" value="allow">
              {m.campaigns_reckon()}
            </Button>
          </div>
        </Form>
        <details className="mt-4" open={(reply?.bad.length ?? 0) > 0}>
          <summary className="cursor-pointer py-1 font-semibold">{m.campaigns_addresses()}</summary>
          <Form method="post" className="mt-2 grid max-w-prose gap-3">
            <TextArea
              name="addresses"
              label={m.campaigns_addresses_label()}
              hint={m.campaigns_addresses_hint()}
              rows={6}
              defaultValue={reply?.typed ?? ''}
            />
            {(reply?.bad.length ?? 0) > 0 && <BadLines lines={reply?.bad ?? []} />}
            <div>
              <Button name="intent" value="addresses">
                {m.campaigns_addresses_keep()}
              </Button>
            </div>
          </Form>
        </details>
      </Section>
      <Section title={show === 'asked' ? m.campaigns_who_is_asked() : m.campaigns_who_is_left_out()}>
        <nav aria-label={m.campaigns_lists()} className="mb-3 flex flex-wrap gap-2">
          <LinkButton
            to={path}
            size="sm"
            variant={show === 'asked' ? 'primary' : 'secondary'}
            aria-current={show === 'asked' ? 'page' : undefined}
          >
            {m.campaigns_who_is_asked()}
          </LinkButton>
          <LinkButton
            to={`${path}?show=any`}
            size="sm"
            variant={show === 'any' ? 'primary' : 'secondary'}
            aria-current={show === 'any' ? 'page' : undefined}
          >
            {m.campaigns_who_is_left_out()}
          </LinkButton>
        </nav>
        <Rows rows={page.rows} isAsked={show === 'asked'} base={base} />
        <CursorPager before={page.before} after={page.after} shown={page.rows.length} />
      </Section>
    </>
  );
}

function BadLines({ lines }: { lines: readonly BadLine[] }) {
  const words = { 'no-address': m.campaigns_line_no_address, unknown: m.campaigns_line_unknown, several: m.campaigns_line_several };
  return (
    <Notice tone="warning" title={m.campaigns_lines_bad({ count: lines.length })} isLive>
      <ul>
        {lines.slice(0, 50).map(({ line, text, code }) => (
          <li key={line}>
            {m.campaigns_line({ line: formatNumber(line), why: words[code]() })} <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Rows({ rows, isAsked, base }: { rows: readonly Row[]; isAsked: boolean; base: string }) {
  const [params] = useSearchParams();
  const act = ({ publicId, name, reason }: Row) =>
    (isAsked || reason === 'taken-out') && (
      <Form method="post" action={`?${params}`} preventScrollReset>
        <input type="hidden" name="supplier" value={publicId} />
        <Button
          size="sm"
          name="intent"
          value={isAsked ? 'take-out' : 'take-in'}
          aria-label={isAsked ? m.campaigns_take_out_named({ name }) : m.campaigns_take_in_named({ name })}
        >
          {isAsked ? m.campaigns_take_out() : m.campaigns_take_in()}
        </Button>
      </Form>
    );
  return (
    <DataTable
      caption={isAsked ? m.campaigns_who_is_asked() : m.campaigns_who_is_left_out()}
      rows={rows}
      rowKey={({ publicId }) => publicId}
      empty={<p className="py-6 text-muted">{m.campaigns_list_empty()}</p>}
      columns={[
        {
          key: 'name',
          header: m.responses_column_supplier(),
          wraps: true,
          cell: ({ name, publicId }) => <Link to={`${base}/suppliers/${publicId}`}>{name}</Link>,
        },
        ...(isAsked
          ? []
          : [{ key: 'why', header: m.campaigns_why(), wraps: true, cell: ({ reason }: Row) => (reason ? reasonLabel(reason) : '—') }]),
        { key: 'email', header: m.requests_email(), cell: ({ email }) => email ?? m.requests_no_address() },
        { key: 'country', header: m.requests_column_country(), isWideOnly: true, cell: ({ country }) => <CountryText code={country} /> },
        { key: 'tier', header: m.requests_column_tier(), align: 'end', isWideOnly: true, cell: ({ tier }) => tier ?? <Unknown /> },
        { key: 'act', header: m.accounts_members_actions(), cell: (row) => act(row) || '—' },
      ]}
    />
  );
}
