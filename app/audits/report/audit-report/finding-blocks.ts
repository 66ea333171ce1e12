import { capital, gradeLabel, statusLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import { affectedLabel } from './affected-label';
import { workersOf } from './workers-of';
import { photoBlock, fitsBeside } from './photo-block';
import type { AuditReportFinding } from './findings-schema';
import type { AuditReport } from './schema';
import type { replyKinds, replyVerdicts } from './vocabulary';
import { methodWords, orDash, type Say, word } from './labels';

/** One finding with all that is known of it, the law it cites as a link, what the site replies beside it, and its photos. */
export function findingBlocks(finding: AuditReportFinding, model: Pick<AuditReport, 'photos' | 'workforce'>, say: Say): Block[] {
  const { no, grade, status, what, howOften, affected, extent, rootCause, legalReference, legalUrl, codeReference, evidence } = finding;
  const { photos, sources, agreement, isLegalContext, isCarriedOver, replies, question, point } = finding;
  const sourceWords = [orDash(methodWords(sources, say)), ...(agreement === null ? [] : [word(agreement, say)])].join('; ');
  const rows: [string, string][] = [
    [m.audit_report_what({}, say), what],
    [m.audit_report_how_often({}, say), orDash(howOften)],
    [m.audit_report_affected({}, say), affectedLabel(affected, { workers: workersOf(model), say })],
    [m.audit_report_extent({}, say), [word(extent, say), ...(isLegalContext ? [m.audit_report_legal_context({}, say)] : [])].join('; ')],
    [m.audit_report_sources({}, say), sourceWords],
    [m.audit_report_evidence({}, say), orDash(evidence)],
    [m.audit_report_root_cause({}, say), orDash(rootCause)],
    [m.audit_report_law({}, say), orDash(legalReference)],
    [m.audit_report_code({}, say), orDash(codeReference)],
    [m.audit_report_photos({}, say), orDash(photos.join(', '))],
    [
      m.audit_report_reply({}, say),
      replies.length === 0 ? m.audit_report_reply_none({}, say) : replies.flatMap((reply) => replyLines(reply, say)).join('\n'),
    ],
  ];
  const place = question ?? point;
  const heading = [no, capital(gradeLabel(grade, say)), statusLabel(status, say), ...(place === null ? [] : [place])].join(' · ');
  return [
    { kind: 'heading', level: 3, text: isCarriedOver ? `${heading} · ${m.audit_report_carried_over({}, say)}` : heading },
    { kind: 'pairs', title: no, rows },
    ...(legalUrl === '' ? [] : [lawLink({ legalReference, legalUrl }, say)]),
    ...model.photos.filter((photo) => fitsBeside(photo, finding)).map((photo) => photoBlock(photo, say)),
  ];
}

/** The law that a finding cites, as a link that opens it. */
export function lawLink({ legalReference, legalUrl }: Pick<AuditReportFinding, 'legalReference' | 'legalUrl'>, say: Say): Block {
  return { kind: 'link', text: m.audit_report_law_open({ law: legalReference === '' ? legalUrl : legalReference }, say), url: legalUrl };
}

/** What the site replied, when and whether it disputes, and what was answered. Reports of before the kind was kept tell a dispute alone. */
export function replyLines({ on, kind, isDispute, text, answer }: AuditReportFinding['replies'][number], say: Say): string[] {
  const date = writeDate(on, say);
  const what = kind === undefined ? (isDispute ? m.audit_report_replied_dispute({}, say) : null) : repliedWords[kind]({}, say);
  const said = what === null ? date : m.audit_report_replied({ what, date }, say);
  return [
    text === '' ? said : m.audit_report_pair({ name: said, value: text }, say),
    ...(answer === undefined
      ? []
      : [
          m.audit_report_pair(
            {
              name: m.audit_report_answered({ verdict: verdictWords[answer.verdict]({}, say), date: writeDate(answer.on, say) }, say),
              value: orDash(answer.text),
            },
            say,
          ),
        ]),
  ];
}

const repliedWords = {
  dispute: m.audit_report_replied_dispute,
  comment: m.audit_report_replied_comment,
  accept: m.audit_report_replied_accept,
} satisfies Record<(typeof replyKinds)[number], unknown>;
const verdictWords = {
  upheld: m.right_of_reply_upheld,
  changed: m.right_of_reply_changed,
  withdrawn: m.right_of_reply_withdrawn,
} satisfies Record<(typeof replyVerdicts)[number], unknown>;
