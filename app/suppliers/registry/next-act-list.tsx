import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { factName } from '~/suppliers/facts/fact-words';
import type { NextAct } from './next-acts';

/** The acts that would change most, each with its reason and the way to it. `base` is the organization's path, `page` the supplier's. */
export function NextActList({ acts, base, page, publicId }: { acts: readonly NextAct[]; base: string; page: string; publicId: string }) {
  if (acts.length === 0) return <p className="text-muted">{m.suppliers_next_none()}</p>;
  return (
    <ol className="grid gap-3">
      {acts.map((act) => {
        const { to, what, why } = wordsOf(act, { base, page, publicId });
        return (
          <li key={act.kind + what}>
            <Link to={to} className="font-semibold">
              {what}
            </Link>
            <p className="text-muted">{why}</p>
          </li>
        );
      })}
    </ol>
  );
}

function wordsOf(
  act: NextAct,
  { base, page, publicId }: { base: string; page: string; publicId: string },
): { to: string; what: string; why: ReactNode } {
  switch (act.kind) {
    case 'add-facts':
      return {
        to: `${page}/edit`,
        what: m.suppliers_next_facts({ count: act.fields.length }),
        why: act.isScored
          ? m.suppliers_next_facts_narrow({ facts: act.fields.map(factName).join(', ') })
          : m.suppliers_next_facts_score({ facts: act.fields.map(factName).join(', ') }),
      };
    case 'open-assessment':
      return { to: `${base}/responses/new?supplier=${publicId}`, what: m.suppliers_next_assess(), why: m.suppliers_next_assess_why() };
    case 'finish-assessment':
      return { to: `${base}/responses/${act.responseId}`, what: m.suppliers_next_finish(), why: m.suppliers_next_finish_why() };
    case 'solve-findings':
      return { to: `${page}/findings`, what: m.suppliers_next_findings({ count: act.count }), why: m.suppliers_next_findings_why() };
    case 'correct-facts':
      return {
        to: '#contradicting',
        what: m.suppliers_next_contradictions(),
        why: m.suppliers_next_contradictions_why({ facts: act.fields.map(factName).join(', ') }),
      };
    case 'link-chain':
      return { to: `${page}/supply-chain`, what: m.suppliers_next_chain(), why: m.suppliers_next_chain_why() };
  }
}
