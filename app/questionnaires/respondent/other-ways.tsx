import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import type { Colleague } from './forward-sections.server';

type Home = { base: string; state: 'open' | 'submitted' | 'refused' | 'withdrawn'; isPart: boolean; colleagues: Colleague[] };

/** As high as a finger. */
const asHighAsAFinger = 'inline-block min-h-11 py-2';

/** Other ways to answer, or not to. */
export function OtherWays({ base, state, isPart }: Pick<Home, 'base' | 'state' | 'isPart'>) {
  return (
    <div className="grid justify-items-start">
      <Link to={`${base}/print-form`} className={asHighAsAFinger}>
        {m.print_form_link()}
      </Link>
      {state === 'open' && !isPart && (
        <>
          <Link to={`${base}/workbook`} className={asHighAsAFinger}>
            {m.workbook_title()}
          </Link>
          <Link to={`${base}/refuse`} className={asHighAsAFinger}>
            {m.respondent_refuse_link()}
          </Link>
        </>
      )}
    </div>
  );
}

/** Whom else the questions reach: the supplier's own chain, and colleagues who were given some sections. */
export function Others({ base, colleagues, state }: Pick<Home, 'base' | 'colleagues' | 'state'>) {
  return (
    <section aria-labelledby="others" className="grid gap-1">
      <h2 id="others">{m.cascade_others()}</h2>
      <div className="grid justify-items-start">
        <Link to={`${base}/supply-chain`} className={asHighAsAFinger}>
          {m.cascade_chain_link()}
        </Link>
        {state === 'open' && (
          <Link to={`${base}/forward`} className={asHighAsAFinger}>
            {m.cascade_forward_link()}
          </Link>
        )}
      </div>
      {colleagues.length > 0 && (
        <ul className="grid">
          {colleagues.map(({ id, label, sections, isOpened }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
              <span>
                <bdi>{label}</bdi>
                <span className="block text-muted">
                  {sections.join(' · ')} – {isOpened ? m.cascade_colleague_opened() : m.cascade_colleague_waits()}
                </span>
              </span>
              <Form method="post">
                <input type="hidden" name="with" value={id} />
                <Button type="submit" name="intent" value="revoke-colleague" size="lg">
                  {m.cascade_colleague_end()}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
