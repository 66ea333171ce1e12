import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { formFailure } from '~/platform/forms/parse-form';
import { AuditTeam } from './audit-team';

const ana = {
  userId: 'a',
  name: 'Ana',
  part: 'lead',
  explanation: '',
  languages: ['ne', 'Nepali, a little'],
  declaration: null,
  interest: '',
};
const recorders = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Ben' },
];

async function render(address: string, sent?: FormData): Promise<string> {
  const team = (
    <AuditTeam
      {...{ team: [ana], recorders, own: null, mayPlan: true, declareFailure: undefined }}
      failure={sent && formFailure(sent, { languages: ['no such language'] })}
    />
  );
  const handler = createStaticHandler([{ path: '/', element: team }]);
  const context = await handler.query(new Request(`http://localhost/${address}`));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
}
const chosen = (html: string) => [...html.matchAll(/<option value="([^"]*)" selected="">/g)].map(([, value]) => value);

test('languages are shown by their names in the reader’s language, and earlier free text is unchanged', async () => {
  overwriteGetLocale(() => 'fr');
  const html = await render('');
  overwriteGetLocale(() => 'en');
  expect(html).toContain('népalais et Nepali, a little');
  // A user on the team cannot be added again, which would remove his languages.
  expect(html).not.toContain('<option value="a">');
  expect(html).toContain('<option value="b"');
});

test('the form of a team member shows all saved values, selected or typed, and the rejected ones', async () => {
  expect(chosen(await render('?member=a'))).toEqual(['lead', 'ne', 'Nepali, a little']);
  const sent = new FormData();
  for (const [name, value] of [
    ['intent', 'put-on-team'],
    ['member', 'a'],
    ['part', 'observer'],
    ['languages', 'bn'],
    ['languages', ''],
  ] as const)
    sent.append(name, value);
  const html = await render('', sent);
  expect(chosen(html)).toEqual(['observer', 'bn']);
  expect(html).toContain('no such language');
});
