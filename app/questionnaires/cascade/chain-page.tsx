import type { SerializeFrom } from '@remix-run/node';
import { countryOptions } from '~/suppliers/facts/country-options';
import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { locales } from '~/paraglide/runtime';
import { Button, LinkButton } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatCountry, formatDate, formatList } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { type HandedLink, HandedLinkNotice } from './handed-link';
import type { ChainPageRead } from './read-chain-page.server';
import { chainStatements, namedKinds } from './states';
import { namedKindLabel, passedStatusLabel, statementLabel } from './labels';

type Shown = SerializeFrom<ChainPageRead> & {
  asker: string;
  base: string;
  mails: boolean;
  mayName: boolean;
  failure: FormFailure | undefined;
  link: HandedLink | null;
};

/** A supplier's own chain: what it says of it as a whole, whom it names, and how far those are to whom it passed the questions on. */
export function ChainPage({ asker, behind, base, mails, statement, note, named, passed, mayName, failure, link }: Shown) {
  const problems = Object.values(failure?.errors ?? {}).flat();
  const current = named.filter(({ takenBackAt }) => takenBackAt === null);
  const takenBack = named.filter(({ takenBackAt }) => takenBackAt !== null);
  return (
    <div className="grid gap-6 text-base">
      <header className="grid gap-2">
        <h1>{m.cascade_title()}</h1>
        <p>{m.cascade_lead({ readers: formatList([asker, ...behind]) })}</p>
      </header>
      {link && <HandedLinkNotice link={link} />}
      {problems.length > 0 && (
        <Notice tone="danger">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {current.length > 0 && (
        <section aria-labelledby="named" className="grid gap-2">
          <h2 id="named">{m.cascade_named()}</h2>
          <ul className="grid">
            {current.map((party) => (
              <NamedRow key={party.id} party={party} readers={[asker, ...behind]} />
            ))}
          </ul>
        </section>
      )}
      {takenBack.length > 0 && (
        <section aria-labelledby="taken-back" className="grid gap-2">
          <h2 id="taken-back">{m.cascade_taken_back()}</h2>
          <ul className="grid">
            {takenBack.map((party) => (
              <TakenBackRow key={party.id} party={party} />
            ))}
          </ul>
        </section>
      )}
      {mayName && (
        <>
          <NameForm asker={asker} mails={mails} passed={passed} failure={failure?.values.intent?.[0] === 'name' ? failure : undefined} />
          <Form method="post" className="grid gap-3 border-t border-line pt-4">
            <RadioGroup
              name="statement"
              label={m.cascade_statement()}
              options={chainStatements.map((value) => ({ value, label: statementLabel(value) }))}
              defaultValue={statement ?? undefined}
            />
            <TextArea
              name="note"
              optional
              label={m.cascade_note()}
              hint={m.cascade_note_hint({ asker })}
              rows={2}
              maxLength={1000}
              defaultValue={note}
            />
            <div>
              <Button type="submit" name="intent" value="state" size="lg">
                {m.cascade_statement_keep()}
              </Button>
            </div>
          </Form>
        </>
      )}
      <p>
        <LinkButton to={base} size="lg">
          {m.respondent_all_sections()}
        </LinkButton>
      </p>
    </div>
  );
}

function NamedRow({ party, readers }: { party: Shown['named'][number]; readers: string[] }) {
  const { id, name, kind, country, work, status, refusalReason } = party;
  const isWaiting = status !== null && ['invited', 'opened', 'started', 'bounced'].includes(status);
  return (
    <li className="grid gap-2 border-b border-line py-3">
      <p>
        <strong className="font-semibold">
          <bdi>{name}</bdi>
        </strong>
        <span className="block text-muted">
          {[namedKindLabel(kind), country ? formatCountry(country) : null, work].filter(Boolean).join(' · ')}
        </span>
        <span className="block">{passedStatusLabel(status)}</span>
        {refusalReason && <span className="block text-muted">{refusalReason}</span>}
      </p>
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="named" value={id} />
        {status === null && (
          <Button type="submit" name="intent" value="pass-on" size="lg">
            {m.cascade_pass_on()}
          </Button>
        )}
        {isWaiting && (
          <>
            <Button type="submit" name="intent" value="renew" size="lg">
              {m.cascade_renew()}
            </Button>
            <Button type="submit" name="intent" value="withdraw" size="lg">
              {m.cascade_withdraw()}
            </Button>
          </>
        )}
      </Form>
      <TakeBack party={party} readers={readers} />
    </li>
  );
}

/** Says what taking the name back does before it is done. Works without script. */
function TakeBack({ party: { id, name, status }, readers }: { party: Shown['named'][number]; readers: string[] }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-accent underline">{m.cascade_take_back()}</summary>
      <Form method="post" className="grid gap-3 py-2">
        <input type="hidden" name="named" value={id} />
        <p>{m.cascade_take_back_sure({ name, readers: formatList(readers) })}</p>
        {status !== null && <p>{status === 'submitted' ? m.cascade_take_back_answered({ name }) : m.cascade_take_back_asked({ name })}</p>}
        <div>
          <Button type="submit" name="intent" value="take-back" variant="danger" size="lg">
            {m.cascade_take_back_do({ name })}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** A removed name stays visible, with its date; it can be named again. */
function TakenBackRow({ party }: { party: Shown['named'][number] }) {
  const { name, kind, country, takenBackAt, status } = party;
  return (
    <li className="border-b border-line py-3">
      <s className="text-muted">
        <bdi>{name}</bdi>
      </s>
      <span className="block text-muted">
        {[namedKindLabel(kind), country ? formatCountry(country) : null].filter(Boolean).join(' · ')}
      </span>
      {takenBackAt && <span className="block">{m.cascade_taken_back_on({ date: formatDate(takenBackAt) })}</span>}
      {status === 'submitted' && <span className="block text-muted">{m.cascade_take_back_answered({ name })}</span>}
    </li>
  );
}

type NameShown = Pick<Shown, 'asker' | 'mails' | 'passed' | 'failure'>;

function NameForm({ asker, mails, passed, failure }: NameShown) {
  return (
    <Form method="post" noValidate className="grid gap-4 border-t border-line pt-4">
      <h2>{m.cascade_name_title()}</h2>
      <RadioGroup
        name="kind"
        label={m.cascade_kind()}
        options={namedKinds.map((value) => ({ value, label: namedKindLabel(value) }))}
        defaultValue={failure?.values.kind?.[0] ?? 'subcontractor'}
        error={failure?.errors.kind?.[0]}
      />
      <Field {...fieldOf(failure, 'name')} label={m.cascade_name()} required maxLength={300} autoComplete="off" />
      <Select {...fieldOf(failure, 'country')} label={m.cascade_country()} empty={m.cascade_country_unknown()} options={countryOptions()} />
      <Field {...fieldOf(failure, 'work')} optional label={m.cascade_work()} maxLength={200} autoComplete="off" />
      <Field
        {...fieldOf(failure, 'email')}
        type="email"
        optional
        autoComplete="off"
        label={m.cascade_email()}
        hint={mails ? m.cascade_email_hint() : m.cascade_email_no_mail()}
      />
      <label className="flex min-h-11 items-start gap-2">
        <input
          type="checkbox"
          name="passOn"
          defaultChecked={failure ? failure.values.passOn !== undefined : true}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>
          {m.cascade_pass_on_too()}
          <span className="block text-muted">{m.cascade_pass_on_hint({ asker })}</span>
        </span>
      </label>
      {passed.length > 1 && (
        <RadioGroup
          name="questions"
          label={m.cascade_questions()}
          options={passed.map(({ value, title }) => ({ value, label: title }))}
          defaultValue={failure?.values.questions?.[0] ?? passed[0]?.value}
        />
      )}
      <Select
        {...fieldOf(failure, 'locale')}
        label={m.cascade_language()}
        empty={m.cascade_language_of_country()}
        options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
      />
      <div>
        <Button type="submit" name="intent" value="name" variant="primary" size="lg" className="w-full sm:w-auto">
          {m.cascade_name_do()}
        </Button>
      </div>
    </Form>
  );
}
