import type { ActionFunction } from '@remix-run/node';
import { PostedBefore, type Posting, withPosting } from '~/access/posting.server';
import { m } from '~/paraglide/messages';
import { answerSearch, SearchAsked } from './search-step.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

type Outcome = { status: number; location: string | null };

/** What an action returned or threw, as an answer; null for a fault. */
function outcomeOf(answer: unknown): Outcome | null {
  if (answer instanceof Error) return null;
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location') };
  const init = typeof answer === 'object' && answer !== null && 'init' in answer ? answer.init : null;
  const status = typeof init === 'object' && init !== null && 'status' in init ? Number(init.status) : 200;
  return { status, location: null };
}

/**
 * Runs a route's action once per rendered form: the same post again leads to the record of the first. Success is a redirect, or a response that gives the
 * record's address (`madeAt`). After a refusal the key is released, so that the form can be sent again; after a fault it stays with what was written.
 * A form without script that asks for choices is answered here too: its action has done nothing.
 */
export function answerOnce(action: ActionFunction): ActionFunction {
  return (args) =>
    withPosting(async (posting) => {
      try {
        const answer = await action(args);
        await settle(posting, outcomeOf(answer));
        return answer;
      } catch (thrown) {
        if (thrown instanceof PostedBefore) return lead(thrown.location, args.request);
        if (thrown instanceof SearchAsked) return answerSearch(thrown, args);
        await settle(posting, outcomeOf(thrown));
        throw thrown;
      }
    });
}

async function settle({ taken, isRefused, madeAt }: Posting, outcome: Outcome | null): Promise<void> {
  if (!taken || outcome === null) return;
  const location = madeAt ?? (outcome.status < 400 ? outcome.location : null);
  if (location?.startsWith('/') && !isRefused) await taken.settle(location);
  else await taken.release();
}

/** To the record; where it is unknown, to the page of the form again. */
function lead(location: string | null, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const page = pathname.replace(/\.data$/, '') + search.replace(/[?&](_routes=[^&]*|index(?=&|$))/g, '').replace(/^&/, '?');
  return location === null
    ? redirectWithFlash(page, { tone: 'info', text: m.shell_posted_before() })
    : redirectWithFlash(location, { tone: 'info', text: m.shell_posted_twice() });
}
