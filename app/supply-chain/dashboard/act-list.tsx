import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import { DateText } from '~/ui/values';
import type { DueItem, HomeAct } from './home-view';

function wordsOf(act: HomeAct, base: string): { title: string; reason: string; to: string } {
  const { count } = act;
  switch (act.kind) {
    case 'critical-and-major-findings':
      return {
        title: m.shell_home_act_findings({ count }),
        reason: m.shell_home_act_findings_why(),
        to: `${base}/findings?status=unsolved`,
      };
    case 'overdue':
      return { title: m.shell_home_act_overdue({ count }), reason: m.shell_home_act_overdue_why(), to: `${base}/responses?status=open` };
    case 'review':
      return {
        title: m.shell_home_act_review({ count }),
        reason: m.shell_home_act_review_why(),
        to: `${base}/responses?status=submitted`,
      };
    case 'ask':
      return { title: m.shell_home_act_ask({ count }), reason: m.shell_home_act_ask_why(), to: `${base}/suppliers?view=at-risk` };
    case 'wait':
      return { title: m.shell_home_act_wait({ count }), reason: m.shell_home_act_wait_why(), to: `${base}/score-all` };
    case 'score':
      return { title: m.shell_home_act_score({ count }), reason: m.shell_home_act_score_why(), to: `${base}/suppliers?view=not-scored` };
    case 'link':
      return { title: m.shell_home_act_link({ count }), reason: m.shell_home_act_link_why(), to: `${base}/suppliers?view=tier-unknown` };
  }
}

/** The few acts that would change most, each with its reason. */
export function ActList({ acts, base }: { acts: readonly HomeAct[]; base: string }) {
  if (acts.length === 0) return <p className="text-muted">{m.shell_home_acts_none()}</p>;
  return (
    <ol className="grid gap-3">
      {acts.map((act) => {
        const { title, reason, to } = wordsOf(act, base);
        return (
          <li key={act.kind} className="border-s-2 border-accent ps-3">
            <Link to={to} className="font-semibold">
              {title}
            </Link>
            <p className="text-muted">{reason}</p>
          </li>
        );
      })}
    </ol>
  );
}

const dueWords = {
  assessment: m.shell_home_due_assessment,
  finding: m.shell_home_due_finding,
  action: m.corrective_actions_due_item,
} satisfies Record<DueItem['kind'], () => string>;
const duePages = { assessment: 'responses', finding: 'findings', action: 'corrective-actions' } satisfies Record<DueItem['kind'], string>;

/** Items due soon or overdue, oldest first. Overdue is text and icon, never colour alone. */
export function DueList({ due, base }: { due: readonly DueItem[]; base: string }) {
  if (due.length === 0) return <p className="text-muted">{m.shell_home_due_none()}</p>;
  return (
    <ul className="grid">
      {due.map(({ kind, id, dueOn, supplier, isOverdue }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
          <span className="min-w-0">
            <Link to={`${base}/${duePages[kind]}/${id}`}>{supplier}</Link> <span className="text-muted">{dueWords[kind]()}</span>
          </span>
          <span className={isOverdue ? 'text-warning' : 'text-muted'}>
            {isOverdue && (
              <>
                <Icon name="clock" /> {m.shell_home_overdue()}{' '}
              </>
            )}
            <DateText value={dueOn} />
          </span>
        </li>
      ))}
    </ul>
  );
}
