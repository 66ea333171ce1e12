import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { MomentText } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { DealRead } from './read-deal.server';
import { categories, categoryThemes } from '~/lending/deal-record/states';
import { categoryLabel, themeLabel } from '~/lending/deal-record/labels';

type Decided = SerializeFrom<DealRead>['categories'][number];

/** The category with its reasons by theme, earlier decisions, and the form for a new one. */
export function CategorySection({
  decided,
  mayEdit,
  failure,
}: {
  decided: readonly Decided[];
  mayEdit: boolean;
  failure: FormFailure | undefined;
}) {
  const [newest, ...earlier] = decided;
  return (
    <Section title={m.deals_category_title()} lead={m.deals_category_lead()} id="category">
      {newest && <Category decided={newest} />}
      {earlier.length > 0 && (
        <details className="my-3">
          <summary>{m.deals_category_history()}</summary>
          {earlier.map((each) => (
            <Category key={each.id} decided={each} />
          ))}
        </details>
      )}
      {mayEdit &&
        (newest ? (
          <Dialog trigger={m.deals_category_decide()} title={m.deals_category_decide()} isRefused={failure !== undefined}>
            <CategoryForm failure={failure} newest={newest} />
          </Dialog>
        ) : (
          <CategoryForm failure={failure} newest={newest} />
        ))}
    </Section>
  );
}

function Category({ decided }: { decided: Decided }) {
  const { category, by, at, reasons } = decided;
  return (
    <div className="my-3">
      <p className="mb-1">
        <strong>{categoryLabel(category)}</strong>
        <span className="block text-xs text-muted">
          {by} · <MomentText value={at} />
        </span>
      </p>
      <KeyValueList
        pairs={categoryThemes.flatMap((theme) => {
          const text = reasons[theme];
          return text ? [{ key: theme, label: themeLabel(theme), value: text }] : [];
        })}
      />
    </div>
  );
}

function CategoryForm({ failure, newest }: { failure: FormFailure | undefined; newest: Decided | undefined }) {
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-4">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="intent" value="categorise" />
      <RadioGroup
        {...fieldOf(failure, 'category', newest?.category)}
        label={m.deals_category()}
        options={categories.map((value) => ({ value, label: categoryLabel(value) }))}
      />
      {categoryThemes.map((theme) => (
        <FreeText
          key={theme}
          {...fieldOf(failure, `reason-${theme}`, newest?.reasons[theme])}
          optional={theme !== 'labour'}
          label={m.deals_reason_of({ theme: themeLabel(theme) })}
          rows={2}
          maxLength={2000}
        />
      ))}
      <div>
        <Button type="submit" variant="primary">
          {m.deals_category_decide()}
        </Button>
      </div>
    </Form>
  );
}
