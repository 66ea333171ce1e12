import { Link } from '@remix-run/react';
import { Likeness, SideBySide } from '~/suppliers/duplicates/pair-parts';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatCountry } from '~/ui/format';
import { Unknown } from '~/ui/values';
import type { ListedProposal } from './list-proposals.server';

/** A supplier of the file beside one the organization has: how alike they are and why, and the two answers. */
export function ProposalCard({ proposal, base }: { proposal: ListedProposal; base: string }) {
  const { incoming, known, rowNumber, answer } = proposal;
  const names = m.match_pair_caption({ a: incoming.name, b: known.name });
  const place = [incoming.address, incoming.city].filter(Boolean).join(', ');
  const country = (code: string | null) => (code ? formatCountry(code) : <Unknown />);
  return (
    <article aria-label={names} className="grid gap-3 rounded border border-line p-4">
      <Likeness score={proposal.score} reasons={proposal.reasons} />
      <SideBySide
        caption={names}
        heads={[m.match_step_in_file({ row: rowNumber }), m.match_step_known()]}
        rows={[
          {
            key: 'name',
            label: m.match_row_name(),
            a: incoming.name,
            b: <Link to={`${base}/suppliers/${known.publicId}`}>{known.name}</Link>,
          },
          { key: 'country', label: m.suppliers_column_country(), a: country(incoming.country), b: country(known.country) },
          {
            key: 'places',
            label: m.match_places(),
            a: place || <Unknown />,
            b: (known.places?.length ?? 0) > 0 ? known.places?.join(' · ') : <Unknown />,
          },
        ]}
      />
      {answer && <p className="font-semibold">{answer === 'same' ? m.match_answer_same() : m.match_answer_different()}</p>}
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="proposalId" value={proposal.id} />
        {answer !== 'same' && (
          <Button name="intent" value="same" size="sm" aria-label={m.shell_named({ name: m.match_step_same(), text: names })}>
            {m.match_step_same()}
          </Button>
        )}
        {answer !== 'different' && (
          <Button name="intent" value="different" size="sm" aria-label={m.shell_named({ name: m.match_step_different(), text: names })}>
            {m.match_step_different()}
          </Button>
        )}
      </Form>
    </article>
  );
}
