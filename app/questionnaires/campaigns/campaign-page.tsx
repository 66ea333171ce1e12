import { useSearchParams } from '@remix-run/react';
import { FunnelSection } from '~/questionnaires/requests/funnel-section';
import type { Funnel, FunnelRow } from '~/questionnaires/requests/list-requests.server';
import type { FunnelSteps } from '~/questionnaires/requests/funnel-steps';
import { languageName } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { FilterBar } from '~/ui/filter-bar';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { type Run, RunProgress } from '~/ui/progress';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ChaseTable, type ShownChase } from './chase-table';
import { FunnelFigure } from './funnel-figure';
import { chaseViews, type LeftOutReason } from './states';
import { campaignStatusLabel, chaseViewLabel, reasonLabel, reminderWords } from './labels';

type Shown = {
  campaign: {
    id: string;
    name: string;
    instrument: string;
    status: string;
    locale: string;
    dueOn: Date | string | null;
    reminderDays: number[];
    message: string;
    startedAt: Date | string | null;
    closedAt: Date | string | null;
    createdBy: string | null;
  };
  run: { id: string; progress: Run; isGoing: boolean } | null;
  progress: {
    waiting: number;
    unsent: number;
    leftOut: number;
    toHandOver: number;
    remindable: number;
    tooSoon: number;
    reasons: { reason: LeftOutReason; count: number }[];
  };
  funnel: { all: Funnel; steps: FunnelSteps; tiers: FunnelRow[]; countries: FunnelRow[] };
  page: { rows: ShownChase[]; before: string | null; after: string | null };
  sort: { key: string; direction: 'ascending' | 'descending' };
  base: string;
  today: string;
  mails: boolean;
  may: { ask: boolean; export: boolean };
  failure: FormFailure | undefined;
};

/** A campaign that was started: how far the asking and the answering are, who is waited for, and what can be done about it. */
export function CampaignPage(shown: Shown) {
  const { campaign, run, progress, funnel, base, may, failure } = shown;
  const path = `${base}/campaigns/${campaign.id}`;
  const isGoing = campaign.status === 'going';
  return (
    <>
      <PageHeader
        title={campaign.name}
        lead={campaign.instrument}
        breadcrumbs={[{ label: m.campaigns_title(), to: `${base}/campaigns` }, { label: campaign.name }]}
        meta={<span>{campaignStatusLabel(campaign.status)}</span>}
        actions={may.ask && isGoing && <CloseDialog waiting={funnel.all.invited - funnel.all.submitted - funnel.all.refused} />}
      />
      <ErrorSummary errors={failure?.errors} />
      {run?.isGoing && (
        <Section title={m.campaigns_sending()}>
          <div className="grid max-w-2xl gap-3">
            <RunProgress key={run.id} url={`${base}/jobs/${run.id}/progress`} initial={run.progress} label={m.campaigns_sending()} />
            {may.ask && (
              <Form method="post">
                <Button name="intent" value="cancel">
                  {m.campaigns_cancel()}
                </Button>
              </Form>
            )}
          </div>
        </Section>
      )}
      {!run?.isGoing && isGoing && progress.waiting + progress.unsent > 0 && (
        <Notice tone="warning" title={m.campaigns_stopped({ count: progress.waiting + progress.unsent })}>
          {may.ask && (
            <Form method="post">
              <Button name="intent" value="resume" variant="primary">
                {m.campaigns_resume()}
              </Button>
            </Form>
          )}
        </Notice>
      )}
      <FunnelSection
        funnel={funnel}
        hrefOf={(status) => (chaseViews.some((view) => view === status) ? `${path}?show=${status}` : path)}
        figure={<FunnelFigure steps={funnel.steps} bounced={funnel.all.bounced} path={path} />}
      />
      <div className="mt-8 grid gap-x-10 lg:grid-cols-2">
        <Section title={m.requests_details()}>
          <KeyValueList
            pairs={[
              { key: 'due', label: m.responses_column_due(), value: campaign.dueOn ? formatDate(campaign.dueOn) : '—' },
              { key: 'reminders', label: m.campaigns_reminders(), value: reminderWords(campaign.reminderDays) },
              { key: 'language', label: m.requests_language(), value: languageName(campaign.locale) },
              { key: 'by', label: m.requests_by(), value: campaign.createdBy ?? '—' },
              ...(campaign.startedAt ? [{ key: 'start', label: m.campaigns_started_on(), value: formatDate(campaign.startedAt) }] : []),
              ...(campaign.closedAt ? [{ key: 'end', label: m.campaigns_closed_on(), value: formatDate(campaign.closedAt) }] : []),
              ...(campaign.message ? [{ key: 'message', label: m.requests_message(), value: campaign.message }] : []),
            ]}
          />
          {may.ask && isGoing && (
            <Form method="post" noValidate className="mt-3 flex flex-wrap items-end gap-2">
              <Field
                {...fieldOf(failure, 'dueOn', campaign.dueOn ? new Date(campaign.dueOn).toISOString().slice(0, 10) : '')}
                type="date"
                isComing
                optional
                label={m.campaigns_change_due()}
                hint={m.campaigns_change_due_hint()}
              />
              <Button name="intent" value="change-due">
                {m.campaigns_change_due_do()}
              </Button>
            </Form>
          )}
        </Section>
        <Section
          title={m.campaigns_left_out({ count: progress.leftOut })}
          lead={progress.leftOut === 0 ? m.campaigns_left_out_none() : undefined}
        >
          <ul className="grid gap-1">
            {progress.reasons.map(({ reason, count }) => (
              <li key={reason} className="grid grid-cols-[1fr_auto] gap-4 border-b border-line py-1.5">
                <span>{reasonLabel(reason)}</span>
                <span>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Chase {...shown} path={path} isGoing={isGoing} />
    </>
  );
}

function CloseDialog({ waiting }: { waiting: number }) {
  return (
    <Dialog trigger={m.campaigns_close()} title={m.campaigns_close()} variant="danger">
      <Form method="post" className="grid gap-3">
        <p>{m.campaigns_close_lead({ count: waiting })}</p>
        <div>
          <Button name="intent" value="close" variant="danger">
            {m.campaigns_close()}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Chase({ page, sort, base, path, today, mails, may, progress, funnel, isGoing }: Shown & { path: string; isGoing: boolean }) {
  const [params] = useSearchParams();
  const exported = new URLSearchParams(params);
  exported.delete('after');
  exported.delete('before');
  const mayRemind = may.ask && mails && isGoing;
  return (
    <Section
      id="requests"
      title={m.campaigns_chase()}
      lead={mails ? m.campaigns_chase_lead() : m.campaigns_chase_no_mail()}
      actions={
        <>
          {may.export && (
            <LinkButton to={`${path}/export?${exported}`} icon="download" size="sm" reloadDocument>
              {m.requests_export()}
            </LinkButton>
          )}
          {may.ask && isGoing && progress.toHandOver > 0 && (
            <Dialog trigger={m.campaigns_links({ count: progress.toHandOver })} title={m.campaigns_links_title()} size="sm">
              <Form method="post" action={`${path}/links`} reloadDocument className="grid gap-3">
                <p>{m.campaigns_links_lead({ count: progress.toHandOver })}</p>
                <div>
                  <Button variant="primary" icon="download">
                    {m.campaigns_links_do()}
                  </Button>
                </div>
              </Form>
            </Dialog>
          )}
          {mayRemind && (
            <>
              <Dialog trigger={m.campaigns_remind_chosen()} title={m.campaigns_remind_chosen()} size="sm">
                <Form id="chosen" method="post" action={`?${params}`} className="grid gap-3">
                  <p>{m.campaigns_remind_chosen_lead()}</p>
                  <div>
                    <Button name="intent" value="remind-chosen" variant="primary">
                      {m.campaigns_remind_do()}
                    </Button>
                  </div>
                </Form>
              </Dialog>
              <Dialog trigger={m.campaigns_remind_all()} title={m.campaigns_remind_all()} size="sm">
                <Form method="post" action={`?${params}`} className="grid gap-3">
                  <p>{m.campaigns_remind_all_lead({ count: progress.remindable })}</p>
                  {progress.tooSoon > 0 && <p className="text-muted">{m.campaigns_remind_too_soon({ count: progress.tooSoon })}</p>}
                  <div>
                    <Button name="intent" value="remind-all" variant="primary" disabled={progress.remindable === 0}>
                      {m.campaigns_remind_do()}
                    </Button>
                  </div>
                </Form>
              </Dialog>
            </>
          )}
        </>
      }
    >
      <FilterBar
        filters={[
          { name: 'show', label: m.campaigns_show(), options: chaseViews.map((value) => ({ value, label: chaseViewLabel(value) })) },
          {
            name: 'country',
            label: m.requests_column_country(),
            options: funnel.countries.flatMap(({ key }) => (key ? [{ value: key, label: formatCountry(key) }] : [])),
          },
          {
            name: 'tier',
            label: m.requests_column_tier(),
            options: funnel.tiers.map(({ key }) => ({ value: key ?? 'unknown', label: key ?? m.shell_unknown() })),
          },
        ]}
      />
      <ChaseTable rows={page.rows} base={base} today={today} sort={sort} isSelectable={mayRemind} />
      <CursorPager before={page.before} after={page.after} shown={page.rows.length} />
    </Section>
  );
}
