import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from './button';
import { formatNumber } from './format';
import { useScripted } from './use-scripted';

const boxesOf = (form: string, name: string) =>
  [...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)].filter(
    (box) => box.getAttribute('form') === form,
  );

/** A change by script, for whoever counts. */
const tick = (box: HTMLInputElement, isTicked: boolean) => {
  if (box.checked === isTicked) return;
  box.checked = isTicked;
  box.dispatchEvent(new Event('change', { bubbles: true }));
};

/** How many boxes of a form are ticked on this page, and of how many. */
function useTicked(form: string, name: string): { ticked: number; of: number } {
  const [counted, setCounted] = useState({ ticked: 0, of: 0 });
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has other rows
  useEffect(() => {
    const count = () => {
      const boxes = boxesOf(form, name);
      setCounted({ ticked: boxes.filter(({ checked }) => checked).length, of: boxes.length });
    };
    count();
    document.addEventListener('change', count);
    return () => document.removeEventListener('change', count);
  }, [form, name, key]);
  return counted;
}

/** The box in the head of a table that ticks all rows of the page; only where the page's script runs. */
export function SelectAll({ form, name, caption }: { form: string; name: string; caption: string }) {
  const box = useRef<HTMLInputElement>(null);
  const { ticked, of } = useTicked(form, name);
  const isScripted = useScripted();
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && ticked < of;
  });
  if (!isScripted) return null;
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={m.lists_select_page({ caption })}
      checked={of > 0 && ticked === of}
      onChange={(event) => {
        for (const each of boxesOf(form, name)) tick(each, event.currentTarget.checked);
      }}
      className="size-4 align-middle"
    />
  );
}

/**
 * What can be done with ticked rows, at the foot of the page: a GET form to `action`, whose buttons are the children (`name="act"`). It carries the list's
 * own parameters (`params`), so that `all=yes` means every row that matches and not only those of the page. Without script it is always visible.
 */
export function SelectionBar({
  id,
  name,
  action,
  params,
  total,
  children,
}: {
  id: string;
  /** The name of the boxes. */
  name: string;
  action: string;
  params: readonly (readonly [string, string])[];
  /** How many rows match; null: not counted. */
  total: number | null;
  children: ReactNode;
}) {
  const { ticked, of } = useTicked(id, name);
  const [isAll, setAll] = useState(false);
  const isScripted = useScripted();
  const isMore = total === null || total > of;
  useEffect(() => {
    if (ticked < of) setAll(false);
  }, [ticked, of]);
  const isHidden = isScripted && ticked === 0;
  return (
    <form
      id={id}
      method="get"
      action={action}
      aria-label={m.lists_selection()}
      hidden={isHidden}
      data-selection-bar=""
      data-print="none"
      className="sticky bottom-0 z-20 mt-3 border-t border-edge bg-surface px-2 py-2 max-[1100px]:bottom-15"
    >
      {params.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isScripted && (
          <p role="status" className="font-semibold">
            {isAll && total !== null ? m.lists_selected_all({ count: formatNumber(total) }) : m.lists_selected({ count: ticked })}
          </p>
        )}
        {isScripted && (
          <Button
            type="button"
            variant="quiet"
            size="sm"
            onClick={() => {
              setAll(false);
              for (const box of boxesOf(id, name)) tick(box, false);
            }}
          >
            {m.lists_selection_clear()}
          </Button>
        )}
        {isMore && (!isScripted || ticked === of) && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              name="all"
              value="yes"
              checked={isAll}
              onChange={(event) => setAll(event.currentTarget.checked)}
              className="size-4"
            />
            {total === null ? m.lists_select_all() : m.lists_select_all_of({ count: formatNumber(total) })}
          </label>
        )}
        <div className="flex flex-wrap gap-2">{children}</div>
      </div>
    </form>
  );
}
