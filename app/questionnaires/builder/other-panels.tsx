import { Link } from '@remix-run/react';
import { audiences, instrumentKinds, type Relation, relations, type ScaleType } from '#scoring';
import { audienceLabel, kindLabel } from '~/questionnaires/responses/instrument-kinds';
import type { OwnPair } from '~/questionnaires/templates/own-version';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { type Option, Select } from '~/ui/select';
import { AutosaveForm } from './autosave-form';
import type { DraftContent, DraftSection } from './draft';
import { WhereFields } from './where-fields';
import { relationLabel, typeLabel } from './labels';

/** What the questionnaire is and who answers it. */
export function InstrumentPanel({ content }: { content: DraftContent }) {
  const textOf = (text: string) => (text === '—' ? '' : text);
  return (
    <AutosaveForm intent="save-instrument">
      <Field type="text" name="title" label={m.builder_field_title()} defaultValue={content.title.en} maxLength={200} />
      <TextArea name="summary" label={m.builder_field_summary()} optional defaultValue={content.summary?.en ?? ''} rows={3} />
      <Select
        name="kind"
        label={m.builder_field_kind()}
        defaultValue={content.kind ?? 'self-assessment'}
        options={instrumentKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.builder_field_audience()}</legend>
        {audiences.map((audience) => (
          <Checkbox
            key={audience}
            id={`audience-${audience}`}
            name="audience"
            value={audience}
            label={audienceLabel(audience)}
            defaultChecked={content.audience.includes(audience)}
          />
        ))}
      </fieldset>
      <Field type="text" name="owner" label={m.builder_field_owner()} optional defaultValue={textOf(content.owner)} />
      <Field type="text" name="licence" label={m.builder_field_licence()} optional defaultValue={textOf(content.licence)} />
      <Field type="text" name="source" label={m.builder_field_source()} optional defaultValue={textOf(content.source)} />
    </AutosaveForm>
  );
}

export function SectionPanel({ section, sectors }: { section: DraftSection; sectors: readonly Option[] }) {
  return (
    <AutosaveForm intent="save-section" hidden={{ section: section.key }}>
      <Field type="text" name="title" label={m.builder_field_section_title()} defaultValue={section.title.en} />
      <TextArea
        name="summary"
        label={m.builder_field_section_summary()}
        hint={m.builder_field_section_summary_hint()}
        defaultValue={section.summary.en}
        rows={3}
      />
      <WhereFields appliesTo={section.appliesTo} sectors={sectors} />
    </AutosaveForm>
  );
}

/** Deletes a section with its questions, or one question; it can be undone. */
export function RemoveItem({ item, label }: { item: string; label: string }) {
  return (
    <Form method="post" preventScrollReset className="mt-6 border-t border-line pt-4">
      <input type="hidden" name="item" value={item} />
      <Button name="intent" value="remove" variant="danger" icon="trash">
        {label}
      </Button>
      <span className="ms-3 text-muted">{m.builder_can_undo()}</span>
    </Form>
  );
}

type Target = { key: string; text: string };

/** How a question relates to released ones, and what follows. */
export function CrosswalkPanel({ question, pairs, targets }: { question: string; pairs: readonly OwnPair[]; targets: readonly Target[] }) {
  const texts = new Map(targets.map(({ key, text }) => [key, text]));
  return (
    <section aria-labelledby="crosswalk-title" className="mt-8 grid gap-3 border-t border-line pt-4">
      <h3 id="crosswalk-title">{m.builder_crosswalk()}</h3>
      <p className="max-w-prose text-muted">{m.builder_crosswalk_lead()}</p>
      {pairs.length > 0 && (
        <ul className="grid gap-2">
          {pairs.map(({ relation, instrument, target }) => (
            <li key={`${instrument} ${target}`} className="flex flex-wrap items-start justify-between gap-2">
              <span className="min-w-0">
                {relationLabel(relation, target)} <span className="block text-muted">{texts.get(target) ?? instrument}</span>
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="question" value={question} />
                <input type="hidden" name="instrument" value={instrument} />
                <input type="hidden" name="target" value={target} />
                <Button size="sm" name="intent" value="remove-pair">
                  {m.builder_pair_remove({ target })}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" preventScrollReset className="grid gap-3 sm:grid-cols-[auto_1fr_auto] sm:items-end">
        <input type="hidden" name="question" value={question} />
        <Select
          name="relation"
          label={m.builder_field_relation()}
          options={relations.map((relation: Relation) => ({ value: relation, label: shortRelation[relation]() }))}
        />
        <Field name="target" label={m.builder_field_target()} list="released-questions" autoComplete="off" required />
        <Button name="intent" value="add-pair">
          {m.builder_pair_add()}
        </Button>
      </Form>
      <datalist id="released-questions">
        {targets.map(({ key, text }) => (
          <option key={key} value={key} label={text} />
        ))}
      </datalist>
    </section>
  );
}

const shortRelation = {
  equal: m.builder_short_equal,
  broader: m.builder_short_broader,
  narrower: m.builder_short_narrower,
  related: m.builder_short_related,
};

/** The labels of each scale in use. */
export function ScalesPanel({ content }: { content: DraftContent }) {
  const used = Object.entries(content.scales) as [ScaleType, NonNullable<DraftContent['scales'][ScaleType]>][];
  if (used.length === 0) return <p className="text-muted">{m.builder_scales_none()}</p>;
  return (
    <div className="grid gap-8">
      {used.map(([type, choices]) => (
        <section key={type} aria-labelledby={`scale-${type}`} className="grid gap-3">
          <h3 id={`scale-${type}`}>{typeLabel(type)}</h3>
          <AutosaveForm intent="save-scale" hidden={{ scale: type }}>
            {choices.map(({ value, text }) => (
              <Field
                key={String(value)}
                id={`scale-${type}-${value}`}
                type="text"
                name={`word:${value}`}
                label={m.builder_scale_value({ value: String(value) })}
                defaultValue={text.en}
              />
            ))}
          </AutosaveForm>
        </section>
      ))}
    </div>
  );
}

/** Which part of the draft is shown: links, so that each has an address. */
export function BuilderTabs({ view }: { view: string }) {
  const tabs = [
    ['questions', m.builder_tab_questions()],
    ['about', m.builder_tab_about()],
    ['scales', m.builder_tab_scales()],
    ['languages', m.builder_tab_languages()],
    ['preview', m.builder_tab_preview()],
  ] as const;
  return (
    <nav aria-label={m.builder_tabs()} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(([key, label]) => (
          <li key={key}>
            <Link
              to={key === 'questions' ? '?' : `?view=${key}`}
              preventScrollReset
              aria-current={view === key ? 'page' : undefined}
              className={`-mb-px flex min-h-9 items-center border-b-2 px-3 whitespace-nowrap no-underline -outline-offset-2 ${view === key ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink'}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
