import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';

/** What was archived just now, and the way back. */
export function UndoArchiving({ undo, action }: { undo: { at: string; count: number }; action: string }) {
  return (
    <div className="mb-4">
      <Notice
        tone="success"
        isLive
        actions={
          <Form method="post" action={action}>
            <input type="hidden" name="intent" value="undo-archive" />
            <input type="hidden" name="at" value={undo.at} />
            <Button type="submit" size="sm">
              {m.lists_undo()}
            </Button>
          </Form>
        }
      >
        {m.lists_archived({ count: undo.count })}
      </Notice>
    </div>
  );
}
