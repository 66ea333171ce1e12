import type { FindingStatus } from '#scoring';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { nextStatus } from './finding-steps';
import { moveLabel } from './labels';

/** Forward one step, or back to open where the correction failed. */
export function MoveForm({ finding: { id, status } }: { finding: { id: string; status: FindingStatus } }) {
  const next = nextStatus(status);
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-1">
      <input type="hidden" name="findingId" value={id} />
      {next && (
        <Button name="to" value={next} size="sm">
          {moveLabel(next)}
        </Button>
      )}
      {status !== 'open' && (
        <Button name="to" value="open" size="sm" variant="quiet">
          {moveLabel('open')}
        </Button>
      )}
    </Form>
  );
}
