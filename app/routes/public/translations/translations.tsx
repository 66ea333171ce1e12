import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '~/access/require-user.server';
import { languagesOfTranslator } from '~/access/translated-strings.server';
import { languagesAmong, listTranslations } from '~/questionnaires/translations/list-translations.server';
import { TranslationList } from '~/questionnaires/translations/translation-list';
import { m } from '~/paraglide/messages';

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const languages = languagesAmong(await languagesOfTranslator(user.id));
  return { rows: listTranslations(languages) };
}

export const meta: MetaFunction = () => [{ title: `${m.translations_title()} · Manumit` }];

export default function Translations() {
  return <TranslationList rows={useLoaderData<typeof loader>().rows} />;
}
