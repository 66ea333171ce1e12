import { givenText } from '~/platform/http/given-text';
import type { TenantDb } from '~/access/tenant-db.server';
import { showContradictions } from './answer-contradictions.server';
import { countProposals, listAutomatic } from './list-proposals.server';
import { problemCodes } from './pipeline/problems';
import { previewRows } from './preview-rows.server';
import { readImportedLists } from './choose-list.server';
import { readBatch } from './read-batch.server';
import { closedFieldOf, valueStates } from './closed-values/closed-fields';
import { readClosedValues } from './closed-values/read-closed-values.server';
import { fitsGrid, isOrdinary } from './is-ordinary';
import { readUndo, readUndone } from './undo/read-undo.server';
import { readValues } from './read-values.server';

const states = ['valid', 'warned', 'invalid'] as const;

/** What the page of a batch shows, by its address: the step, and one page of rows where rows are shown. Null when there is no such batch. */
export async function readBatchPage(db: TenantDb, options: { batchId: string; search: URLSearchParams }) {
  const { search } = options;
  const batch = await readBatch(db, options.batchId);
  if (!batch) return null;
  const step = stepOf(batch, search.get('step'));
  const number = (name: string) => (/^\d{1,9}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : null);
  const preview =
    step === 'check'
      ? await previewRows(db, {
          batchId: batch.id,
          status: states.find((state) => state === search.get('status')) ?? null,
          problem: problemCodes.find((code) => code === search.get('problem')) ?? null,
          after: number('after'),
          before: number('before'),
        })
      : null;
  const column = number('column');
  const header = column === null ? undefined : batch.detected?.columns[column]?.header;
  const mapped = column === null ? undefined : batch.mapping?.columns[column];
  const closedField = search.get('as') === 'text' ? null : closedFieldOf(mapped);
  const closedValues =
    step === 'values' && column !== null && header !== undefined && mapped && closedField
      ? {
          ...{ column, header, field: closedField },
          page: await readClosedValues(db, {
            ...{ batchId: batch.id, column, header, mapped, field: closedField },
            search: givenText(search, 'q'),
            state: valueStates.find((state) => state === search.get('state')) ?? null,
            from: number('after') ?? 0,
          }),
        }
      : null;
  const values =
    step === 'values' && column !== null && header !== undefined && !closedValues
      ? {
          column,
          header,
          page: await readValues(db, { batchId: batch.id, column, search: givenText(search, 'q'), after: search.get('after') }),
        }
      : null;
  const imported = step === 'check' && batch.status === 'staged' ? await readImportedLists(db, batch.id) : [];
  const proposals = batch.status === 'staged' ? await countProposals(db, batch.id) : { open: 0, automatic: 0, answered: 0 };
  const questions = proposals.open + proposals.automatic + proposals.answered;
  const automatic =
    step === 'check' && proposals.automatic + proposals.open > 0 ? await listAutomatic(db, batch.id) : { matches: [], isCut: false };
  const { undo: _undo, retired: _retired, ...shown } = batch;
  return {
    ...{ batch: shown, step, preview, values, closedValues, imported, questions, open: proposals.open, automatic },
    contradictions: step === 'check' && batch.status === 'staged' ? showContradictions(batch.counts?.contradictions ?? []) : [],
    undoing: step === 'undo' ? await readUndo(db, batch) : null,
    undone: await readUndone(db, batch),
  };
}

export type BatchStep =
  | 'reading'
  | 'refused'
  | 'grid'
  | 'columns'
  | 'clean'
  | 'values'
  | 'check'
  | 'writing'
  | 'stopped'
  | 'done'
  | 'given-up'
  | 'undo'
  | 'undoing'
  | 'undone';

/** The page for a batch's state. A staged batch is shown by columns or by rows; every other state has one page. */
function stepOf(batch: NonNullable<Awaited<ReturnType<typeof readBatch>>>, asked: string | null): BatchStep {
  const isGoing = batch.run !== null && (batch.run.status === 'waiting' || batch.run.status === 'running');
  if (batch.status === 'cancelled') return 'given-up';
  if (batch.status === 'committed') {
    if (isGoing && batch.run?.kind === 'undo-import') return 'undoing';
    return (['check', 'undo'] as const).find((step) => step === asked) ?? 'done';
  }
  if (batch.status === 'undone') return asked === 'check' ? 'check' : 'undone';
  if (batch.status === 'failed') return 'refused';
  if (batch.status === 'accepted') return isGoing ? 'writing' : 'stopped';
  if (batch.status === 'received' || (isGoing && batch.run?.kind === 'stage-import')) return isGoing ? 'reading' : 'stopped';
  const open = (['columns', 'clean', 'values', 'check'] as const).find((step) => step === asked);
  // An accepted list of which something else would have come returns to what was accepted.
  if (open === undefined && asked === null && batch.changedSince !== null) return 'check';
  if (open) return open;
  if (asked === 'grid' ? fitsGrid(batch) : asked === null && isOrdinary(batch)) return 'grid';
  return batch.mapping?.isConfirmed ? 'clean' : 'columns';
}
