import { Term } from '~/ui/term';
import { ps2Term } from '~/platform/terms/glossary-terms';
import type { SerializeFrom } from '@remix-run/node';
import { QuestionLinks } from '~/questionnaires/responses/question-links';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import type { ReviewShown } from './read-review.server';

type Shown = SerializeFrom<ReviewShown>;

/** One of the two reviews: what it found item by item, and where it is answered. No total: a review is no grade. */
export function ReviewSection({ review, base, mayEdit }: { review: Shown; base: string; mayEdit: boolean }) {
  const title = review.which === 'equator' ? m.deals_review_equator() : m.deals_review_ps2();
  const here = `${base}/responses/${review.id}`;
  const isOpen = review.status === 'open';
  return (
    <Section
      title={review.which === 'ps2' ? <Term of={ps2Term}>{title}</Term> : title}
      id={review.which}
      actions={
        <>
          <span className="text-muted">{isOpen ? m.deals_review_is_open() : m.deals_review_submitted()}</span>
          <LinkButton to={here} variant={isOpen && mayEdit ? 'primary' : 'secondary'}>
            {isOpen && mayEdit ? m.deals_review_answer() : m.deals_review_open()}
          </LinkButton>
        </>
      }
    >
      <DataTable
        caption={title}
        rows={review.items}
        rowKey={({ key }) => key}
        columns={[
          { key: 'item', header: m.deals_item(), wraps: 'short', cell: (item) => `${item.key} · ${item.title}` },
          { key: 'met', header: m.deals_met(), align: 'end', cell: ({ met }) => met },
          {
            key: 'unmet',
            header: m.deals_unmet(),
            cell: ({ unmet }) =>
              unmet.length === 0 ? (
                '—'
              ) : (
                <span className="whitespace-normal">
                  <QuestionLinks questions={unmet} here={here} />
                </span>
              ),
          },
          { key: 'open', header: m.deals_not_assessed(), align: 'end', cell: ({ open }) => open },
          { key: 'none', header: m.deals_not_applicable(), align: 'end', isWideOnly: true, cell: ({ notApplicable }) => notApplicable },
        ]}
      />
      {mayEdit && isOpen && review.rest > 0 && (
        <Form method="post" className="mt-3 grid max-w-prose gap-2" data-print="none">
          <input type="hidden" name="intent" value="mark-rest" />
          <input type="hidden" name="which" value={review.which} />
          <p className="text-muted">{m.deals_review_mark_rest_hint()}</p>
          <div>
            <Button type="submit">{m.deals_review_mark_rest()}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
