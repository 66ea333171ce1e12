import { Link, useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import type { Remark } from './xls-form/remarks';
import { remarkWord } from './remark-words';

export type ImportReply = { message: string | null; remarks: Remark[]; to: string | null };

/** The form that takes a file, and what came of the last one: where the draft is, and each thing that was not taken over, with its row. */
export function ImportForm({ reply }: { reply: ImportReply | undefined }) {
  const { state, formData } = useNavigation();
  return (
    <div className="grid max-w-prose gap-6">
      {reply && (
        <Notice tone={reply.to ? (reply.remarks.length > 0 ? 'warning' : 'success') : 'danger'} title={reply.message ?? undefined}>
          {reply.to && (
            <p className="mb-2">
              <Link to={reply.to}>{m.builder_import_open()}</Link>
            </p>
          )}
          {reply.remarks.length > 0 && (
            <ul className="list-disc ps-5">
              {reply.remarks.map((remark) => (
                <li key={`${remark.code} ${remark.sheet} ${remark.row} ${remark.detail}`}>{remarkWord(remark)}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <FileField name="file" label={m.builder_import_file()} hint={m.builder_import_hint()} accept=".json,.xlsx" required />
        <div>
          <Button variant="primary" icon="import" busy={state !== 'idle' && formData !== undefined}>
            {m.builder_import()}
          </Button>
        </div>
      </Form>
    </div>
  );
}
