import { writeNumber } from '~/documents/charts/numbers';
import { capital, writeDate } from '~/documents/pdf/labels';
import type { Block } from '~/documents/pdf/block';
import { m } from '~/paraglide/messages';
import { countLabel, orDash, type Say, word } from './labels';
import { personDays } from './part-cover';
import type { ReportHours, ReportWages } from './people-schema';
import { isLeftOpen } from './item-groups';
import type { AuditReport } from './schema';

/** Scope and limits: days and people, languages and interpreters, what was planned and done, how far sources and law carry, and what was not seen. */
export function scopeBlocks(model: AuditReport, say: Say): Block[] {
  const { audit, team, plannedInterviews, interviews, hours, wages } = model;
  const spoken = [...new Set(team.flatMap(({ languages }) => languages))].join(', ');
  const interpreters = team.filter(({ part }) => part === 'interpreter');
  const auditors = team.filter(({ part }) => part === 'lead' || part === 'assessor').length;
  const interviewed = interviews.state === 'told' ? countLabel(interviews.people, say) : m.audit_report_not_said_draft({}, say);
  const title = m.audit_report_scope({}, say);
  const rows: [string, string][] = [
    [
      m.audit_report_scope_days({}, say),
      m.audit_report_scope_days_text(
        {
          from: writeDate(audit.startsOn, say),
          to: writeDate(audit.endsOn, say),
          days: personDays(audit.personDays, say),
          auditors,
          announcement: word(audit.announcement, say),
        },
        say,
      ),
    ],
    [m.audit_report_languages({}, say), orDash(spoken)],
    [
      m.audit_report_scope_interpreters({}, say),
      interpreters.length === 0
        ? m.audit_report_scope_interpreters_none({}, say)
        : interpreters
            .map(({ name, languages }) => m.audit_report_pair({ name: orDash(name), value: orDash(languages.join(', ')) }, say))
            .join('\n'),
    ],
    [
      m.audit_report_scope_interviews({}, say),
      m.audit_report_scope_planned({ planned: writeNumber(plannedInterviews.people, say), done: interviewed }, say),
    ],
    [
      m.audit_report_scope_records({}, say),
      // A draft says of neither how many: one sentence for both.
      hours.state === 'told' || wages.state === 'told'
        ? m.audit_report_scope_records_text({ hours: sampled(hours, say), pay: sampled(wages, say) }, say)
        : capital(m.audit_report_not_said_draft({}, say)),
    ],
    [m.audit_report_scope_not_seen({}, say), audit.limits.trim() === '' ? m.audit_report_deviations_none({}, say) : audit.limits],
    ...reliability(model, say),
    [m.audit_report_scope_not({}, say), m.audit_report_scope_not_text({}, say)],
  ];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'pairs', title, rows },
  ];
}

const sampled = (counted: ReportHours | ReportWages, say: Say): string =>
  counted.state === 'told' ? countLabel(counted.workers, say) : m.audit_report_not_said_draft({}, say);

/** Of how many questions the sources agree, how many were not assessed or are not stated, and how certain the law is. Reports of before have less. */
function reliability({ clusters, law }: AuditReport, say: Say): [string, string][] {
  const questions = clusters.flatMap((cluster) => cluster.questions);
  const compared = questions.filter(({ agreement }) => agreement && agreement !== 'single');
  const agreeing = compared.filter(({ agreement }) => agreement === 'agree').length;
  const differing = compared.filter(({ agreement }) => agreement === 'contradict' || agreement === 'partly').map(({ code }) => code);
  const open = questions.filter(isLeftOpen).length;
  const asked = questions.filter(({ answer, doesNotApply }) => answer !== null || doesNotApply === undefined).length;
  const notStated = questions.filter(({ isNotStated }) => isNotStated).length;
  const certain = (certainty: string) => (law?.requirements ?? []).filter((each) => each.certainty === certainty).length;
  const agreement: [string, string][] =
    compared.length === 0
      ? []
      : [
          [
            m.audit_report_scope_agreement({}, say),
            [
              m.audit_report_scope_agreement_text({ agreeing, compared: compared.length }, say),
              ...(differing.length === 0 ? [] : [m.audit_report_scope_differing({ questions: differing.join(', ') }, say)]),
            ].join(' '),
          ],
        ];
  return [
    ...agreement,
    [m.audit_report_scope_questions({}, say), m.audit_report_scope_questions_text({ asked, open, notStated }, say)],
    ...(law
      ? [
          [
            m.audit_report_requirements({}, say),
            law.requirements.length === 0
              ? m.audit_report_requirements_none({}, say)
              : m.audit_report_scope_law(
                  {
                    all: law.requirements.length,
                    confirmed: certain('confirmed'),
                    secondHand: certain('second-hand'),
                    open: certain('to-be-checked'),
                  },
                  say,
                ),
          ] as [string, string],
        ]
      : []),
  ];
}
