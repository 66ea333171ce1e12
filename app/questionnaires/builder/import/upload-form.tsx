import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Form } from '~/ui/form';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { Remark } from '../xls-form/remarks';
import { RemarkTable } from './remark-table';

export type UploadReply = { message: string; remarks: Remark[] };

/** The form that takes a file; and why the last one was refused, by sheet and row. */
export function UploadForm({ reply }: { reply: UploadReply | undefined }) {
  const { state, formData } = useNavigation();
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6">
      {reply && <Notice tone="danger" title={reply.message} isLive />}
      {reply && reply.remarks.length > 0 && (
        <Section title={m.builder_import_corrections()} id="corrections">
          <RemarkTable caption={m.builder_import_corrections()} effect={m.builder_import_column_problem()} rows={reply.remarks} />
        </Section>
      )}
      <Form method="post" encType="multipart/form-data" className="grid max-w-prose gap-4">
        <FileField name="file" label={m.builder_import_file()} hint={m.builder_import_hint()} accept=".json,.xlsx,.xlsm,.xls" required />
        <div>
          <Button variant="primary" icon="import" busy={state !== 'idle' && formData !== undefined}>
            {m.builder_import_check()}
          </Button>
        </div>
      </Form>
    </div>
  );
}
