import { type ReactNode, useId, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import type { IconName } from './icon';

/**
 * A button that opens a native dialog. With script it is modal and keeps the focus inside; without, the same element opens as a popover.
 * `children` is usually a form; the dialog closes by Escape, by the cross, and when the page changes.
 */
export function Dialog({
  trigger,
  title,
  children,
  variant = 'secondary',
  size = 'md',
  icon,
}: {
  /** The words of the button that opens it. */
  trigger: ReactNode;
  title: ReactNode;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // React 18 does not know these attributes by their own names.
  const opens = { popovertarget: id };
  const closes = { popovertarget: id, popovertargetaction: 'hide' };
  const floats = { popover: 'auto' };
  return (
    <>
      <Button
        {...opens}
        type="button"
        variant={variant}
        size={size}
        {...(icon ? { icon } : {})}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {trigger}
      </Button>
      <dialog
        {...floats}
        id={id}
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="w-[min(32rem,calc(100vw-2rem))] rounded border-0 bg-surface p-6 text-ink shadow-float"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={`${id}-title`}>{title}</h2>
          <Button
            {...closes}
            type="button"
            variant="quiet"
            size="sm"
            icon="close"
            onClick={(event) => {
              event.preventDefault();
              dialog.current?.close();
            }}
          >
            {m.shell_close()}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
