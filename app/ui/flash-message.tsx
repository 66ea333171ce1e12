import { Notice, type Tone } from './notice';

/** The message of the last act, at the head of the page, until the next page. */
export function FlashMessage({ flash }: { flash: { tone: Tone; text: string } | null }) {
  return (
    <div role="status" aria-live="polite" data-print="none">
      {flash && (
        <div className="mx-auto max-w-7xl px-4 pt-3">
          <Notice tone={flash.tone}>{flash.text}</Notice>
        </div>
      )}
    </div>
  );
}
