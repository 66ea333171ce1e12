import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listedGoodNames } from '~/suppliers/classification/listed-good-names.server';
import { runTitle, showRun } from '~/platform/jobs/show-run';
import { sectorOptions, sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { ImportGrid } from '~/risk/import-preview/import-grid';
import { ImportOutcomeSection } from '~/risk/import-preview/import-outcome';
import { readImportGrid } from '~/risk/import-preview/read-import-grid.server';
import { readImportOutcome } from '~/risk/import-preview/read-import-outcome.server';
import { fitsGrid } from '~/suppliers/import/is-ordinary';
import { handleBatchAction } from '~/suppliers/import/handle-batch-action.server';
import { readBatchPage } from '~/suppliers/import/batch-page.server';
import { BatchHeader } from '~/suppliers/import/batch-header';
import { CheckStep, DoneStep, RefusedStep, StopButton, StoppedStep } from '~/suppliers/import/batch-steps';
import { ChangedNotice } from '~/suppliers/import/changed-notice';
import { AutomaticSection } from '~/suppliers/import/automatic-section';
import { ContradictionSection } from '~/suppliers/import/contradiction-section';
import { CleanStep } from '~/suppliers/import/clean-step';
import { ColumnForm } from '~/suppliers/import/column-form';
import { DetectedFacts } from '~/suppliers/import/detected-facts';
import { FirstProposalSection } from '~/suppliers/import/first-proposal';
import { readFirstProposal } from '~/suppliers/import/read-first-proposal.server';
import { GrainPanel } from '~/suppliers/import/grain-panel';
import { untilRead } from '~/suppliers/import/being-read.server';
import { ReadingForm } from '~/suppliers/import/reading-form';
import { SheetForm } from '~/suppliers/import/sheet-form';
import type { PreviewRow } from '~/suppliers/import/preview-rows.server';
import type { TermGroup } from '~/suppliers/import/schema';
import { ClosedValuesStep } from '~/suppliers/import/closed-values/closed-values-step';
import { UndoneStep, UndoStep } from '~/suppliers/import/undo/undo-step';
import { ValuesStep } from '~/suppliers/import/values-step';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RunProgress } from '~/ui/progress';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const search = new URL(request.url).searchParams;
  await untilRead(param(params, 'batchId'));
  const page = await member.inOrganization((db) => readBatchPage(db, { batchId: param(params, 'batchId'), search }));
  if (!page) throw notFound();
  const { run, mapping, detected, counts } = page.batch;
  const batch = mapping && detected && counts ? { ...page.batch, mapping, detected, counts } : null;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  return {
    ...page,
    grid: page.step === 'grid' && batch ? await member.inOrganization((db) => readImportGrid(db, batch, { search, today })) : null,
    outcome: page.step === 'done' ? await member.inOrganization((db) => readImportOutcome(db, page.batch.id)) : null,
    mayAsk: member.can('ask:supplier'),
    first:
      page.step === 'reading'
        ? await readFirstProposal(member.inOrganization, { batchId: page.batch.id, organizationId: member.organization.id })
        : null,
    organization: `/o/${member.organization.slug}`,
    run: run && { ...showRun(run), id: run.id, title: runTitle(run.kind) },
    sectors: ['columns', 'clean', 'check'].includes(page.step) ? sectorOptions() : [],
    titles: sectorTitles(page.step === 'clean' ? sectorsOfTerms(page.batch.counts?.terms ?? []) : sectorsOfRows(page.preview?.rows ?? [])),
    goods: page.step === 'clean' || page.closedValues?.field === 'product' ? listedGoodNames() : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const who = { batchId: param(params, 'batchId'), organizationId: member.organization.id, userId: member.user.id };
  const page = await member.inOrganization((db) =>
    readBatchPage(db, { batchId: who.batchId, search: new URLSearchParams({ step: 'columns' }) }),
  );
  if (!page) throw notFound();
  const form = await readForm(request);
  const acted = await handleBatchAction(member.inOrganization, form, who);
  if ('error' in acted) return data(formFailure(form, { '': [acted.error] }), { status: 422 });
  const base = `/o/${member.organization.slug}/suppliers/import`;
  if (acted.to === 'upload') throw await redirectWithFlash(base, { tone: 'info', text: m.import_given_up() });
  throw redirect(`${base}/${acted.batchId}${acted.to === 'batch' ? '' : `?step=${acted.to}`}`, 303);
}

const sectorsOfTerms = (terms: readonly TermGroup[]): string[] =>
  terms.flatMap(({ field, value, candidates }) => (field === 'sector' ? [...candidates, ...(value === null ? [] : [value])] : []));

const sectorsOfRows = (rows: readonly PreviewRow[]): string[] =>
  rows.flatMap(({ cleaned }) => (typeof cleaned?.sector === 'string' ? [cleaned.sector] : []));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.batch.file.fileName ?? ''} · ${m.import_title()} · Manumit` },
];

export default function ImportBatch() {
  const {
    batch,
    step,
    preview,
    values,
    closedValues,
    imported,
    questions,
    open,
    automatic,
    contradictions,
    organization,
    run,
    sectors,
    titles,
    goods,
    grid,
    outcome,
    mayAsk,
    first,
    undoing,
    undone,
  } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const error = failure?.errors['']?.[0];
  const [search] = useSearchParams();
  const suppliers = `${organization}/suppliers`;
  const here = `${suppliers}/import/${batch.id}`;
  const { detected, mapping, counts } = batch;
  const isOpen = batch.status === 'staged';
  return (
    <>
      <BatchHeader batch={batch} step={step} questions={questions} suppliers={suppliers} />
      {isOpen && step === 'columns' && fitsGrid(batch) && (
        <p className="mb-4">
          <Link to={`${here}?step=grid`}>{m.import_grid_show()}</Link>
        </p>
      )}
      {grid && detected && <ImportGrid grid={grid} detected={detected} here={here} error={error} />}
      {outcome && counts && (
        <ImportOutcomeSection outcome={outcome} counts={counts} organization={organization} here={here} mayAsk={mayAsk} />
      )}
      {search.has('known') && (
        <div className="mb-6">
          <Notice tone="info" title={m.import_known_title()}>
            {m.import_known_text()}
          </Notice>
        </div>
      )}
      {(step === 'reading' || step === 'writing') && run && (
        <>
          {error && <Notice tone="danger">{error}</Notice>}
          <RunProgress url={`${organization}/jobs/${run.id}/progress`} initial={run} label={run.title} />
          <StopButton isWriting={step === 'writing'} />
          {first && <FirstProposalSection proposal={first} />}
        </>
      )}
      {step === 'undoing' && run && (
        <>
          {error && <Notice tone="info">{error}</Notice>}
          <RunProgress url={`${organization}/jobs/${run.id}/progress`} initial={run} label={run.title} />
        </>
      )}
      {undoing && counts?.committed && (
        <UndoStep wrote={counts.committed} undoing={undoing} here={here} organization={organization} error={error} />
      )}
      {undone && error && <Notice tone="danger">{error}</Notice>}
      {undone && <UndoneStep {...undone} upload={`${suppliers}/import`} />}
      {step === 'refused' && (
        <RefusedStep code={batch.problemCode} params={batch.detected === null ? batch.refusal : {}} upload={`${suppliers}/import`} />
      )}
      {step === 'stopped' && <StoppedStep why={run?.message ?? null} />}
      {step === 'given-up' && (
        <Notice
          tone="info"
          title={m.import_given_up_title()}
          actions={
            <LinkButton to={`${suppliers}/import`} size="sm">
              {m.import_other_file()}
            </LinkButton>
          }
        />
      )}
      {isOpen && detected && counts && (step === 'columns' || step === 'check') && <GrainPanel grain={detected.grain} counts={counts} />}
      {step === 'columns' && detected && mapping && isOpen && <SheetForm detected={detected} />}
      {step === 'columns' && detected && mapping && (
        <ColumnForm detected={detected} mapping={mapping} sectors={sectors} failure={failure} unread={counts?.unreadColumns ?? []} />
      )}
      {step === 'clean' && counts && mapping && detected && (
        <CleanStep
          here={here}
          counts={counts}
          repairs={batch.repairs}
          headers={detected.columns.map(({ header }) => header)}
          columns={mapping.columns}
          continuesId={batch.continuesId}
          names={{ titles, sectors, goods }}
          error={error}
        />
      )}
      {closedValues && <ClosedValuesStep here={here} {...closedValues} goods={goods} error={error} />}
      {values && <ValuesStep here={here} {...values} repairs={batch.repairs} />}
      {step === 'check' && isOpen && open > 0 && (
        <div className="mb-6">
          <Notice
            tone="warning"
            title={m.match_step_notice({ count: open })}
            actions={
              <LinkButton to={`${here}/match`} size="sm">
                {m.match_step_compare()}
              </LinkButton>
            }
          >
            {m.match_step_unanswered()}
          </Notice>
        </div>
      )}
      {step === 'check' && isOpen && batch.changedSince && <ChangedNotice changed={batch.changedSince} />}
      {step === 'done' && batch.changedSince && <ChangedNotice changed={batch.changedSince} isWritten />}
      {step === 'check' && isOpen && (
        <AutomaticSection matches={automatic.matches} more={automatic.isCut ? `${here}/match?show=automatic` : null} />
      )}
      {counts && (
        <ContradictionSection
          contradictions={contradictions}
          more={counts.contradictionsOpen + counts.contradictionsAnswered - contradictions.length}
        />
      )}
      {step === 'check' && preview && counts && mapping && (
        <CheckStep
          here={here}
          counts={counts}
          preview={preview}
          mapping={mapping}
          sectors={sectors}
          titles={titles}
          isOpen={isOpen}
          batch={batch}
          imported={imported}
          error={error}
        />
      )}
      {step === 'done' && counts?.committed && (
        <DoneStep wrote={counts.committed} counts={counts} here={here} organization={organization} isSummed={outcome !== null} />
      )}
      {detected && step !== 'grid' && (
        <Section title={m.import_detected()}>
          <DetectedFacts detected={detected} file={batch.file} rowCount={batch.rowCount} />
          {step === 'columns' && isOpen && <ReadingForm detected={detected} reading={batch.repairs.reading} />}
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
