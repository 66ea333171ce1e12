import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

/** Content under a line that opens it. An address that points into it opens it too, also after a form was sent. */
export function Fold({
  summary,
  children,
  isOpen = false,
  isPrinted = false,
  className,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  /** Whether it is printed with its content while it is folded. */
  isPrinted?: boolean;
  className?: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address again opens it again
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target || !details.current || details.current.open) return;
    if (!details.current.contains(target) && target !== details.current.parentElement) return;
    details.current.open = true;
    target.scrollIntoView();
  }, [hash, key]);
  return (
    <details ref={details} open={isOpen} className={className} data-print={isPrinted ? 'all' : undefined}>
      <summary className="cursor-pointer text-accent">{summary}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/**
 * A part of a page with its heading, folded away until it is opened or an address points into it; printed in full. `status`: what its content amounts to, beside
 * the heading, so that nothing that has to be known is folded away. `level`: of the heading.
 */
export function FoldedSection({
  id,
  title,
  status,
  level: Heading = 'h2',
  lead,
  actions,
  isOpen = false,
  children,
}: {
  id: string;
  title: ReactNode;
  status?: ReactNode;
  level?: 'h2' | 'h3' | 'h4';
  lead?: ReactNode;
  actions?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <section id={id} className="scroll-mt-20 border-b border-line py-2">
      <Fold
        summary={
          <>
            <Heading className="inline text-base">{title}</Heading>
            {status && <span className="ms-3 text-muted">{status}</span>}
          </>
        }
        isOpen={isOpen}
        isPrinted
      >
        {actions && <div className="mb-2 flex flex-wrap gap-2">{actions}</div>}
        {lead && <p className="mb-3 max-w-prose text-muted">{lead}</p>}
        {children}
      </Fold>
    </section>
  );
}
