import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { m } from '~/paraglide/messages';
import { Button } from './button';
import { areKeysOn, switchKeys } from './key-setting';
import { isTyping } from './list-keys';

export const sheetKey = '?';
const opening = 'keyboard-sheet';
/** Opens the sheet, for those who do not know its key. */
export const openKeyboardSheet = () => document.dispatchEvent(new Event(opening));

/** All keys of the product, opened by "?" where the page shows no keys of its own, and from the help menu. Single keys can be switched off on this device. */
export function KeyboardSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(true);
  // Filled when it is first opened: every page has it, and few readers open it.
  const [isFilled, setFilled] = useState(false);
  useEffect(() => {
    const open = () => {
      setOn(areKeysOn());
      flushSync(() => setFilled(true));
      dialog.current?.showModal();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== sheetKey || event.defaultPrevented || isTyping(event) || !areKeysOn()) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener(opening, open);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener(opening, open);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={m.lists_keys()}
      className="w-[min(28rem,calc(100vw-2rem))] rounded border-0 bg-surface p-6 text-ink shadow-float"
    >
      {isFilled && (
        <Keys
          isOn={isOn}
          onSwitch={(next) => {
            switchKeys(next);
            setOn(next);
          }}
          onClose={() => dialog.current?.close()}
        />
      )}
    </dialog>
  );
}

function Keys({ isOn, onSwitch, onClose }: { isOn: boolean; onSwitch: (isOn: boolean) => void; onClose: () => void }) {
  const keys = [
    { keys: ['Ctrl K'], text: m.lists_key_palette() },
    { keys: [sheetKey], text: m.lists_key_sheet() },
    { keys: ['/'], text: m.lists_key_search() },
    { keys: ['J', '↓'], text: m.lists_key_next() },
    { keys: ['K', '↑'], text: m.lists_key_previous() },
    { keys: ['X'], text: m.lists_key_select() },
    { keys: ['Enter'], text: m.lists_key_open() },
    { keys: ['Esc'], text: m.lists_key_close() },
  ];
  return (
    <>
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2>{m.lists_keys()}</h2>
        <Button type="button" variant="quiet" size="sm" icon="close" onClick={onClose}>
          {m.shell_close()}
        </Button>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map(({ keys: each, text }) => (
          <div key={text} className="contents">
            <dt className="flex gap-1">
              {each.map((key) => (
                <kbd key={key} className="rounded-sm border border-edge px-1.5 font-sans text-xs">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex items-center gap-2">
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} className="size-4" />
        {m.lists_keys_on()}
      </label>
      <p className="mt-4 border-t border-line pt-3">
        <Link to="/glossary" onClick={onClose}>
          {m.terms_title()}
        </Link>
      </p>
    </>
  );
}
