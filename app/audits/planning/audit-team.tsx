import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Fold } from '~/ui/fold';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatLanguage, formatList } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { RemoveForm } from '../form-parts/remove-form';
import { TeamForm, type TeamRow, teamFormId, useChanged } from './team-form';
import { partLabel } from './labels';

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
  const changed = useChanged(team, failure);
  return (
    <Section title={m.audits_team_title()} lead={m.audits_team_lead()}>
      <ErrorSummary errors={failure?.errors} />
      <DataTable
        caption={m.audits_team_title()}
        rows={team}
        rowKey={({ userId }) => userId}
        isStacked
        columns={[
          { key: 'name', header: m.audits_team_name(), cell: ({ name }) => <bdi>{name}</bdi> },
          {
            key: 'part',
            header: m.audits_team_part(),
            cell: ({ part, explanation }) => (explanation ? `${partLabel(part)} (${explanation})` : partLabel(part)),
          },
          { key: 'languages', header: m.audits_team_languages(), wraps: 'short', cell: spokenWords },
          { key: 'declared', header: m.audits_team_declared(), wraps: 'short', cell: declaredLabel },
          ...(mayPlan
            ? [
                {
                  key: 'change',
                  header: m.audits_team_change(),
                  isAct: true,
                  cell: ({ userId, name }: TeamRow) => (
                    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                      <Link
                        to={{ search: `?member=${userId}`, hash: `#${teamFormId}` }}
                        aria-label={m.audits_team_change_named({ name: name ?? '' })}
                      >
                        {m.audits_team_change()}
                      </Link>
                      <RemoveForm
                        {...{ intent: 'take-off-team', field: 'member', value: userId }}
                        label={m.audits_team_remove_named({ name: name ?? m.shell_unknown() })}
                      />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayPlan && (
        <TeamForm
          key={changed?.userId ?? 'new'}
          changed={changed}
          free={recorders.filter(({ id }) => !team.some(({ userId }) => userId === id))}
          failure={failure}
        />
      )}
      {own && <Declaration own={own} failure={declareFailure} />}
    </Section>
  );
}

/** The reader's own declaration; folded under what was declared once it was. */
function Declaration({ own, failure }: { own: TeamRow; failure: FormFailure | undefined }) {
  if (own.declaration === null || failure)
    return <DeclarationForm own={own} failure={failure} title={<h3>{m.audits_declare_title()}</h3>} />;
  const said = m.shell_named({ name: m.audits_declare_title(), text: declaredLabel(own) });
  return (
    <Fold summary={said} className="mt-4">
      <DeclarationForm own={own} failure={undefined} />
    </Fold>
  );
}

function DeclarationForm({ own, failure, title }: { own: TeamRow; failure: FormFailure | undefined; title?: ReactNode }) {
  return (
    <Form method="post" className="mt-6 grid max-w-prose gap-4 border-s-4 border-line ps-4">
      {title}
      <p className="text-muted">{m.audits_declare_lead()}</p>
      <input type="hidden" name="intent" value="declare" />
      <RadioGroup
        {...fieldOf(failure, 'declaration', own.declaration)}
        label={m.audits_team_declared()}
        options={[
          { value: 'independent', label: m.audits_declare_independent() },
          { value: 'interest', label: m.audits_declare_interest() },
        ]}
      />
      <FreeText {...fieldOf(failure, 'interest', own.interest)} optional label={m.audits_declare_what()} rows={2} maxLength={1000} />
      <div>
        <Button type="submit">{m.audits_declare()}</Button>
      </div>
    </Form>
  );
}

/** Languages by name; free text from before languages were codes is shown unchanged. */
const spokenWords = ({ languages }: TeamRow) => formatList(languages.map((code) => formatLanguage(code))) || '—';

function declaredLabel({ declaration, interest }: TeamRow): string {
  if (declaration === null) return m.audits_declared_none();
  return declaration === 'independent' ? m.audits_declared_independent() : m.audits_declared_interest({ interest });
}
