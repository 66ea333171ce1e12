import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatLanguage, formatMoment } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { type IssuedReport, noticeReasons } from './issued-report';
import { RegistryEntry } from './registry-entry';
import { noticeReasonLabel } from './verify-labels';

type Newer = { hash: string; locale: string; preparedAt: Date | string };

/** The record of a report that the organization issued: what everybody who has its hash reads, and how it is withdrawn or corrected. */
export function IssuedPage({
  hash,
  issued,
  newer,
  mayNote,
}: {
  hash: string;
  issued: IssuedReport;
  newer: readonly Newer[];
  mayNote: boolean;
}) {
  const noted = new Set(issued.notices.map(({ kind }) => kind));
  return (
    <>
      <div className="grid grid-cols-1 gap-3">
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
      {mayNote && !noted.has('corrected') && <CorrectForm newer={newer} />}
      {mayNote && !noted.has('withdrawn') && <WithdrawForm />}
    </>
  );
}

function CorrectForm({ newer }: { newer: readonly Newer[] }) {
  return (
    <Section
      title={m.verification_correct_title()}
      lead={newer.length > 0 ? m.verification_correct_lead() : m.verification_correct_none()}
      id="correct"
    >
      {newer.length > 0 && (
        <Form method="post" className="grid max-w-prose gap-4">
          <Select
            name="correctedBy"
            label={m.verification_newer()}
            options={newer.map((each) => ({
              value: each.hash,
              label: `${formatMoment(each.preparedAt)} · ${formatLanguage(each.locale)} · ${each.hash.slice(0, 12)}`,
            }))}
          />
          <ReasonField />
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

function WithdrawForm() {
  return (
    <Section title={m.verification_withdraw_title()} lead={m.verification_withdraw_lead()} id="withdraw">
      <Form method="post" className="grid max-w-prose gap-4">
        <ReasonField />
        <div>
          <Button type="submit" name="intent" value="withdrawn" variant="danger">
            {m.verification_withdraw()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function ReasonField() {
  return (
    <Select
      name="reason"
      label={m.verification_reason()}
      defaultValue="not-stated"
      options={noticeReasons.map((reason) => ({ value: reason, label: noticeReasonLabel(reason) }))}
    />
  );
}
