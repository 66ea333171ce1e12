import { Form } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field, TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { formatList } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { teamParts } from './states';
import { partWord } from './words';

export type TeamRow = {
  userId: string;
  name: string | null;
  part: string;
  languages: string[];
  declaration: string | null;
  interest: string;
};

/** Who is on the team, whether each has declared independence, and the reader's own declaration. */
export function AuditTeam({
  team,
  recorders,
  own,
  mayPlan,
  failure,
  declareFailure,
}: {
  team: readonly TeamRow[];
  recorders: readonly { id: string; name: string }[];
  own: TeamRow | null;
  mayPlan: boolean;
  failure: FormFailure | undefined;
  declareFailure: FormFailure | undefined;
}) {
  return (
    <Section title={m.audit_team_title()} lead={m.audit_team_lead()}>
      <ErrorSummary errors={failure?.errors} />
      <DataTable
        caption={m.audit_team_title()}
        rows={team}
        rowKey={({ userId }) => userId}
        isStacked
        columns={[
          { key: 'name', header: m.audit_team_name(), cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'part', header: m.audit_team_part(), cell: ({ part }) => partWord(part) },
          { key: 'languages', header: m.audit_team_languages(), wraps: true, cell: ({ languages }) => formatList(languages) || '—' },
          { key: 'declared', header: m.audit_team_declared(), wraps: true, cell: declaredWord },
          ...(mayPlan
            ? [
                {
                  key: 'remove',
                  header: m.audit_team_remove(),
                  cell: ({ userId, name }: TeamRow) => (
                    <Form method="post">
                      <input type="hidden" name="intent" value="take-off-team" />
                      <input type="hidden" name="member" value={userId} />
                      <Button type="submit" size="sm" variant="quiet" aria-label={m.audit_team_remove_named({ name: name ?? '' })}>
                        {m.audit_team_remove()}
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayPlan && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="put-on-team" />
          <Select
            {...fieldOf(failure, 'member')}
            label={m.audit_team_member()}
            options={recorders.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            {...fieldOf(failure, 'part', 'assessor')}
            label={m.audit_team_part()}
            options={teamParts.map((value) => ({ value, label: partWord(value) }))}
          />
          <Field
            {...fieldOf(failure, 'languages')}
            label={m.audit_team_languages()}
            placeholder={m.audit_team_languages_hint()}
            className="grow"
          />
          <Button type="submit">{m.audit_team_add()}</Button>
        </Form>
      )}
      {own && <Declaration own={own} failure={declareFailure} />}
    </Section>
  );
}

function Declaration({ own, failure }: { own: TeamRow; failure: FormFailure | undefined }) {
  return (
    <Form method="post" className="mt-6 grid max-w-prose gap-4 border-s-4 border-line ps-4">
      <h3>{m.audit_declare_title()}</h3>
      <p className="text-muted">{m.audit_declare_lead()}</p>
      <input type="hidden" name="intent" value="declare" />
      <RadioGroup
        {...fieldOf(failure, 'declaration', own.declaration)}
        label={m.audit_team_declared()}
        options={[
          { value: 'independent', label: m.audit_declare_independent() },
          { value: 'interest', label: m.audit_declare_interest() },
        ]}
      />
      <TextArea {...fieldOf(failure, 'interest', own.interest)} optional label={m.audit_declare_what()} rows={2} maxLength={1000} />
      <div>
        <Button type="submit">{m.audit_declare()}</Button>
      </div>
    </Form>
  );
}

function declaredWord({ declaration, interest }: TeamRow): string {
  if (declaration === null) return m.audit_declared_none();
  return declaration === 'independent' ? m.audit_declared_independent() : m.audit_declared_interest({ interest });
}
