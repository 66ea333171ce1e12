import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { NamedFile } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { AudienceBoxes } from './audience-boxes';
import type { FileShown } from './view-evidence.server';

/** `preview`: where the picture lies that is drawn over. */
type Shown = { item: SerializeFrom<FileShown>; preview: string; accept: string };

/**
 * Makes the copy for those who may not see the original: black drawn over places of a picture, or a copy made elsewhere. The places are numbers in
 * a form; the page's script (lead-viewer.ts) lets them be drawn with a finger.
 */
export function RedactForm({ item, preview, accept }: Shown) {
  const isDrawable = item.isOpen && item.file.hasPreview;
  return (
    <section aria-labelledby="copy" className="grid gap-4 border-t border-line pt-5">
      <h2 id="copy">{m.files_redact_title()}</h2>
      <p>{m.files_redact_lead()}</p>
      {item.redactedFile && (
        <Form method="post">
          <input type="hidden" name="evidenceId" value={item.id} />
          <Button name="intent" value="remove-copy">
            {m.files_redact_remove()}
          </Button>
        </Form>
      )}
      {isDrawable && (
        <details data-redact className="grid gap-3">
          <summary className="cursor-pointer py-2">{m.files_redact_draw()}</summary>
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="evidenceId" value={item.id} />
            <p>{m.files_redact_draw_hint()}</p>
            <div data-redact-sheet hidden className="relative w-fit touch-none select-none">
              <img
                src={preview}
                alt={m.files_picture_of({ name: item.file.fileName })}
                draggable={false}
                className="max-w-full"
                loading="lazy"
              />
            </div>
            <div data-redact-undo hidden>
              <Button type="button">{m.files_redact_undo()}</Button>
            </div>
            <div data-redact-places className="grid gap-3">
              {[1, 2, 3].map((number) => (
                <fieldset key={number} className="grid grid-cols-2 gap-2 sm:grid-cols-4">
                  <legend className="font-semibold">{m.files_redact_place({ number })}</legend>
                  <PercentField name="x" label={m.files_redact_left()} />
                  <PercentField name="y" label={m.files_redact_top()} />
                  <PercentField name="width" label={m.files_redact_width()} />
                  <PercentField name="height" label={m.files_redact_height()} />
                </fieldset>
              ))}
            </div>
            <AudienceBoxes name="redactedAudience" legend={m.files_redact_who()} chosen={item.redactedAudience} />
            <div>
              <Button name="intent" value="black-out" size="lg">
                {m.files_redact_make()}
              </Button>
            </div>
          </Form>
        </details>
      )}
      <details className="grid gap-3">
        <summary className="cursor-pointer py-2">{m.files_redact_upload()}</summary>
        <Form method="post" encType="multipart/form-data" className="grid gap-4">
          <NamedFile name="file" id="copy-file" label={m.files_choose()} accept={accept} required />
          <AudienceBoxes name="redactedAudience" legend={m.files_redact_who()} chosen={item.redactedAudience} />
          <div>
            <Button size="lg">{m.files_redact_make()}</Button>
          </div>
        </Form>
      </details>
    </section>
  );
}

function PercentField({ name, label }: { name: string; label: string }) {
  return (
    <label className="grid gap-1">
      <span className="text-muted">{label}</span>
      <input type="number" name={name} min={0} max={100} step="any" inputMode="decimal" className="control text-end" />
    </label>
  );
}
