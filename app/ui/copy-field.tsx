import { useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from './button';
import { useScripted } from './use-scripted';

/** An address to pass on: a field whose text is selected at a touch, and beside it, where a script runs, a button that copies it. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const isScripted = useScripted();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        className="control w-auto! min-w-0 grow"
        readOnly
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      {isScripted && (
        <Button
          type="button"
          onClick={() => {
            void navigator.clipboard?.writeText(value).then(() => setIsCopied(true));
          }}
        >
          {m.campaigns_copy()}
        </Button>
      )}
      <span role="status" className="text-muted">
        {isCopied ? m.campaigns_copied() : ''}
      </span>
    </div>
  );
}
