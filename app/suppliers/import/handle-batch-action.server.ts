import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { InOrganization } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { readRefusalText } from '~/platform/parser/refusal-labels';
import { acceptBatch, cancelBatch } from './accept-batch.server';
import { whileRead } from './being-read.server';
import { handleRepairsAction, repairIntents } from './handle-repairs-action.server';
import { handleTermsAction } from './handle-terms-action.server';
import { handleClosedValues } from './closed-values/handle-closed-values.server';
import { answerContradictions } from './answer-contradictions.server';
import { chooseList } from './choose-list.server';
import { answerProposals } from './answer-proposal.server';
import { recountBatch } from './recount-batch.server';
import { chooseMapping, rememberMapping } from './choose-mapping.server';
import { chooseReading, readReading } from './choose-reading.server';
import { chooseSheet } from './choose-sheet.server';
import { ReadersBusy } from './parse-apart.server';
import { knownCurrency } from './pipeline/clean/measure';
import { mappingSchema } from './pipeline/fields';
import { openDoubts } from './open-doubts';
import { batchMappingSchema, storedCountsSchema } from './schema';
import { importAgain } from './receive-file.server';
import { startStaging } from './start-staging.server';
import { startUndo } from './undo/start-undo.server';
import { stopBatch } from './stop-batch.server';
import { fieldName } from './field-labels';
import { fileProblemText, sheetFault } from './labels';

type Who = { batchId: string; organizationId: string; userId: string };
/** Where to go, or the sentence that says why nothing was done. */
export type Acted =
  | {
      to: 'batch' | 'undo' | 'columns' | 'clean' | 'check' | 'upload' | 'clean#words' | `values&column=${number}&saved=1` | `grid${string}`;
      batchId: string;
    }
  | { error: string };

const intentSchema = z.enum([
  'sheet',
  'reading',
  'choose',
  ...repairIntents,
  'match',
  'term',
  'closed',
  'list',
  'automatic',
  'contradictions',
  'accept',
  'stop',
  ...(['cancel', 'again'] as const),
  'retry',
  'undo',
]);
const filled = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** What each column is taken as: menus in order, or that name their column. */
function readColumns(form: FormData): FormDataEntryValue[] {
  const named = [...form].flatMap(([name, value]) => {
    const column = /^column\.(\d{1,3})$/.exec(name)?.[1];
    return column === undefined ? [] : [{ column: Number(column), value }];
  });
  return named.length === 0 ? form.getAll('column') : named.sort((a, b) => a.column - b.column).map(({ value }) => value);
}

/** Whether a batch has doubts that a member must confirm still; those that are confirmed now are remembered with its columns. */
async function isDoubted(inOrganization: InOrganization, batchId: string, isSure: boolean): Promise<boolean> {
  return inOrganization(async (db) => {
    const batch = await db.importBatch.findFirst({ where: { id: batchId, status: 'staged' }, select: { counts: true, mapping: true } });
    const [counts, mapping] = [storedCountsSchema.safeParse(batch?.counts).data, batchMappingSchema.safeParse(batch?.mapping).data];
    const open = openDoubts(counts, mapping);
    if (open.length === 0 || !isSure || !mapping) return open.length > 0 && !isSure;
    const confirmed = { ...mapping, confirmedDoubts: [...new Set([...(mapping.confirmedDoubts ?? []), ...open])] };
    await db.importBatch.updateMany({ where: { id: batchId, status: 'staged' }, data: { mapping: JSON.parse(JSON.stringify(confirmed)) } });
    return false;
  });
}

const undoRefusals: Record<'unknown' | 'undone' | 'going' | 'scoring', () => string> = {
  unknown: m.import_undo_unknown,
  undone: m.import_undo_already,
  going: m.import_undo_going,
  scoring: m.import_undo_scoring,
};

function whenBusy(error: unknown): null {
  if (error instanceof ReadersBusy) return null;
  throw error;
}

const uuidOf = (value: FormDataEntryValue | null) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null;

/** The buttons of a batch's page. What is sent from the grid leads back to it, to the rows that it showed. */
export async function handleBatchAction(inOrganization: InOrganization, form: FormData, who: Who): Promise<Acted> {
  const acted = await whileRead(who.batchId, () => handleIntent(inOrganization, form, who));
  if (form.get('on') !== 'grid' || 'error' in acted || acted.to === 'batch' || acted.to === 'upload') return acted;
  const view = givenText(form, 'view');
  return { to: `grid${/^(?:&(?:show|page)=\w+)*$/.test(view) ? view : ''}`, batchId: acted.batchId };
}

async function handleIntent(inOrganization: InOrganization, form: FormData, who: Who): Promise<Acted> {
  const intent = intentSchema.safeParse(form.get('intent'));
  if (!intent.success) return { error: m.import_too_late() };
  const act = intent.data;
  switch (act) {
    case 'sheet': {
      const chosen = await inOrganization((db) => chooseSheet(db, { ...who, sheetName: givenText(form, 'sheet') }));
      if (chosen.kind === 'unknown-sheet') return { error: m.import_too_late() };
      if (chosen.kind === 'unreadable') return { error: sheetFault(chosen.code) };
      if (chosen.kind === 'chosen') await startStaging(inOrganization, who);
      return { to: 'columns', batchId: who.batchId };
    }
    case 'reading': {
      const reading = readReading(form);
      if (reading === null) return { error: m.import_cleaning_reading_wrong() };
      const chosen = await chooseReading(inOrganization, { ...who, reading }).catch(whenBusy);
      if (chosen === null) return { error: readRefusalText('busy') };
      if (chosen.kind === 'unknown-batch') return { error: m.import_too_late() };
      if (chosen.kind === 'unreadable') return { error: fileProblemText(chosen.problem.code, chosen.problem.params) };
      await startStaging(inOrganization, who);
      return { to: 'columns', batchId: who.batchId };
    }
    case 'choose': {
      const currency = filled(form, 'currency')?.toUpperCase();
      if (currency !== undefined && knownCurrency(currency) === null) return { error: m.import_error_currency() };
      const mapping = mappingSchema.safeParse({
        columns: readColumns(form),
        shape: form.get('shape') ?? 'list',
        suppliesUs: form.get('suppliesUs') === 'yes',
        defaults: {
          country: filled(form, 'country'),
          sector: filled(form, 'sector'),
          product: filled(form, 'product'),
          unit: filled(form, 'unit'),
          currency,
        },
      });
      if (!mapping.success) return { error: m.import_too_late() };
      const chosen = await inOrganization((db) => chooseMapping(db, { ...who, mapping: mapping.data }));
      if (chosen.kind === 'unknown-batch') return { error: m.import_too_late() };
      if (chosen.kind === 'refused') {
        return {
          error: chosen.nameMissing
            ? m.import_error_name_missing()
            : chosen.customerMissing
              ? m.import_cleaning_error_customer_missing()
              : m.import_error_repeated({ fields: chosen.repeated.map(fieldName).join(', ') }),
        };
      }
      await startStaging(inOrganization, who);
      return { to: 'clean', batchId: who.batchId };
    }
    case 'habits':
    case 'fix':
    case 'values':
    case 'cell':
    case 'row': {
      const error = await handleRepairsAction(inOrganization, form, { ...who, intent: act });
      if (error !== null) return { error };
      return { to: act === 'values' ? `values&column=${Number(form.get('column'))}&saved=1` : 'clean', batchId: who.batchId };
    }
    case 'match': {
      const answer = form.get('answer');
      if (answer !== 'same' && answer !== 'different') return { error: m.import_too_late() };
      const isTaken = await inOrganization(
        async (db) => {
          const answers = [{ proposalId: givenText(form, 'proposal'), answer } as const];
          const taken = (await answerProposals(db, { ...who, answers })) > 0;
          if (taken) await recountBatch(db, who.batchId);
          return taken;
        },
        { timeoutMs: 60_000 },
      );
      return isTaken ? { to: 'check', batchId: who.batchId } : { error: m.import_too_late() };
    }
    case 'term': {
      const error = await handleTermsAction(inOrganization, form, who);
      return error === null ? { to: 'clean#words', batchId: who.batchId } : { error };
    }
    case 'closed': {
      const error = await handleClosedValues(inOrganization, form, who);
      return error === null ? { to: `values&column=${Number(form.get('column'))}&saved=1`, batchId: who.batchId } : { error };
    }
    case 'list': {
      const listName = filled(form, 'listName')?.slice(0, 200);
      if (listName === undefined) return { error: m.import_cleaning_list_name_missing() };
      const chosen = await inOrganization((db) => chooseList(db, { ...who, listName, replacesId: uuidOf(form.get('replaces')) }));
      if (chosen.kind !== 'chosen')
        return { error: chosen.kind === 'unknown-list' ? m.import_cleaning_list_unknown() : m.import_too_late() };
      await startStaging(inOrganization, who);
      return { to: 'check', batchId: who.batchId };
    }
    case 'automatic': {
      const kept = new Set(form.getAll('same'));
      const removed = form.getAll('shown').filter((id): id is string => typeof id === 'string' && !kept.has(id));
      const answers = removed.slice(0, 200).map((proposalId) => ({ proposalId, answer: 'different' as const }));
      await inOrganization((db) => answerProposals(db, { ...who, answers }), { timeoutMs: 60_000 });
      await inOrganization((db) => recountBatch(db, who.batchId), { timeoutMs: 120_000 });
      return { to: 'check', batchId: who.batchId };
    }
    case 'contradictions': {
      await inOrganization((db) => answerContradictions(db, form, who), { timeoutMs: 120_000 });
      return { to: 'check', batchId: who.batchId };
    }
    case 'stop': {
      const stopped = await stopBatch(inOrganization, who);
      if (stopped.kind === 'too-late') return { error: m.import_too_late() };
      return { to: stopped.was === 'writing' ? 'check' : 'upload', batchId: who.batchId };
    }
    case 'accept': {
      if (await isDoubted(inOrganization, who.batchId, form.get('sure') === 'yes')) return { error: m.import_doubts_missing() };
      const accepted = await inOrganization(async (db) => {
        if (form.get('on') === 'grid') await rememberMapping(db, who.batchId);
        return acceptBatch(db, who);
      });
      if (accepted.kind === 'refused')
        return { error: accepted.code === 'nothing-to-import' ? m.import_nothing_to_import() : m.import_too_late() };
      return { to: 'batch', batchId: who.batchId };
    }
    case 'cancel':
      return (await inOrganization((db) => cancelBatch(db, who))) ? { to: 'upload', batchId: who.batchId } : { error: m.import_too_late() };
    case 'again': {
      const batchId = await inOrganization((db) => importAgain(db, who));
      if (batchId === null) return { error: m.import_too_late() };
      await startStaging(inOrganization, { ...who, batchId });
      return { to: 'batch', batchId };
    }
    case 'undo': {
      const started = await inOrganization((db) => startUndo(db, who));
      if (started.kind === 'refused' && started.code !== 'built-on') return { error: undoRefusals[started.code]() };
      // What builds on it is named there.
      return { to: 'undo', batchId: who.batchId };
    }
    case 'retry': {
      const batch = await inOrganization((db) => db.importBatch.findFirst({ where: { id: who.batchId }, select: { status: true } }));
      if (batch?.status === 'accepted') await inOrganization((db) => acceptBatch(db, who));
      else if (batch?.status === 'received' || batch?.status === 'staged') await startStaging(inOrganization, who);
      return { to: 'batch', batchId: who.batchId };
    }
    default: {
      const never: never = act;
      return never;
    }
  }
}
