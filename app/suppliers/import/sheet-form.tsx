import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import type { Detected } from './schema';
import { sheetFault } from './labels';

/** Which sheet of a workbook is read, and the choice of another; nothing when there is no choice. */
export function SheetForm({ detected: { sheetName, sheets } }: { detected: Detected }) {
  const { state, formData } = useNavigation();
  if (sheets.length < 2 || sheetName === null) return null;
  return (
    <Section title={m.import_sheet_title()} lead={m.import_sheet_lead({ sheet: sheetName, count: sheets.length })}>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <Select
          key={sheetName}
          name="sheet"
          label={m.import_sheet_label()}
          defaultValue={sheetName}
          className="max-w-full min-w-60"
          options={sheets.map(({ name, rows, problem }) => ({
            value: name,
            label: `${name} (${problem === null ? m.import_sheet_rows({ count: rows, rows }) : sheetFault(problem)})`,
            disabled: problem !== null,
          }))}
        />
        <Button name="intent" value="sheet" busy={state !== 'idle' && formData?.get('intent') === 'sheet'}>
          {m.import_sheet_read()}
        </Button>
      </Form>
    </Section>
  );
}
