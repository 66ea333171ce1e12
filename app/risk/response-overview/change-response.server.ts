import type { Member } from '~/access/require-member.server';
import type { Permission } from '~/access/permissions';
import { prepareReport } from '~/risk/supplier-report/prepare-report.server';
import { m } from '~/paraglide/messages';
import { memberLocale } from '~/locales/member-locales';
import { getLocale } from '~/paraglide/runtime';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import type { reopenResponse } from '~/questionnaires/responses/reopen-response.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { refusalLabel } from '~/questionnaires/responses/labels';

export type ResponseChanged =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; message: string }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

const needs: Record<string, Permission> = {
  submit: 'submit:response',
  reopen: 'reopen:response',
  'prepare-report': 'prepare:report',
};

/**
 * The three acts of a response's page: submit, reopen with a reason, prepare the report. `reopen`: how, since answers of a supplier
 * are given back to it.
 */
export async function changeResponse(
  member: Member,
  options: { responseId: string; intent: string; reason: string; publicUrl: string; now: Date; reopen: typeof reopenResponse },
): Promise<ResponseChanged> {
  const { responseId, intent, now } = options;
  const permission = needs[intent];
  if (!permission || !/^[0-9a-f-]{36}$/i.test(responseId)) return { kind: 'unknown' };
  if (!member.can(permission)) return { kind: 'forbidden' };
  const who = { responseId, userId: member.user.id, now };
  const outcome = await member.inOrganization(async (db) => {
    const refused = { kind: 'refused' as const, code: 'answers-taken-back' as const };
    const isOthers =
      intent === 'reopen' || intent === 'submit'
        ? { OR: [{ party: { kind: 'buyer' } }, { attached: { isNot: null } }] }
        : { party: { kind: 'buyer' } };
    if (await db.questionnaireResponse.findFirst({ where: { id: responseId, ...isOthers }, select: { id: true } }))
      return { done: m.responses_report_prepared, result: { kind: 'refused' as const, code: 'supplier-answers' as const } };
    if (intent === 'prepare-report')
      if ((await readResponse(db, responseId))?.sharing === 'ended') return { done: m.responses_report_prepared, result: refused };
    switch (intent) {
      case 'submit': {
        const result = await submitResponse(db, who);
        const scores = result.kind === 'refused' || result.scores;
        return { done: scores ? m.responses_submitted_flash : m.templates_submitted_flash, result };
      }
      case 'reopen':
        return { done: m.responses_reopened_flash, result: await options.reopen(db, { ...who, reason: options.reason }) };
      default:
        return {
          done: m.responses_report_prepared,
          result: await prepareReport(db, {
            ...who,
            organizationName: member.organization.name,
            locale: memberLocale(getLocale()),
            publicUrl: options.publicUrl,
          }),
        };
    }
  });
  if (outcome.result.kind !== 'refused') return { kind: 'done', message: outcome.done() };
  if (outcome.result.code === 'unknown-assessment') return { kind: 'unknown' };
  return {
    kind: 'refused',
    message:
      intent === 'prepare-report' && outcome.result.code !== 'answers-taken-back'
        ? m.responses_report_needs_submit()
        : outcome.result.code === 'of-audit'
          ? m.audits_answers_final()
          : refusalLabel(outcome.result.code),
  };
}
