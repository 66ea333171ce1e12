import { type ComponentProps, type FormEvent, useRef, useState } from 'react';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { findMentions } from './find-mentions';
import { mentionTyped } from './mention-typed';

type Person = { userId: string; name: string };

/** The text of a note. After an `@` the members whose names begin that way are offered; without script the name is typed, and the server finds the member. */
export function NoteField({ people, ...area }: { people: readonly Person[] } & ComponentProps<typeof FreeText>) {
  const place = useRef<HTMLDivElement>(null);
  const [offered, setOffered] = useState<readonly Person[]>([]);
  const typedIn = (element: HTMLTextAreaElement) => mentionTyped(element.value.slice(0, element.selectionStart));
  const look = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
    const typed = typedIn(currentTarget);
    const isWhole = typed !== null && findMentions(`@${typed.text}`, people).mentions.length > 0;
    setOffered(typed === null || isWhole ? [] : people.filter(({ name }) => beginsAs(name, typed.text)).slice(0, 5));
  };
  const insert = (name: string) => {
    const element = place.current?.querySelector('textarea');
    const typed = element ? typedIn(element) : null;
    if (!element || !typed) return;
    element.setRangeText(`@${name} `, typed.start, element.selectionStart, 'end');
    element.dispatchEvent(new Event('input', { bubbles: true }));
    setOffered([]);
    element.focus();
  };
  return (
    <div ref={place}>
      <FreeText {...area} onInput={look} data-mentionable={JSON.stringify(people.map(({ name }) => name))} />
      {offered.length > 0 && (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-1 text-xs text-muted">{m.notes_mentions()}</legend>
          {offered.map(({ userId, name }) => (
            <Button key={userId} type="button" size="sm" onClick={() => insert(name)}>
              {`@${name}`}
            </Button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const beginsAs = (name: string, typed: string) => plain(name).startsWith(plain(typed));
