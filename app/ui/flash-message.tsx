import { m } from '~/paraglide/messages';
import { Icon } from './icon';
import { Notice, type Tone } from './notice';

/**
 * The message of the last act, until the next page or until it is closed. It lies above the foot of the page and moves nothing: the page is
 * longer by its height, so that it covers nothing that cannot be scrolled away. A details element, so that it closes without script.
 */
export function FlashMessage({ flash }: { flash: { tone: Tone; text: string } | null }) {
  return (
    <div
      role="status"
      aria-live="polite"
      data-print="none"
      className="pointer-events-none fixed end-0 bottom-0 z-30 max-w-full p-3 sm:p-4 max-[1100px]:pb-20"
    >
      {flash && (
        <details open key={flash.text} className="flash pointer-events-auto relative max-w-md rounded shadow-float">
          <summary
            aria-label={m.shell_close()}
            className="absolute end-1 top-1 flex size-9 items-center justify-center rounded hover:bg-sunken pointer-coarse:size-11"
          >
            <Icon name="close" />
          </summary>
          <div className="[&>*]:pe-11">
            <Notice tone={flash.tone}>{flash.text}</Notice>
          </div>
        </details>
      )}
    </div>
  );
}
