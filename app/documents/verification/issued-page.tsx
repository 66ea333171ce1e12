import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatLanguage, formatMoment } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { failureOf, type Refused } from '~/ui/act-dialog';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { type IssuedReport, noticeReasons } from './issued-report';
import { RegistryEntry } from './registry-entry';
import { noticeReasonLabel } from './verify-labels';

type Newer = { hash: string; locale: string; preparedAt: Date | string };

/** The record of a report that the organization issued: what everybody who has its hash reads, and how it is withdrawn or corrected. */
export function IssuedPage({
  hash,
  issued,
  subject,
  newer,
  mayNote,
  refused,
}: {
  hash: string;
  issued: IssuedReport;
  /** Who or what it reports on; null where that is the organization itself. */
  subject: string | null;
  newer: readonly Newer[];
  mayNote: boolean;
  refused: Refused;
}) {
  const noted = new Set(issued.notices.map(({ kind }) => kind));
  return (
    <>
      <div className="grid grid-cols-1 gap-3">
        {subject !== null && <KeyValueList pairs={[{ key: 'subject', label: m.verification_subject(), value: <bdi>{subject}</bdi> }]} />}
        <RegistryEntry hash={hash} issued={issued} />
        <KeyValueList
          pairs={[
            {
              key: 'public',
              label: m.verification_public_page(),
              value: (
                <Link to={`/verify/${hash}`} className="text-accent underline">
                  {m.responses_verify_title()}
                </Link>
              ),
              note: m.verification_public_page_lead(),
            },
          ]}
        />
      </div>
      {mayNote && !noted.has('corrected') && <CorrectForm newer={newer} failure={failureOf(refused, 'corrected')} />}
      {mayNote && !noted.has('withdrawn') && <WithdrawForm failure={failureOf(refused, 'withdrawn')} />}
    </>
  );
}

type Failed = { failure: FormFailure | undefined };

function CorrectForm({ newer, failure }: { newer: readonly Newer[] } & Failed) {
  return (
    <Section
      title={m.verification_correct_title()}
      lead={newer.length > 0 ? m.verification_correct_lead() : m.verification_correct_none()}
      id="correct"
    >
      {newer.length > 0 && (
        <Form method="post" className="grid max-w-prose gap-4">
          <Select
            label={m.verification_newer()}
            {...fieldOf(failure, 'correctedBy')}
            options={newer.map((each) => ({
              value: each.hash,
              label: `${formatMoment(each.preparedAt)} · ${formatLanguage(each.locale)} · ${each.hash.slice(0, 12)}`,
            }))}
          />
          <ReasonField failure={failure} />
          <div>
            <Button type="submit" name="intent" value="corrected">
              {m.verification_correct()}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

function WithdrawForm({ failure }: Failed) {
  return (
    <Section title={m.verification_withdraw_title()} lead={m.verification_withdraw_lead()} id="withdraw">
      <Form method="post" className="grid max-w-prose gap-4">
        <ReasonField failure={failure} />
        <div>
          <Button type="submit" name="intent" value="withdrawn" variant="danger">
            {m.verification_withdraw()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** None is chosen beforehand: readers of the report act on the reason. */
function ReasonField({ failure }: Failed) {
  return (
    <Select
      label={m.verification_reason()}
      empty={m.commissions_choose()}
      required
      {...fieldOf(failure, 'reason')}
      options={noticeReasons.map((reason) => ({ value: reason, label: noticeReasonLabel(reason) }))}
    />
  );
}
