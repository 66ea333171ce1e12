import { Link, useNavigate } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { Icon } from '~/ui/icon';
import { useFound } from './use-found';

/** One field that finds every page, command and record. Opens by its button or Ctrl/Cmd-K; without script the button leads to the search page. */
export function CommandPalette({ slug }: { slug: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else {
        setOpen(true);
        dialog.current?.showModal();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Link
        to={`/o/${slug}/find`}
        className="flex min-h-9 items-center justify-center gap-2 rounded text-muted no-underline hover:text-ink max-[1280px]:w-9 max-[1280px]:hover:bg-sunken min-[1280px]:border min-[1280px]:border-line min-[1280px]:bg-surface min-[1280px]:px-2.5 min-[1280px]:hover:border-edge pointer-coarse:min-h-11"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open();
        }}
      >
        <Icon name="search" />
        <span className="max-[1280px]:sr-only min-[1280px]:min-w-20">{m.shell_search()}</span>
        <kbd className="font-sans text-xs max-[1280px]:hidden">Ctrl K</kbd>
      </Link>
      <dialog
        ref={dialog}
        onClose={() => setOpen(false)}
        aria-label={m.shell_palette_title()}
        className="mt-[12vh] mb-auto w-[min(36rem,calc(100vw-2rem))] rounded border-0 bg-surface p-0 text-ink shadow-float"
      >
        {isOpen && <Finder slug={slug} onLeave={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Finder({ slug, onLeave }: { slug: string; onLeave: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [wanted, setWanted] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { results, isCurrent } = useFound(slug, query);
  const open = (href: string) => {
    onLeave();
    navigate(href);
  };
  // Enter pressed before the results arrive opens the first of them when they do.
  const firstWanted = isCurrent && wanted === query ? results[0]?.href : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the results of the wanted text come
  useEffect(() => {
    if (firstWanted !== undefined) open(firstWanted);
  }, [firstWanted]);
  const current = Math.min(at, Math.max(results.length - 1, 0));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      const next = (current + step + results.length) % results.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const chosen = results[current];
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isCurrent && chosen) open(chosen.href);
    else setWanted(query);
  };

  return (
    <div className="grid">
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Icon name="search" className="text-muted" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded={results.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={results.length > 0 ? `${id}-${current}` : undefined}
          aria-label={m.shell_palette_hint()}
          placeholder={m.shell_palette_hint()}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 grow bg-transparent text-base outline-none"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={m.shell_palette_title()} className="max-h-[50vh] overflow-y-auto py-2">
        {results.map((result, index) => (
          <Link
            key={result.href + result.label}
            id={`${id}-${index}`}
            to={result.href}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            onClick={onLeave}
            onPointerMove={() => setAt(index)}
            className={classNames(
              'flex min-h-9 items-center justify-between gap-4 px-4 text-ink no-underline hover:text-ink',
              index === current && 'bg-accent-soft',
            )}
          >
            <span className="truncate">{result.label}</span>
            {result.detail && <span className="shrink-0 text-xs text-muted">{result.detail}</span>}
          </Link>
        ))}
      </div>
      <p role="status" className="px-4 pb-2 text-muted empty:hidden">
        {isCurrent && results.length === 0 && query.trim() !== '' && m.shell_palette_nothing({ query })}
      </p>
      <p className="border-t border-line px-4 py-2 text-xs text-muted">{m.shell_palette_keys()}</p>
    </div>
  );
}
