import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import type { ListedPair } from './list-duplicates.server';
import { Likeness, SideBySide, sideRows } from './pair-parts';

/** One question: two suppliers side by side, how alike they are and why, and the two answers. */
export function PairCard({ pair, base, mayEdit, action }: { pair: ListedPair; base: string; mayEdit: boolean; action: string }) {
  const { a, b } = pair;
  const names = m.match_pair_caption({ a: a.name, b: b.name });
  return (
    <article aria-label={names} className="grid gap-3 rounded border border-line p-4">
      <Likeness score={pair.score} reasons={pair.reasons} />
      {pair.origin === 'reported' && (
        <p className="text-muted">
          {m.match_reported()}
          {pair.note && <q className="ms-2">{pair.note}</q>}
        </p>
      )}
      <SideBySide caption={names} heads={[m.match_first(), m.match_second()]} rows={sideRows(a, b, base)} />
      {mayEdit && (
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`${base}/suppliers/${a.publicId}/merge?with=${b.publicId}`} variant="primary" size="sm">
            {m.match_same()}
          </LinkButton>
          <Form method="post" action={action}>
            <input type="hidden" name="pairId" value={pair.id} />
            <Button name="intent" value="different" size="sm">
              {m.match_different()}
            </Button>
          </Form>
        </div>
      )}
    </article>
  );
}
