import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import type { Strip } from './read-strip.server';

type Step = { key: string; label: string; to: string; isDone: boolean };

/** The first steps of a new organization, in their order. */
export function firstSteps({ suppliers, scored, linked, requests, members }: Strip): Step[] {
  return [
    { key: 'import', label: m.home_first_import(), to: 'suppliers/import', isDone: suppliers > 0 },
    { key: 'score', label: m.home_first_score(), to: 'score-all', isDone: suppliers > 0 && scored > 0 },
    { key: 'link', label: m.home_first_link(), to: 'suppliers?view=tier-unknown', isDone: suppliers > 0 && linked > 0 },
    { key: 'request', label: m.home_first_request(), to: 'requests/new', isDone: requests > 0 },
    { key: 'invite', label: m.home_first_invite(), to: 'settings/members', isDone: members > 1 },
  ];
}

/** What is left of the first steps; what is done is ticked and no link. */
export function FirstRun({ steps, base }: { steps: readonly Step[]; base: string }) {
  return (
    <ol>
      {steps.map(({ key, label, to, isDone }) => (
        <li key={key} className="flex items-baseline gap-2 border-b border-line py-2">
          <Icon name={isDone ? 'check' : 'chevron'} className={isDone ? 'text-success' : 'text-muted'} />
          {isDone ? (
            <span className="text-muted">
              {label} <span className="sr-only">{m.home_first_done()}</span>
            </span>
          ) : (
            <Link to={`${base}/${to}`} className="font-semibold">
              {label}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}
