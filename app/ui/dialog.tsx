import { useNavigation } from '@remix-run/react';
import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import type { IconName } from './icon';

/**
 * A button that opens a native dialog. With script it is modal and traps focus; without, the same element opens as a popover.
 * `children` is usually a form. The dialog closes by Escape, by the close button, and after a successful submission, also to the same page; its form is then
 * reset. A refused form stays open with its values, also after a full page load (`isRefused`).
 */
export function Dialog({
  trigger,
  title,
  children,
  variant = 'secondary',
  size = 'md',
  icon,
  isRefused = false,
}: {
  /** The label of the button that opens it. */
  trigger: ReactNode;
  title: ReactNode;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** Its form was refused and contains errors. */
  isRefused?: boolean;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // React 18 does not know these attributes by their own names.
  const opens = { popovertarget: id };
  const closes = { popovertarget: id, popovertargetaction: 'hide' };
  const floats = { popover: 'auto' };
  // Never changed afterwards, so that React leaves the attribute to the browser.
  const [isOpenAtFirst] = useState(isRefused);
  const [round, setRound] = useState(0);
  const isUnderWay = useNavigation().state !== 'idle';
  const wasUnderWay = useRef(isOpenAtFirst);
  useEffect(() => {
    const element = dialog.current;
    if (!element || isUnderWay || !wasUnderWay.current) {
      wasUnderWay.current ||= isUnderWay;
      return;
    }
    wasUnderWay.current = false;
    if (isRefused) {
      if (element.matches(':modal')) return;
      element.close();
      element.showModal();
    } else if (element.open) {
      element.close();
      setRound((value) => value + 1);
    }
  }, [isUnderWay, isRefused]);
  const close = (
    <Button
      {...(isOpenAtFirst ? {} : closes)}
      type={isOpenAtFirst ? 'submit' : 'button'}
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
  );
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
        open={isOpenAtFirst}
        aria-labelledby={`${id}-title`}
        className="z-20 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded border-0 bg-surface p-6 text-ink shadow-float"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={`${id}-title`}>{title}</h2>
          {isOpenAtFirst ? <form method="dialog">{close}</form> : close}
        </div>
        <Fragment key={round}>{children}</Fragment>
      </dialog>
    </>
  );
}
