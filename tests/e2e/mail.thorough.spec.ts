import { openMailbox } from '../setup/mailbox';
import { noViolations, onPhone } from './answering';
import { overflow } from './inspect';
import { addSupplier, expect, newAccount, uniqueName, signUp, test } from './journey';
import { startServer } from './own-server';

test('A51: a link used twice says so and mails a new one to the known address, as does a sign-in link; neither reveals who has an account', async ({
  browser,
  troubles,
}) => {
  test.setTimeout(420_000);
  const mailbox = await openMailbox();
  const server = await startServer({ SMTP_URL: process.env.SMTP_URL ?? '' });
  try {
    /** The newest email to an address after the first `after` of all emails. */
    const emailTo = async (address: string, after: number): Promise<string> => {
      const found = () => mailbox.emails.slice(after).findLast(({ to }) => to.includes(address));
      await expect.poll(() => found() !== undefined).toBe(true);
      return found()?.text ?? '';
    };
    const answerLink = (text: string) => `${server.address}/r/${/\/r\/([\w-]+)/.exec(text)?.[1] ?? ''}`;
    const signInLink = (text: string) => `${server.address}/sign-in/link/${/\/sign-in\/link\/([\w-]{43})/.exec(text)?.[1] ?? ''}`;

    const owner = await (await browser.newContext({ baseURL: server.address })).newPage();
    const account = newAccount();
    const organization = await signUp(owner, account, { kind: 'Company that buys from suppliers', name: uniqueName('Buyer') });
    const mill = uniqueName('Mill');
    const supplierPage = await addSupplier(owner, organization, { name: mill, country: 'VN' });
    await owner.goto(`${supplierPage}/responses`);
    await owner.getByRole('link', { name: 'Send questionnaire to supplier' }).click();
    await owner.getByLabel('Email address').fill('mill@supplier.example');
    await owner.getByRole('button', { name: 'Create request' }).click();
    const first = answerLink(await emailTo('mill@supplier.example', 0));

    const one = await onPhone(browser, server.address, troubles);
    await one.page.goto(first);
    await one.page.getByRole('button', { name: 'Start on this device' }).click();
    await one.page.waitForURL(/\/guest\/questionnaire\//);

    const other = await onPhone(browser, server.address, troubles);
    expect((await other.page.goto(first))?.status()).toBe(410);
    await expect(other.page.getByText('This link has already been used')).toBeVisible();
    await noViolations(other.page);
    expect(await overflow(other.page), 'at 360 px').toBe('fits');
    const before = mailbox.emails.length;
    await other.page.getByRole('button', { name: 'Email new link' }).click();
    await expect(other.page.getByText('you will get a new link by email')).toBeVisible();
    await expect(other.page.locator('body')).not.toContainText('mill@supplier.example');
    await noViolations(other.page);
    await other.page.goto(answerLink(await emailTo('mill@supplier.example', before)));
    await other.page.getByRole('button', { name: 'Start on this device' }).click();
    await other.page.waitForURL(/\/guest\/questionnaire\//);

    const member = await (await browser.newContext({ baseURL: server.address })).newPage();
    const askFor = async (email: string): Promise<string> => {
      await member.goto('/sign-in/link');
      await member.getByLabel('Email address').fill(email);
      await member.getByRole('button', { name: 'Send link' }).click();
      await expect(member.getByText('If an account uses this address')).toBeVisible();
      return member.locator('main').innerText();
    };
    const unknown = await askFor('nobody@journey.example');
    const asked = mailbox.emails.length;
    expect(await askFor(account.email)).toBe(unknown);
    const link = signInLink(await emailTo(account.email, asked));
    await member.goto(link);
    await member.getByRole('button', { name: 'Sign in', exact: true }).click();
    await member.waitForURL(/\/o\//);

    await other.page.goto(link);
    await expect(other.page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible();
    await noViolations(other.page);
    const used = mailbox.emails.length;
    await other.page.getByRole('button', { name: 'Send new link' }).click();
    await expect(other.page.getByText('If an account uses this address')).toBeVisible();
    await other.page.goto(signInLink(await emailTo(account.email, used)));
    await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.page.waitForURL(/\/o\//);
    expect(mailbox.emails.flatMap(({ to }) => to)).not.toContain('nobody@journey.example');
    for (const page of [owner, one.page, other.page, member]) await page.context().close();
  } finally {
    await server.stop();
    await mailbox.close();
  }
});
