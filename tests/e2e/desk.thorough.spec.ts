import { answerAll, ask, begin, noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { expect, listenFor, newAccount, type Page, scripted, test } from './journey';
import { evaluateNow } from './read-now';

/** The score shown on its page, after the figure of the answer review. */
const scoreMoved = (page: Page) => page.getByText(/^Score changed from [\d.]+ to [\d.]+ \([-−]?[\d.]+\)\.$/).first();
const row = (page: Page, key: string) => page.locator(`li[id="${key}"]`);

test('A reviewer checks answers by keyboard, questions one, reads the new answer beside the old, corrects a grade, and a second user signs off', async ({
  memberPage: owner,
  page: guest,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(300_000);
  const { link, request, name } = await ask(owner, organization);
  const respondent = await onPhone(browser, baseURL, troubles);
  await begin(respondent.page, link);
  await respondent.page.getByRole('link', { name: /^(Continue|Start) answering$/ }).click();
  await answerAll(respondent.page);
  await respondent.page.getByRole('button', { name: `Send to ${organization.name}` }).click();
  await expect(respondent.page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();

  await owner.goto(`${organization.path}/settings/organization`);
  await owner.getByLabel('Require sign-off by a second person').check();
  await owner.getByRole('button', { name: 'Save sign-off setting' }).click();
  await expect(owner.getByText('Sign-off setting saved.')).toBeVisible();
  await noViolations(owner);

  const response = request.replace('/requests/', '/responses/');
  await owner.goto(response);
  await owner.getByRole('link', { name: 'Review and sign off' }).click();
  await owner.waitForURL(/\/review/);
  await scripted(owner);
  await noViolations(owner);
  const keys = await evaluateNow(owner.locator('#answers li[data-answer]'), (rows) => rows.map(({ id }) => id));
  // The second asks for a share.
  const [first = '', second = '', third = ''] = keys;

  await test.step('works by keyboard: next, previous, accept, question; letters in a field are text', async () => {
    await owner.keyboard.press('j');
    await expect(row(owner, first)).toBeFocused();
    await owner.keyboard.press('j');
    await owner.keyboard.press('k');
    await expect(row(owner, first)).toBeFocused();
    await owner.keyboard.press('a');
    await expect(row(owner, first).getByText(/^Accepted by /)).toBeVisible();
    await expect(owner.getByText(`1 of ${keys.length} reviewed`)).toBeVisible();
    await owner.keyboard.press('j');
    await expect(row(owner, second)).toBeFocused();
    await owner.keyboard.press('q');
    const comment = row(owner, second).getByLabel('Question for the supplier');
    await expect(comment).toBeFocused();
    await owner.keyboard.type('ajk? Since when?');
    await expect(comment).toHaveValue('ajk? Since when?');
    await owner.keyboard.press('Escape');
    await expect(row(owner, second)).toBeFocused();
    await row(owner, second).getByRole('button', { name: 'Save query' }).click();
    await expect(row(owner, second).getByText(/Queried by .*ajk\? Since when\?/)).toBeVisible();
    await owner.locator('main').focus();
    await owner.keyboard.press('?');
    const help = owner.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help).toBeVisible();
    await noViolations(owner);
    await help.getByRole('button', { name: 'Turn off shortcuts' }).click();
    await help.getByRole('button', { name: 'Close' }).click();
    await owner.keyboard.press('?');
    await expect(help).toBeHidden();
  });

  await test.step('a corrected grade shows its effect on the score', async () => {
    const graded = row(owner, third);
    await graded.getByText('Correct evidence grade').click();
    await graded.getByLabel('Evidence grade').selectOption('none');
    await graded.getByLabel('Reason').fill('The papers are of another site');
    await graded.getByRole('button', { name: 'Correct and rescore' }).click();
    await expect(scoreMoved(owner)).toBeVisible();
    await expect(row(owner, third).getByText(/The papers are of another site/)).toBeVisible();
  });

  await test.step('the question is sent with a fresh link, read and answered, and the earlier version is kept', async () => {
    await owner.getByRole('button', { name: 'Send 1 back with comments' }).click();
    await expect(owner.getByText('Sent back: 1.')).toBeVisible();
    const fresh = await owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
    const phone = await onPhone(browser, baseURL, troubles);
    await begin(phone.page, fresh);
    const section = second.split('.')[0] ?? '';
    await phone.page.goto(`${new URL(phone.page.url()).pathname}/sections/${section}`);
    await expect(phone.page.getByText('ajk? Since when?')).toBeVisible();
    await noViolations(phone.page);
    await phone.page.locator(`input[name="${second}:percent"]`).fill('37');
    await phone.page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(phone.page).not.toHaveURL(new RegExp(`/sections/${section}$`));
    await phone.page.goto(`${new URL(phone.page.url()).pathname.split('/').slice(0, 4).join('/')}/review`);
    await phone.page.getByRole('button', { name: `Send to ${organization.name}` }).click();
    await expect(phone.page.getByText(`Your answers were sent to ${organization.name}`)).toBeVisible();
    await phone.context.close();

    await owner.goto(`${response}/review?show=resent`);
    await expect(owner.locator('#answers li[data-answer]')).toHaveCount(1);
    await expect(row(owner, second).getByText(/^Answer in the version of .*: /)).toBeVisible();
    await expect(row(owner, second).getByText(/Queried by/)).toHaveCount(0);
    await noViolations(owner);
    await owner.getByRole('link', { name: /^Submitted .*, replaced / }).click();
    // The response has a link of the same name: the second click is for that page.
    await owner.waitForURL(/\/responses\/[^/]+(#.*)?$/);
    await owner.getByRole('link', { name: /^Submitted .*, replaced / }).click();
    await owner.waitForURL(/\/versions\//);
    await expect(owner.getByText(/^These answers were replaced on /)).toBeVisible();
    await noViolations(owner);
    await owner.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(owner), 'at 360 px').toBe('fits');
    await owner.goto(`${response}/review`);
    expect(await overflow(owner), 'at 360 px').toBe('fits');
    await owner.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('the reviewer cannot sign off; a second member does, with a note on answers without review', async () => {
    await expect(owner.getByText('A second person must sign off')).toBeVisible();
    await expect(owner.getByRole('button', { name: 'Sign off' })).toHaveCount(0);
    const person = newAccount('Rhea Reviewer');
    await owner.goto(`${organization.path}/settings/members`);
    await owner.getByLabel('Email address').fill(person.email);
    await owner.locator('#invite').getByLabel('Role').selectOption('reviewer');
    await owner.getByRole('button', { name: 'Create invitation' }).click();
    const invitation = await owner.getByRole('textbox', { name: `Invitation link for ${person.email}` }).inputValue();
    listenFor(guest, troubles);
    await guest.goto(invitation);
    await guest.getByLabel('Your name').fill(person.name);
    await guest.getByLabel('Password').fill(person.password);
    await guest.getByRole('button', { name: 'Create account and join' }).click();
    await guest.waitForURL(organization.path);
    await guest.goto(`${response}/review#sign-off`);
    const sign = guest.getByRole('button', { name: 'Sign off' });
    await sign.click();
    await expect(guest.getByText('Some answers are not reviewed.')).toBeVisible();
    await guest.getByLabel(/^Sign off with \d+ answers not reviewed$/).check();
    await sign.click();
    await expect(guest.getByText(/^Signed off by .*\d+ answers were not reviewed\.$/)).toBeVisible();
    await noViolations(guest);
    await owner.goto(response);
    await expect(owner.getByText('Signed off').first()).toBeVisible();
  });
  await respondent.context.close();
});
