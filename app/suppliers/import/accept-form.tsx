import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { unreadText } from './field-labels';
import type { Doubt } from './pipeline/grain/doubts';
import type { BatchCounts } from './schema';

/** What each doubt says; of columns each is named. */
const doubtTexts: Record<Exclude<Doubt, 'unread-column'>, () => string> = {
  'every-row': m.import_doubt_every_row,
  'one-supplier': m.import_doubt_one_supplier,
  'no-country': m.import_doubt_no_country,
};

/** The button that accepts. Where the result is implausible, it says why, and the member confirms it first. */
export function AcceptForm({ doubts, counts, label }: { doubts: readonly Doubt[]; counts: BatchCounts; label: string }) {
  const { state, formData } = useNavigation();
  return (
    <Form method="post" className={doubts.length > 0 ? 'grid basis-full gap-3' : undefined}>
      {doubts.length > 0 && (
        <Notice tone="warning" title={m.import_doubts_title()}>
          <ul className="mb-2 grid gap-1">
            {doubts.map((doubt) =>
              doubt === 'unread-column' ? (
                counts.unreadColumns.map((column) => (
                  <li key={column.column}>
                    {m.import_doubt_unread_column({ header: column.header })} {unreadText(column)}
                  </li>
                ))
              ) : (
                <li key={doubt}>{doubtTexts[doubt]()}</li>
              ),
            )}
          </ul>
          <Checkbox name="sure" value="yes" label={m.import_doubts_sure()} required />
        </Notice>
      )}
      <div>
        <Button name="intent" value="accept" variant="primary" busy={state !== 'idle' && formData?.get('intent') === 'accept'}>
          {label}
        </Button>
      </div>
    </Form>
  );
}
