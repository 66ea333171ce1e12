import { m } from '~/paraglide/messages';
import type { QuestionChange, WorkbookRefusal } from './read-questionnaire.server';

const refusals = {
  'not-a-workbook': m.workbook_r_workbook,
  'no-sheet': m.workbook_r_sheet,
  'no-stamp': m.workbook_r_stamp,
  'other-response': m.workbook_r_other,
  'other-version': m.workbook_r_version,
  altered: m.workbook_r_altered,
  formula: m.workbook_r_formula,
} satisfies Record<WorkbookRefusal, (inputs: { cell: string }) => string>;

/** Why a file is not taken, naming the cell. */
export const refusalText = (code: WorkbookRefusal, cell: string): string => refusals[code]({ cell });

const states = { new: m.workbook_new, changed: m.workbook_changed, conflict: m.workbook_conflict };
export const stateText = (state: QuestionChange['state']): string => states[state]();
