import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { FilterBar } from '~/ui/filter-bar';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { AcceptForm } from './accept-form';
import { CorrectionNotice, WorkbookLink } from './correction-notice';
import { ProblemKinds, WouldWrite, Wrote } from './count-lists';
import { ListSection } from './list-section';
import { fileProblemCodes, type ProblemParams } from './pipeline/problems';
import type { PreviewPage } from './preview-rows.server';
import { PreviewTable } from './preview-table';
import { openDoubts } from './open-doubts';
import type { BatchCounts, BatchMapping, Committed } from './schema';
import { fileProblemText, problemKind } from './labels';

function IntentButton({
  intent,
  label,
  variant = 'secondary',
}: {
  intent: string;
  label: string;
  variant?: 'primary' | 'secondary' | 'quiet';
}) {
  const { state, formData } = useNavigation();
  return (
    <Form method="post">
      <Button name="intent" value={intent} variant={variant} busy={state !== 'idle' && formData?.get('intent') === intent}>
        {label}
      </Button>
    </Form>
  );
}

/** Every row with its problems, what accepting would write, and the button that accepts. After the import the same, to read. */
export function CheckStep({
  here,
  counts,
  preview,
  mapping,
  sectors,
  titles,
  isOpen,
  batch,
  imported,
  error,
}: {
  here: string;
  counts: BatchCounts;
  preview: PreviewPage;
  mapping: BatchMapping;
  sectors: readonly { value: string; label: string }[];
  /** The names of the sectors in the preview. */
  titles: Readonly<Record<string, string>>;
  isOpen: boolean;
  batch: { continuesId: string | null; listName: string | null; replacesId: string | null };
  imported: readonly { id: string; listName: string; committedAt: string | Date | null }[];
  error?: string | undefined;
}) {
  const good = counts.valid + counts.warned;
  const sectorNames = { ...Object.fromEntries(sectors.map(({ value, label }) => [value, label.replace(/^\d+ · /, '')])), ...titles };
  const kinds = [...new Set(counts.problems.map(({ code }) => code))];
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8">
      {error && (
        <Notice tone="danger" isLive>
          {error}
        </Notice>
      )}
      <CorrectionNotice counts={counts} continuesId={batch.continuesId} here={here} />
      {isOpen && counts.withoutSector + counts.withoutCountry > 0 && (
        <Notice
          tone="warning"
          title={m.import_not_scored_title()}
          actions={
            <LinkButton to={`${here}?step=columns#defaults`} size="sm">
              {m.import_change_columns()}
            </LinkButton>
          }
        >
          <ul>
            {counts.withoutSector > 0 && <li>{m.import_without_sector({ count: counts.withoutSector })}</li>}
            {counts.withoutCountry > 0 && <li>{m.import_without_country({ count: counts.withoutCountry })}</li>}
          </ul>
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2 [&>section]:mt-0">
        <Section title={isOpen ? m.import_would_write() : m.import_done_title()}>
          <WouldWrite counts={counts} />
          {isOpen && (
            <div className="mt-4 flex flex-wrap gap-2">
              {good > 0 ? (
                <AcceptForm doubts={openDoubts(counts, mapping)} counts={counts} label={m.import_accept({ count: good })} />
              ) : (
                <p>{m.import_nothing_to_import()}</p>
              )}
              <LinkButton to={`${here}?step=columns`}>{m.import_change_columns()}</LinkButton>
              <IntentButton intent="cancel" label={m.import_give_up()} variant="quiet" />
            </div>
          )}
        </Section>
        <Section title={m.import_problems_title()}>
          <ProblemKinds problems={counts.problems} hrefOf={(code) => `${here}?step=check&problem=${code}#rows`} />
          <WorkbookLink counts={counts} here={here} />
        </Section>
      </div>
      <ListSection list={batch} imported={imported} comparison={counts.comparison} sectors={sectorNames} isOpen={isOpen} />
      <Section title={m.import_check_title()} id="rows">
        <FilterBar
          filters={[
            {
              name: 'status',
              label: m.import_filter_status(),
              options: [
                { value: 'valid', label: m.import_status_valid() },
                { value: 'warned', label: m.import_status_warned() },
                { value: 'invalid', label: m.import_status_invalid() },
              ],
            },
            {
              name: 'problem',
              label: m.import_filter_problem(),
              options: kinds.map((code) => ({ value: code, label: problemKind(code) })),
            },
          ]}
        />
        <PreviewTable rows={preview.rows} columns={mapping.columns} sectors={sectorNames} />
        <CursorPager before={preview.before} after={preview.after} shown={preview.rows.length} total={preview.total} />
      </Section>
    </div>
  );
}

/** Stops the run that reads or writes the list, and says what is left then. */
export function StopButton({ isWriting }: { isWriting: boolean }) {
  return (
    <div className="mt-4 grid gap-2">
      <p className="max-w-prose text-muted">{isWriting ? m.import_cleaning_stop_writing() : m.import_cleaning_stop_reading()}</p>
      <IntentButton intent="stop" label={m.import_cleaning_stop()} />
    </div>
  );
}

/** What was written, and where to see it. */
export function DoneStep({
  wrote,
  counts,
  here,
  organization,
  isSummed = false,
}: {
  wrote: Committed;
  counts: BatchCounts;
  here: string;
  organization: string;
  /** What came of it is said above. */
  isSummed?: boolean;
}) {
  const isNothing = wrote.facts + wrote.links + wrote.suppliers + wrote.orderLines === 0;
  return (
    <Section title={m.import_done_title()}>
      <div className="grid gap-4">
        {isNothing ? (
          <Notice tone="info">{m.import_done_nothing()}</Notice>
        ) : (
          <>
            <Wrote wrote={wrote} />
            {!isSummed && <p className="text-muted">{m.import_done_scoring()}</p>}
          </>
        )}
        {counts.comparison !== null && counts.comparison.counts.gone > 0 && (
          <Notice
            tone="info"
            title={m.list_changes_settle({ count: counts.comparison.counts.gone, countText: formatNumber(counts.comparison.counts.gone) })}
            actions={
              <LinkButton to={`${here}/removed`} size="sm">
                {m.list_changes_settle_do()}
              </LinkButton>
            }
          >
            {m.list_changes_settle_text()}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`${organization}/suppliers`} variant={isSummed ? 'secondary' : 'primary'}>
            {m.import_see_suppliers()}
          </LinkButton>
          {!isSummed && <LinkButton to={`${organization}/map`}>{m.import_see_map()}</LinkButton>}
          <LinkButton to={`${here}?step=check${counts.invalid > 0 ? '&status=invalid' : ''}`}>{m.import_show_rows()}</LinkButton>
          <LinkButton to={`${organization}/suppliers/import`}>{m.import_another()}</LinkButton>
          <IntentButton intent="again" label={m.import_again()} variant="quiet" />
          <LinkButton to={`${here}?step=undo`} variant="quiet">
            {m.import_undo_open()}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}

/** Why the file cannot be imported, and the way to another. */
export function RefusedStep({ code, params, upload }: { code: string | null; params: ProblemParams; upload: string }) {
  const known = fileProblemCodes.find((candidate) => candidate === code);
  return (
    <Notice
      tone="danger"
      title={m.import_refused_title()}
      actions={
        <LinkButton to={upload} size="sm">
          {m.import_other_file()}
        </LinkButton>
      }
    >
      {known ? fileProblemText(known, params) : null}
    </Notice>
  );
}

/** The queue could not finish and makes no further try; nothing is half written, and it can be tried again. */
export function StoppedStep({ why }: { why: string | null }) {
  return (
    <Notice tone="danger" title={m.import_failed_title()} actions={<IntentButton intent="retry" label={m.import_try_again()} />}>
      {why ?? m.import_stopped_interrupted()}
    </Notice>
  );
}
