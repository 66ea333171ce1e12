import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { listGoodPractices } from './good-practice.server';

type Practices = SerializeFrom<Awaited<ReturnType<typeof listGoodPractices>>>;

/** What goes well, apart from the findings, with a form to note more. */
export function GoodPractices({
  practices,
  points,
  mayEdit,
  error,
  typed,
}: {
  practices: Practices;
  points: readonly { key: string; title: string; cluster: string }[];
  mayEdit: boolean;
  error?: string | undefined;
  typed?: string | undefined;
}) {
  return (
    <Section title={m.findings_practices()} lead={m.findings_practices_lead()} id="good-practices">
      {practices.length === 0 && <p className="text-muted">{m.findings_practices_none()}</p>}
      <ul className="grid gap-3">
        {practices.map(({ id, text, compliancePoint, pointTitle, recordedBy, recordedAt }) => (
          <li key={id} className="max-w-prose border-s-4 border-line ps-3">
            <p className="whitespace-pre-line">{text}</p>
            <div className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
              {compliancePoint && <span>{[compliancePoint, pointTitle].filter(Boolean).join(' · ')}</span>}
              {recordedBy && <bdi>{recordedBy}</bdi>}
              <DateText value={recordedAt} />
              {mayEdit && (
                <Form method="post">
                  <input type="hidden" name="practiceId" value={id} />
                  <Button name="intent" value="remove-practice" size="sm" variant="quiet">
                    {m.findings_practice_remove()}
                  </Button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <details className="mt-4" open={error !== undefined} data-print="none">
          <summary className="cursor-pointer text-accent">{m.findings_practice_add()}</summary>
          <Form method="post" noValidate className="mt-3 grid max-w-2xl gap-4">
            <FreeText
              name="text"
              label={m.findings_practice_text()}
              hint={m.findings_no_names()}
              rows={3}
              maxLength={2000}
              defaultValue={typed}
              error={error}
            />
            <SelectOrCombobox
              name="compliancePoint"
              label={m.findings_point()}
              optional
              empty={m.findings_choose()}
              options={points.map(({ key, title, cluster }) => ({ value: key, label: `${cluster} · ${title}` }))}
            />
            <div>
              <Button name="intent" value="record-practice">
                {m.findings_practice_save()}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </Section>
  );
}
