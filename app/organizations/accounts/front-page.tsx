import { Link } from '@remix-run/react';
import { localeNames } from '~/locales/locale-names';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { PublicFrame } from '~/ui/public-frame';
import { textDirection } from '~/locales/locale';
import { OddsScale } from './odds-scale';

const startCommand = 'npm ci && npm start';

/** What the product does for whom, what proof there is, and how to try it and run it. */
export function FrontPage({ hasDemonstration, hasSample }: { hasDemonstration: boolean; hasSample: boolean }) {
  return (
    <PublicFrame wide>
      <div className="flex flex-col gap-12 py-4 lg:py-8">
        <Hero hasDemonstration={hasDemonstration} />
        <Readers />
        <Proof hasSample={hasSample} />
        <Hosting />
        <footer className="flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-line pt-4 text-muted">
          <span className="flex flex-wrap items-baseline gap-x-6 gap-y-1 [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center">
            <span>{m.accounts_front_licence()}</span>
            <Link to="/methodology">{m.accounts_front_method()}</Link>
            <Link to="/countries">{m.countries_method_link()}</Link>
            <Link to="/guides">{m.shell_guides()}</Link>
            <Link to="/glossary">{m.terms_title()}</Link>
          </span>
          <span>{m.accounts_front_estimate()}</span>
        </footer>
      </div>
    </PublicFrame>
  );
}

/** A phone gets a picture of its own width: the whole one is two and a half times the bytes. */
const pictureWidths = (theme: 'light' | 'dark') => `/pictures/home-${theme}-800.webp 800w, /pictures/home-${theme}.webp 1440w`;
const pictureSizes = '(min-width: 64rem) 58vw, calc(100vw - 2rem)';

function Hero({ hasDemonstration }: { hasDemonstration: boolean }) {
  const promises = [m.accounts_front_open_source(), m.accounts_front_public_method(), m.accounts_front_no_names()];
  return (
    <div className="grid items-center gap-10 lg:grid-cols-[5fr_7fr]">
      <div className="flex flex-col gap-6">
        <h1 className="text-3xl leading-tight lg:text-[2.5rem] lg:leading-[3rem]">{m.accounts_front_title()}</h1>
        <p className="text-base">{m.accounts_front_lead()}</p>
        <p className="flex flex-wrap gap-3">
          {hasDemonstration ? (
            <LinkButton to="/demonstration" variant="primary" size="lg">
              {m.accounts_front_open_demonstration()}
            </LinkButton>
          ) : null}
          <LinkButton to="/sign-up" variant={hasDemonstration ? 'secondary' : 'primary'} size="lg">
            {m.accounts_sign_up()}
          </LinkButton>
          <LinkButton to="/sign-in" variant="quiet" size="lg">
            {m.accounts_sign_in()}
          </LinkButton>
        </p>
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {promises.map((promise) => (
            <li key={promise} className="flex items-baseline gap-2 text-muted">
              <Icon name="check" className="relative top-0.5 shrink-0 text-accent" />
              {promise}
            </li>
          ))}
        </ul>
      </div>
      <picture>
        <source srcSet={pictureWidths('dark')} sizes={pictureSizes} media="(prefers-color-scheme: dark)" />
        <img
          src="/pictures/home-light.webp"
          srcSet={pictureWidths('light')}
          sizes={pictureSizes}
          width={1440}
          height={900}
          alt={m.accounts_front_picture()}
          className="h-auto w-full rounded border border-line"
        />
      </picture>
    </div>
  );
}

function Readers() {
  const readers = [
    {
      title: m.accounts_front_companies(),
      text: m.accounts_front_companies_text(),
      examples: [m.accounts_front_companies_1(), m.accounts_front_companies_2(), m.accounts_front_companies_3()],
    },
    {
      title: m.accounts_front_auditors(),
      text: m.accounts_front_auditors_text(),
      examples: [m.accounts_front_auditors_1(), m.accounts_front_auditors_2(), m.accounts_front_auditors_3()],
    },
    {
      title: m.accounts_front_lenders(),
      text: m.accounts_front_lenders_text(),
      examples: [m.accounts_front_lenders_1(), m.accounts_front_lenders_2(), m.accounts_front_lenders_3()],
    },
  ];
  return (
    <div className="grid gap-x-10 gap-y-8 border-t border-line pt-8 md:grid-cols-3">
      {readers.map(({ title, text, examples }) => (
        <section key={title} className="grid content-start gap-2 md:row-span-3 md:grid-rows-subgrid">
          <h2>{title}</h2>
          <p className="text-muted">{text}</p>
          <ul className="m-0 list-none p-0">
            {examples.map((example) => (
              <li key={example} className="border-t border-line py-2 last:border-b">
                {example}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Proof({ hasSample }: { hasSample: boolean }) {
  return (
    <div className="grid gap-x-12 gap-y-8 border-y border-line bg-sunken px-6 py-8 md:grid-cols-2">
      <section className="flex flex-col gap-2">
        <h2>{m.accounts_front_reports()}</h2>
        <p>{m.accounts_front_reports_text()}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center">
          {hasSample ? (
            <a href="/sample-report.pdf" download>
              {m.accounts_front_sample()}
            </a>
          ) : null}
          <Link to="/verify">{m.accounts_front_verify()}</Link>
        </p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>{m.accounts_front_odds()}</h2>
        <p>{m.accounts_front_odds_text()}</p>
        <OddsScale />
        <p>
          <Link to="/methodology">{m.accounts_front_method()}</Link>
        </p>
      </section>
    </div>
  );
}

function Hosting() {
  const languages = Object.entries(localeNames);
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      <section className="flex flex-col gap-2">
        <h2>{m.accounts_front_host()}</h2>
        <p>{m.accounts_front_host_text()}</p>
        <pre className="rounded border border-line bg-surface px-4 py-3">
          <code>{startCommand}</code>
        </pre>
      </section>
      <section className="flex flex-col gap-2">
        <h2>{m.accounts_front_languages({ count: languages.length })}</h2>
        <p>{m.accounts_front_languages_text()}</p>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {languages.map(([locale, name]) => (
            <span
              key={locale}
              lang={locale}
              dir={textDirection(locale)}
              className={textDirection(locale) === 'rtl' ? 'font-system' : undefined}
            >
              {name}
            </span>
          ))}
        </p>
      </section>
    </div>
  );
}
