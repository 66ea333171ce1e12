import { useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { sentLength } from './sent-length';
import { wireLimit } from './wire-limit';

/**
 * The limit of a text: how many characters are left once it is near, how many are too many once it is over. The field takes a longer text, so that nothing
 * pasted is cut; its form is not sent until it is shortened, and the server refuses it too. On pages without React their script fills it.
 */
export function TextLimit({ id, most, written }: { id: string; most: number; written: unknown }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => (place.current ? wireLimit(place.current) : undefined), []);
  const over = typeof written === 'string' ? sentLength(written) - most : 0;
  return (
    <p
      ref={place}
      id={`${id}-limit`}
      data-text-limit={most}
      data-text-left={m.shell_text_left({ count: '{count}' })}
      data-text-over={m.shell_text_over({ most: String(most), over: '{over}' })}
      aria-live="polite"
      data-print="none"
      className="text-sm text-muted empty:hidden data-over:text-danger"
      {...(over > 0 ? { 'data-over': '' } : {})}
    >
      {over > 0 ? m.shell_text_over({ most: String(most), over: String(over) }) : ''}
    </p>
  );
}
