import type { ReplyKind } from '~/findings/right-of-reply/reply-states';
import { smallestShownCount } from '~/suppliers/fields/reported/people-count';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import type { PublicIssue, PublicResult } from './schema';

/** Findings behind an audit question, current and withdrawn. Days are ISO dates. */
export type FindingBehind = {
  question: string;
  isWithdrawn: boolean;
  settledOn: string | null;
  replies: readonly { dueOn: string; repliedOn: string | null; kind: ReplyKind | null; text: string }[];
};

export type Obstacle = 'not-approved' | 'few-workers' | 'reply-awaited';
export type Arranged = { obstacles: Obstacle[]; result: PublicResult | null };

/**
 * Arranges the public result: non-compliant questions on Better Work's public list, each with the site's reply. Zero-tolerance questions are always left out,
 * so that their absence reveals nothing. Nothing is published about a site with fewer than five workers, or an unknown number, or while the site may still
 * reply. Pure.
 */
export function arrangeResult(options: {
  report: AuditReport;
  isDemonstration: boolean;
  /** The question text as released; null for a question that must not be published. */
  wording: (question: string) => string | null;
  findings: readonly FindingBehind[];
  today: string;
}): Arranged {
  const { report, findings, today, wording } = options;
  const { audit, supplier, site } = report;
  if (report.state !== 'approved' || !audit.approvedOn) return { obstacles: ['not-approved'], result: null };
  const asked = report.clusters
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const text = question.isPublic ? wording(question.code) : null;
      return text === null ? [] : [{ ...question, text }];
    });
  const issues = asked
    .filter(({ answer }) => answer === 'not-compliant')
    .flatMap(({ code, text, isLegalContext }): PublicIssue[] => {
      const behind = findings.filter(({ question }) => question === code);
      const standing = behind.filter(({ isWithdrawn }) => !isWithdrawn);
      if (behind.length > 0 && standing.length === 0) return [];
      return [{ question: code, text, isLegalContext, ...saidSince(standing) }];
    });
  const isAwaited = issues.some(({ answerBy }) => answerBy !== null && answerBy >= today);
  const obstacles: Obstacle[] = [
    ...(hasEnoughWorkers(report) ? [] : ['few-workers' as const]),
    ...(isAwaited ? ['reply-awaited' as const] : []),
  ];
  return {
    obstacles,
    result: {
      format: 'public-result/1',
      organization: { name: report.organization.name, isDemonstration: options.isDemonstration },
      supplier: { name: supplier.name, country: supplier.country },
      site: site && { name: site.name, country: site.country },
      audit: {
        ...{ number: audit.number, type: audit.type, announcement: audit.announcement },
        ...{ startsOn: audit.startsOn, endsOn: audit.endsOn, approvedOn: audit.approvedOn, checklist: audit.checklist.key },
      },
      asked: asked.length,
      notAssessed: asked.filter(({ answer }) => answer === null || answer === 'not-assessed').length,
      issues,
    },
  };
}

function hasEnoughWorkers({ workforce }: AuditReport): boolean {
  const total = workforce.find(({ field }) => field === 'workers')?.value;
  return total?.kind === 'people' && total.count >= smallestShownCount;
}

/** The site's replies to the findings of one question, first reply first; the deadline where there is none; the day on which all were corrected. */
function saidSince(findings: readonly FindingBehind[]): Pick<PublicIssue, 'settledOn' | 'answerBy' | 'replies'> {
  const rounds = findings.flatMap(({ replies }) => replies);
  const replies = rounds.flatMap(({ repliedOn, kind, text }) => (repliedOn && kind ? [{ on: repliedOn, kind, text }] : []));
  const open = rounds.filter(({ repliedOn }) => repliedOn === null).map(({ dueOn }) => dueOn);
  const settled = findings.map(({ settledOn }) => settledOn);
  return {
    settledOn: findings.length > 0 && settled.every((day) => day !== null) ? (settled.sort().at(-1) ?? null) : null,
    answerBy: open.sort().at(-1) ?? null,
    replies: replies.sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

/** The result with the text of some replies withheld; `held`: `question:place`. */
export function withhold(result: PublicResult, held: readonly string[]): PublicResult {
  const isHeld = new Set(held);
  return {
    ...result,
    issues: result.issues.map((issue) => ({
      ...issue,
      replies: issue.replies.map((reply, place) => (isHeld.has(`${issue.question}:${place}`) ? { ...reply, text: null } : reply)),
    })),
  };
}
