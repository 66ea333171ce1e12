import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { Desk } from './read-desk.server';
import type { readSignOff } from './sign-off.server';

export type SignOff = SerializeFrom<NonNullable<Awaited<ReturnType<typeof readSignOff>>>>;
type Shown = { signOff: SignOff; desk: SerializeFrom<Desk>; mayGive: boolean };

/** The sign-off of a review: by whom and how many answers were not reviewed, or its obstacles. */
export function SignOffSection({ signOff, desk, mayGive }: Shown) {
  const isSubmitted = desk.status === 'submitted' && desk.sharing !== 'ended';
  if (signOff.kind === 'wanted' && !isSubmitted) return null;
  return (
    <div id="sign-off" className="mt-8">
      <Section title={m.answer_review_sign_off_title()}>
        {signOff.kind === 'given' ? (
          <Given signOff={signOff} mayGive={mayGive} />
        ) : (
          <Wanted signOff={signOff} desk={desk} mayGive={mayGive} />
        )}
      </Section>
    </div>
  );
}

function Given({ signOff, mayGive }: { signOff: Extract<SignOff, { kind: 'given' }>; mayGive: boolean }) {
  return (
    <div className="grid max-w-prose gap-3">
      <p>
        {m.answer_review_signed_off_by({ who: signOff.by ?? m.shell_unknown(), date: formatDate(signOff.at) })}{' '}
        {signOff.unreviewed > 0 && m.answer_review_signed_off_unreviewed({ count: signOff.unreviewed })}
      </p>
      {mayGive && !signOff.isFinal && (
        <Form method="post">
          <Button name="intent" value="take-back">
            {m.answer_review_take_back_sign_off()}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Wanted({
  signOff,
  desk,
  mayGive,
}: {
  signOff: Extract<SignOff, { kind: 'wanted' }>;
  desk: SerializeFrom<Desk>;
  mayGive: boolean;
}) {
  const { unreviewed } = desk.counts;
  if (signOff.isBySecond && signOff.isOwnWork)
    return (
      <Notice tone="info">
        {m.answer_review_refused_second()}{' '}
        {signOff.others.length > 0 ? m.answer_review_second_who({ names: signOff.others.join(', ') }) : m.answer_review_second_nobody()}
      </Notice>
    );
  if (!mayGive) return <p className="text-muted">{m.answer_review_sign_off_others()}</p>;
  if (desk.questioned > 0) return <p className="max-w-prose">{m.answer_review_refused_questioned()}</p>;
  return (
    <Form method="post" className="grid max-w-prose gap-3">
      <p>{signOff.isBySecond ? m.answer_review_sign_off_lead_second() : m.responses_approve_lead()}</p>
      {unreviewed > 0 && (
        <>
          <p>
            <Link to="?show=unreviewed" className="text-accent underline">
              {m.answer_review_filter_unreviewed({ count: formatNumber(unreviewed) })}
            </Link>
          </p>
          <Checkbox
            name="unreviewed"
            value={unreviewed}
            label={m.answer_review_sign_off_anyway({ count: unreviewed })}
            hint={m.answer_review_sign_off_anyway_hint()}
          />
        </>
      )}
      <div>
        <Button name="intent" value="sign-off" variant="primary">
          {m.responses_approve()}
        </Button>
      </div>
    </Form>
  );
}
