import { SideBySide } from '~/suppliers/duplicates/pair-parts';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import type { SourceBrief } from '~/suppliers/facts/read-sources.server';
import { sourceWords } from '~/suppliers/facts/source-note';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { SplitPreview } from './preview-split.server';
import { SplitPartFields, type SplitPartsShown } from './split-part-fields';
import { Tick } from './tick';
import { StandingTable } from './standing-table';

type Site = { publicId: string; name: string; city: string | null };
type Source = Omit<SourceBrief, 'createdAt'> & { createdAt: Date | string };

/** What goes into a supplier of its own, and, once something is chosen, what would come of it. Shown again by GET, done by POST. */
export function SplitForm({
  sites,
  sources,
  parts,
  chosen,
  preview,
  isAsked,
  sectors,
  failure,
}: {
  sites: readonly Site[];
  sources: readonly Source[];
  parts: SplitPartsShown;
  chosen: {
    name: string;
    sites: readonly string[];
    sources: readonly string[];
    responses: readonly string[];
    findings: readonly string[];
  };
  preview: SplitPreview | null;
  isAsked: boolean;
  sectors: Readonly<Record<string, string>>;
  failure: FormFailure | null | undefined;
}) {
  const isChosen = (name: string, value: string, saved: readonly string[]) =>
    (failure ? (failure.values[name] ?? []) : saved).includes(value);
  const text = (field: string, value: unknown) => factText(field, value, sectors) ?? <Unknown />;
  return (
    <Form method="get" noValidate className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <ErrorSummary errors={failure?.errors} />
      {isAsked && !preview && !failure && <Notice tone="warning">{m.match_split_nothing()}</Notice>}
      <Field label={m.match_split_name()} className="max-w-xl" required maxLength={500} {...fieldOf(failure, 'name', chosen.name)} />
      <fieldset className="grid gap-1">
        <legend className="mb-2 text-lg font-semibold">{m.match_split_sites()}</legend>
        {sites.length === 0 && <p className="text-muted">{m.match_split_no_sites()}</p>}
        {sites.map(({ publicId, name, city }) => (
          <Tick key={publicId} name="site" value={publicId} isChosen={isChosen('site', publicId, chosen.sites)}>
            {name}
            {city && <span className="text-muted"> {city}</span>}
          </Tick>
        ))}
      </fieldset>
      <fieldset className="grid gap-1">
        <legend className="mb-2 text-lg font-semibold">{m.match_split_sources()}</legend>
        {sources.map((source) => (
          <Tick key={source.id} name="source" value={source.id} isChosen={isChosen('source', source.id, chosen.sources)}>
            {sourceWords({ ...source, createdAt: new Date(source.createdAt) })}
            <span className="text-muted"> {formatDate(source.createdAt)}</span>
            {source.note && <q className="ms-2">{source.note}</q>}
          </Tick>
        ))}
      </fieldset>
      <SplitPartFields
        parts={parts}
        isChosen={(name, id) => isChosen(name, id, name === 'response' ? chosen.responses : chosen.findings)}
      />
      {preview && (
        <Section title={m.match_split_preview()}>
          <SideBySide
            caption={m.match_split_preview()}
            heads={[m.match_split_this(), m.match_split_new()]}
            rows={preview.fields.map(({ field, stays, goes }) => ({
              key: field,
              label: factName(field),
              a: text(field, stays),
              b: text(field, goes),
            }))}
          />
          {parts.responses.length + parts.findings.length > 0 && (
            <p className="mt-3">
              {m.list_changes_split_parts({
                stayResponses: formatNumber(preview.parts.stays.responses),
                stayFindings: formatNumber(preview.parts.stays.findings),
                goResponses: formatNumber(preview.parts.goes.responses),
                goFindings: formatNumber(preview.parts.goes.findings),
              })}
            </p>
          )}
          <StandingTable before={preview.before} after={preview.after} />
          <StandingTable before={preview.after} after={preview.made} heads={[m.match_split_this(), m.match_split_new()]} />
        </Section>
      )}
      <div className="flex flex-wrap gap-2">
        {preview && (
          <Button formMethod="post" variant="primary">
            {m.match_split_do()}
          </Button>
        )}
        <Button variant={preview ? 'secondary' : 'primary'}>{m.match_merge_show()}</Button>
      </div>
    </Form>
  );
}
