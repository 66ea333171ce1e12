import { useLocation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Icon } from '~/ui/icon';
import { openKeyboardSheet, sheetKey } from '~/ui/keyboard-sheet';
import { Menu } from '~/ui/menu';
import { useScripted } from '~/ui/use-scripted';
import { guideOf, guideOfKind } from './guide-of';
import { MenuLinks } from './menu-links';

/** The guide to the page, those of all roles, method, glossary, verification and keys. */
export function HelpMenu({ base, kind }: { base: string; kind: string }) {
  const { pathname } = useLocation();
  const isScripted = useScripted();
  const here = guideOf(base, pathname);
  return (
    <Menu
      label={m.shell_help()}
      summaryClassName="flex size-9 items-center justify-center rounded hover:bg-sunken pointer-coarse:size-11"
      summary={<Icon name="help" />}
    >
      <MenuLinks
        links={[
          ...(here === null ? [] : [{ to: here, label: m.shell_guides_here(), icon: 'info' as const }]),
          { to: guideOfKind(kind), label: m.shell_guides(), icon: 'file' },
          { to: '/methodology', label: m.shell_nav_method(), icon: 'method' },
          { to: '/glossary', label: m.terms_title(), icon: 'list' },
          { to: '/verify', label: m.shell_help_verify(), icon: 'success' },
        ]}
      />
      {isScripted && (
        <button
          type="button"
          onClick={openKeyboardSheet}
          className="flex min-h-8 w-full items-center justify-between gap-2.5 rounded px-2 text-start hover:bg-sunken pointer-coarse:min-h-11"
        >
          {m.lists_keys()}
          <kbd className="font-sans text-xs text-muted">{sheetKey}</kbd>
        </button>
      )}
      <p className="mt-2 border-t border-line px-2 pt-2 text-xs text-muted">{m.shell_made_open()}</p>
    </Menu>
  );
}
