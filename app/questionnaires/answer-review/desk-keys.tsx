import { useEffect, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { areKeysOn, switchKeys } from '~/ui/key-setting';
import { useScripted } from '~/ui/use-scripted';

/** Where the answers are, by section. */
export const answerListId = 'answers';

/** Whether the focus is in a text field or dialog, where keys are no shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

const rowsOf = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`#${answerListId} li[data-answer]`)];

type Place = { key: string; index: number };

/** Gives an answer the focus; where it is, null when there is none of this number. */
function goTo(index: number): Place | null {
  const row = rowsOf()[index];
  if (!row) return null;
  const section = row.closest('details');
  if (section) section.open = true;
  row.focus();
  row.scrollIntoView({ block: 'nearest' });
  return { key: row.id, index };
}

/**
 * The keys of the desk: j and k go on and back, a accepts, q questions, ? tells them. Single letters can be in the way of other software, so
 * they can be switched off, with those of the other pages, on this device. `keys`: the answers shown, so that the focus goes on when one leaves the list.
 */
export function DeskKeys({ keys }: { keys: readonly string[] }) {
  const isScripted = useScripted();
  const [isOn, setOn] = useState(true);
  const help = useRef<HTMLSpanElement>(null);
  const last = useRef<Place | null>(null);
  useEffect(() => setOn(areKeysOn()), []);
  useEffect(() => {
    const gone = last.current && !keys.includes(last.current.key) ? last.current : null;
    if (gone && document.activeElement === document.body) last.current = goTo(Math.min(gone.index, keys.length - 1));
  });

  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !areKeysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
      const rows = rowsOf();
      const inside = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'Escape' && inside >= 0 && isTyping(event.target)) {
        last.current = goTo(inside);
        return;
      }
      if (isTyping(event.target)) return;
      const row = rows[inside];
      // Out of the list, what was looked at last counts.
      const known = last.current?.index ?? -1;
      const from = inside >= 0 ? inside : known;
      switch (event.key) {
        case 'j':
          last.current = goTo(Math.min(from + 1, rows.length - 1));
          break;
        case 'k':
          last.current = goTo(Math.max(from - 1, 0));
          break;
        case 'a':
          if (row) last.current = { key: row.id, index: inside };
          row?.focus();
          row?.querySelector<HTMLButtonElement>('button[value="accept"]')?.click();
          break;
        case 'q': {
          const asks = row?.querySelector<HTMLDetailsElement>('details[data-of="question"]');
          if (!asks) return;
          asks.open = true;
          asks.querySelector('textarea')?.focus();
          break;
        }
        case '?':
          help.current?.querySelector('button')?.click();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    // Before the keys of the product: "?" shows those of this page.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [isOn]);

  if (!isScripted) return null;
  const list = [
    ['j', m.answer_review_key_next()],
    ['k', m.answer_review_key_previous()],
    ['a', m.answer_review_key_accept()],
    ['q', m.answer_review_key_question()],
    ['Esc', m.answer_review_key_leave()],
    ['?', m.answer_review_key_help()],
  ] as const;
  return (
    <div className="no-print my-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
      {isOn && <span>{m.answer_review_keys_hint()}</span>}
      <span ref={help}>
        <Dialog trigger={m.answer_review_keys()} title={m.answer_review_keys()} size="sm" variant="quiet">
          <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
            {list.map(([key, does]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="inline-block min-w-8 rounded border border-edge px-2 text-center">{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Button
            type="button"
            onClick={() => {
              switchKeys(!isOn);
              setOn(!isOn);
            }}
          >
            {isOn ? m.answer_review_keys_off() : m.answer_review_keys_on()}
          </Button>
        </Dialog>
      </span>
    </div>
  );
}
