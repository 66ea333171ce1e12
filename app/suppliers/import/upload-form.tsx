import { useNavigation } from '@remix-run/react';
import { type DragEvent, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { classNames } from '~/ui/class-names';
import { FileField, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';

/**
 * The form that sends lists: files chosen or dropped anywhere on it, or rows pasted from a spreadsheet. Without script the browser sends it
 * as any form, and files can be dropped on the field itself.
 */
export function UploadForm({ error }: { error?: string | undefined }) {
  const { state, formData } = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const input = form.current?.querySelector<HTMLInputElement>('input[type=file]');
    if (!input || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.focus();
  };
  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
      className={classNames('grid max-w-2xl gap-4 rounded border-2 p-4', isOver ? 'border-accent bg-accent-soft' : 'border-transparent')}
    >
      <FileField
        name="file"
        label={m.import_file()}
        hint={m.import_cleaning_file_hint()}
        error={error}
        multiple
        accept=".csv,.tsv,.txt,.xls,.xlsx,.xlsm,.geojson,.json"
      />
      <TextArea
        name="pasted"
        label={m.import_cleaning_paste()}
        hint={m.import_cleaning_paste_hint()}
        rows={3}
        spellCheck={false}
        optional
      />
      <div>
        <Button variant="primary" icon="import" busy={state !== 'idle' && formData !== undefined}>
          {m.import_upload()}
        </Button>
      </div>
    </Form>
  );
}
