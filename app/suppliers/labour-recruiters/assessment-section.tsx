import { evidenceGrades } from '#scoring';
import { choiceName, factName } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { formatDate } from '~/ui/format';
import { Select } from '~/ui/select';
import { Unknown } from '~/ui/values';
import { fieldOf } from '~/ui/form-values';
import { lastColumns } from './line-columns';
import { LineForm, type LineFormState } from './line-form';
import type { ShownSources } from './line-source';
import { RegisterSection } from './register-section';
import { assessmentStatus } from './register-status';
import { assessmentConclusions, assessmentMethods, type RecordValues } from '~/suppliers/facts/recruiter-record';

export type ShownResponse = RecordValues<'assessment'> & { entryId: string; sourceId: string };
const choicesOf = (field: string, choices: readonly string[]) => choices.map((value) => ({ value, label: choiceName(field, value) }));

/** Assessments of a provider, newest first: when, by which method, by whom, how far shown, and what came of it. */
export function ResponseSection({
  assessments,
  sources,
  state,
  mayEdit,
}: {
  assessments: readonly ShownResponse[];
  sources: ShownSources;
  state: LineFormState;
  mayEdit: boolean;
}) {
  const saved = assessments.find(({ entryId }) => entryId === state.editing?.entryId);
  const { failure } = state;
  const [last] = assessments;
  return (
    <RegisterSection
      kind="assessment"
      title={m.recruiter_reviews_assessments()}
      status={assessmentStatus(assessments)}
      lead={m.recruiter_reviews_assessments_lead()}
      state={state}
      isEditing={saved !== undefined}
    >
      {last && (
        <p className="mb-3">
          {m.recruiter_reviews_assessments_last({
            day: formatDate(last.assessedOn),
            method: choiceName('assessmentMethod', last.assessmentMethod),
            grade: choiceName('evidenceGrade', last.evidenceGrade),
          })}
        </p>
      )}
      <DataTable
        caption={m.recruiter_reviews_assessments()}
        rows={assessments}
        rowKey={({ entryId }) => entryId}
        empty={<p className="text-muted">{m.recruiter_reviews_assessments_none()}</p>}
        columns={[
          { key: 'day', header: factName('assessedOn'), cell: ({ assessedOn }) => formatDate(assessedOn) },
          {
            key: 'method',
            header: factName('assessmentMethod'),
            wraps: true,
            cell: ({ assessmentMethod, assessor }) => (
              <>
                {choiceName('assessmentMethod', assessmentMethod)}
                {assessor !== null && (
                  <span className="block text-xs text-muted">
                    <bdi>{assessor}</bdi>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'evidence',
            header: factName('evidenceGrade'),
            wraps: true,
            cell: ({ evidenceGrade }) => choiceName('evidenceGrade', evidenceGrade),
          },
          {
            key: 'conclusion',
            header: factName('conclusion'),
            wraps: true,
            cell: ({ conclusion }) => (conclusion ? choiceName('conclusion', conclusion) : <Unknown />),
          },
          ...lastColumns({
            kind: 'assessment',
            page: mayEdit ? state.page : null,
            sources,
            what: ({ assessedOn, assessmentMethod }: ShownResponse) =>
              `${formatDate(assessedOn)}, ${choiceName('assessmentMethod', assessmentMethod)}`,
          }),
        ]}
      />
      {mayEdit && (
        <LineForm kind="assessment" state={saved ? state : { ...state, editing: null }} add={m.recruiter_reviews_assessment_add()}>
          <Field type="date" isPast label={factName('assessedOn')} required {...fieldOf(failure, 'assessedOn', saved?.assessedOn)} />
          <Select
            label={factName('assessmentMethod')}
            empty={m.supply_links_choose()}
            options={choicesOf('assessmentMethod', assessmentMethods)}
            {...fieldOf(failure, 'assessmentMethod', saved?.assessmentMethod)}
          />
          <Field
            label={factName('assessor')}
            hint={m.recruiter_reviews_assessor_hint()}
            optional
            {...fieldOf(failure, 'assessor', saved?.assessor)}
          />
          <Select
            label={factName('evidenceGrade')}
            empty={m.supply_links_choose()}
            options={choicesOf('evidenceGrade', evidenceGrades)}
            {...fieldOf(failure, 'evidenceGrade', saved?.evidenceGrade)}
          />
          <Select
            label={factName('conclusion')}
            empty={m.suppliers_unknown()}
            options={choicesOf('conclusion', assessmentConclusions)}
            {...fieldOf(failure, 'conclusion', saved?.conclusion)}
          />
        </LineForm>
      )}
    </RegisterSection>
  );
}
