import { m } from '~/paraglide/messages';
import type { Remark, RemarkCode } from './xls-form/remarks';

const remarks = {
  'not-a-workbook': m.builder_remark_not_a_workbook,
  'no-survey': m.builder_remark_no_survey,
  'not-json': m.builder_remark_not_json,
  'not-an-instrument': m.builder_remark_not_an_instrument,
  'no-english': m.builder_remark_no_english,
  'unknown-language': m.builder_remark_unknown_language,
  'unsupported-type': m.builder_remark_unsupported_type,
  'unsupported-condition': m.builder_remark_unsupported_condition,
  'unsupported-constraint': m.builder_remark_unsupported_constraint,
  'unsupported-calculation': m.builder_remark_unsupported_calculation,
  'unsupported-repeat': m.builder_remark_unsupported_repeat,
  'no-list': m.builder_remark_no_list,
  'name-changed': m.builder_remark_name_changed,
  'name-twice': m.builder_remark_name_twice,
  'no-name': m.builder_remark_no_name,
  'broken-own': m.builder_remark_broken_own,
  'already-same': m.builder_remark_already_same,
  offered: m.builder_remark_offered,
} satisfies Record<RemarkCode, (inputs: { detail: string }) => string>;

/** What was not taken over, as a sentence that begins with its row where it has one. */
export function remarkWord({ code, sheet, row, detail = '' }: Remark): string {
  const text = remarks[code]({ detail });
  return row === undefined ? text : m.shell_named({ name: m.builder_row({ sheet: sheet ?? '', row }), text });
}
