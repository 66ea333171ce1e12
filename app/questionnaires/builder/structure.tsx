import { Link, useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { Form } from '~/ui/form';
import type { DraftContent } from './draft';
import type { DraftProblem } from './problems-of-draft';

/** The structure of the draft: sections and questions, each linked to its form, with buttons that move it. Problems are marked as text. */
export function Structure({ content, problems, at }: { content: DraftContent; problems: readonly DraftProblem[]; at: string | null }) {
  const fetcher = useFetcher();
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    // What was moved is drawn elsewhere: the focus goes along.
    if (fetcher.state === 'idle' && pressed.current) document.getElementById(pressed.current)?.focus();
  }, [fetcher.state]);
  const isWrong = (key: string) => problems.some(({ question, section }) => (question ?? section) === key);
  const item = (key: string, title: string, label: string) => (
    <div className={classNames('flex items-start justify-between gap-2 rounded px-2 py-1', at === key && 'bg-accent-soft')} data-item={key}>
      <Link
        to={`?at=${encodeURIComponent(key)}`}
        preventScrollReset
        aria-current={at === key ? 'true' : undefined}
        className="min-w-0 break-words text-ink"
      >
        <span className="text-xs text-muted">{key}</span> <span>{title === '' ? m.builder_untitled() : title}</span>
        {isWrong(key) && <span className="ms-1 text-xs font-semibold text-danger">{m.builder_incomplete()}</span>}
      </Link>
      <span className="flex shrink-0 gap-1">
        {(['up', 'down'] as const).map((way) => (
          <fetcher.Form key={way} method="post" onSubmit={() => (pressed.current = `move-${way}-${key}`)}>
            <input type="hidden" name="intent" value="move" />
            <input type="hidden" name="item" value={key} />
            <input type="hidden" name="way" value={way} />
            <Button id={`move-${way}-${key}`} size="sm" variant="quiet" icon={way}>
              <span className="sr-only">{way === 'up' ? m.builder_move_up({ item: label }) : m.builder_move_down({ item: label })}</span>
            </Button>
          </fetcher.Form>
        ))}
      </span>
    </div>
  );
  return (
    <nav aria-label={m.builder_structure()} className="grid content-start gap-3">
      <ol className="grid gap-4">
        {content.sections.map((section) => (
          <li key={section.key} className="grid gap-1">
            <div className="font-semibold">{item(section.key, section.title.en, section.title.en || section.key)}</div>
            <ol className="grid gap-0.5 border-s border-line ps-2">
              {section.questions.map((question) => (
                <li key={question.key}>{item(question.key, question.text.en, question.key)}</li>
              ))}
            </ol>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="add-question" />
              <input type="hidden" name="section" value={section.key} />
              {section.questions.some(({ key }) => key === at) && <input type="hidden" name="after" value={at ?? ''} />}
              <Button size="sm" icon="add">
                {m.builder_add_question()}
              </Button>
            </Form>
          </li>
        ))}
      </ol>
      <Form method="post" preventScrollReset>
        <Button icon="add" name="intent" value="add-section">
          {m.builder_add_section()}
        </Button>
      </Form>
    </nav>
  );
}
