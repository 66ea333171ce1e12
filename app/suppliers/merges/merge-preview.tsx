import { SideBySide, sideRows } from '~/suppliers/duplicates/pair-parts';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import type { MergePreview } from './preview-merge.server';
import { StandingTable } from './standing-table';

/** What a merge would do, with the choices that change it: shown again by GET, done by POST. */
export function MergePreviewForm({
  preview,
  base,
  sectors,
}: {
  preview: MergePreview;
  base: string;
  sectors: Readonly<Record<string, string>>;
}) {
  const { kept, other, fields, sites, follows, before, after } = preview;
  const text = (field: string, value: unknown) => factText(field, value, sectors) ?? <Unknown />;
  return (
    <Form method="get" className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <input type="hidden" name="with" value={other.publicId} />
      <SideBySide
        caption={m.match_pair_caption({ a: kept.name, b: other.name })}
        heads={[m.match_merge_kept(), m.match_merge_other()]}
        rows={sideRows(kept, other, base)}
      />
      <Section title={m.match_merge_values()} lead={m.match_merge_values_lead()}>
        {fields.length === 0 ? (
          <p className="text-muted">{m.match_merge_values_none()}</p>
        ) : (
          <div className="grid gap-4">
            {fields.map(({ field, kept: mine, other: theirs, takes }) => (
              <fieldset key={field} className="grid gap-1 border-b border-line pb-3">
                <legend className="font-semibold">{factName(field)}</legend>
                <Choice field={field} value="kept" isChosen={!takes} label={m.match_merge_kept()} text={text(field, mine)} />
                <Choice field={field} value="other" isChosen={takes} label={m.match_merge_other()} text={text(field, theirs)} />
              </fieldset>
            ))}
          </div>
        )}
      </Section>
      {sites.length > 0 && (
        <Section title={m.match_merge_sites()}>
          <ul className="grid gap-2">
            {sites.map(({ publicId, name, sameAs, isApart }) => (
              <li key={publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span>{sameAs && !isApart ? m.match_merge_site_same({ name, other: sameAs }) : m.match_merge_site_moves({ name })}</span>
                {sameAs && (
                  <label className="flex min-h-7 items-center gap-2">
                    <input type="checkbox" name="apart" value={publicId} defaultChecked={isApart} className="size-4" />
                    {m.match_merge_site_apart()}
                  </label>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={m.match_merge_follows()}>
        <KeyValueList
          columns={2}
          pairs={[
            { key: 'links', label: m.match_merge_moved_links(), value: formatNumber(follows.links) },
            { key: 'doubled', label: m.match_merge_doubled(), value: formatNumber(follows.doubledLinks) },
            { key: 'responses', label: m.match_merge_assessments(), value: formatNumber(follows.responses) },
            { key: 'findings', label: m.match_merge_findings(), value: formatNumber(follows.findings) },
          ]}
        />
        <StandingTable before={before} after={after} />
      </Section>
      <div className="flex flex-wrap gap-2">
        <Button formMethod="post" variant="primary">
          {m.match_merge_do()}
        </Button>
        <Button>{m.match_merge_again()}</Button>
      </div>
    </Form>
  );
}

function Choice({
  field,
  value,
  isChosen,
  label,
  text,
}: {
  field: string;
  value: 'kept' | 'other';
  isChosen: boolean;
  label: string;
  text: React.ReactNode;
}) {
  return (
    <label className="flex min-h-7 items-start gap-2">
      <input type="radio" name={`win.${field}`} value={value} defaultChecked={isChosen} className="mt-0.5 size-4" />
      <span>
        <span className="text-muted">{m.shell_label({ label })}</span> {text}
      </span>
    </label>
  );
}
