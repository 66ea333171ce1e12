import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '~/access/require-user.server';
import { languagesOfTranslator } from '~/access/translated-strings.server';
import { correctString } from '~/questionnaires/translations/correct-string.server';
import { languagesAmong } from '~/questionnaires/translations/list-translations.server';
import { readTranslation } from '~/questionnaires/translations/read-translation.server';
import { correctionFields } from '~/questionnaires/translations/schema';
import { TranslationPage } from '~/questionnaires/translations/translation-page';
import { refusedCorrection } from '~/questionnaires/translations/labels';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

/** 404 for readers without permission to translate into the language. */
async function requireTranslator(request: Request, params: LoaderFunctionArgs['params']) {
  const { user } = await requireUser(request);
  const { instrumentKey = '', locale = '' } = params;
  if (!languagesAmong(await languagesOfTranslator(user.id)).includes(locale)) throw notFound();
  return { userId: user.id, key: instrumentKey, locale };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { key, locale } = await requireTranslator(request, params);
  const found = await readTranslation({ key, locale, filters: new URL(request.url).searchParams });
  if (!found) throw notFound();
  return found;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const translator = await requireTranslator(request, params);
  const form = await readForm(request);
  const read = parseForm(form, correctionFields);
  const place = givenText(form, 'place');
  if (!read.ok) return data({ place, failure: read, seen: null }, { status: 422 });
  const corrected = await correctString(translator, read.value);
  if (corrected.kind === 'unknown') throw notFound();
  if (corrected.kind === 'saved' || corrected.kind === 'unchanged') {
    const text = corrected.kind === 'saved' ? m.translations_saved() : m.translations_unchanged();
    const { pathname, search } = new URL(request.url);
    return redirectWithFlash(`${pathname}${search}#${encodeURIComponent(place)}`, { tone: 'success', text });
  }
  const failure = formFailure(form, { text: [refusedCorrection(corrected)] });
  const isChanged = corrected.kind === 'changed';
  return data({ place, failure, seen: isChanged ? corrected.revision : null }, { status: isChanged ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? ''} · ${m.translations_title()} · Manumit` },
];

export default function Translation() {
  return <TranslationPage translation={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
