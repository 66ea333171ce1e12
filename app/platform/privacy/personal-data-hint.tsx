import { type ComponentProps, useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FileField, TextArea } from '~/ui/field';
import { hintWords } from './hint-words';
import { wireHint } from './wire-hint';

/**
 * The line under a field that says what in it looks like personal data. Drawn empty, with the height of a line, so that nothing moves when it speaks; on pages
 * without React the script of `PersonalDataScript` fills it. `hint` replaces the sentence.
 */
export function PersonalDataHint({ hint }: { hint?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const words = hintWords();
    return place.current ? wireHint(place.current, hint ? { ...words, hint } : words) : undefined;
  }, [hint]);
  return (
    <div ref={place} data-personal-hint className="mt-1 flex min-h-6 flex-wrap items-baseline gap-x-3" data-print="none">
      <p role="status" data-personal-found className="min-w-0 break-words text-warning" />
      <Button type="button" variant="quiet" size="sm" hidden data-personal-mark>
        {m.privacy_mark()}
      </Button>
    </div>
  );
}

/** Several lines in which people write freely: warns of personal data while they type. It refuses nothing. */
export function FreeText({ className, ...area }: ComponentProps<typeof TextArea>) {
  return (
    <div className={className}>
      <TextArea {...area} />
      <PersonalDataHint />
    </div>
  );
}

/** A file to send, whose name is looked at when it is chosen. */
export function NamedFile({ className, ...input }: ComponentProps<typeof FileField>) {
  return (
    <div className={className}>
      <FileField {...input} />
      <PersonalDataHint />
    </div>
  );
}
