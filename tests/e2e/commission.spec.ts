import { chooseFrom } from './choose-from';
import { newViolations } from './inspect';
import { addSupplier, expect, listenFor, newAccount, signUp, test, uniqueName } from './journey';

test('a buyer commissions an audit by email, the firm receives, accepts and plans it, and the buyer follows', async ({
  memberPage: buyer,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  const name = uniqueName('Mill');
  const supplier = await addSupplier(buyer, organization, { name, country: 'VN', sector: '14', workers: '300' });
  await buyer.goto(`${organization.path}/commissions/new?supplier=${supplier.split('/').at(-1)}`);
  await buyer.getByRole('button', { name: 'Send commission' }).click();
  await expect(buyer.getByText('Enter the reason for the audit.').first()).toBeVisible();
  await buyer.getByLabel('Email of the firm').fill('audits@firm.example');
  await buyer.getByLabel('Reason for the audit').fill('First audit of a new supplier');
  await buyer.getByLabel('Earliest').fill('2027-02-01');
  await buyer.getByLabel('Latest').fill('2027-02-28');
  expect(await newViolations(buyer)).toEqual([]);
  await buyer.getByRole('button', { name: 'Send commission' }).click();
  const link = await buyer.getByLabel('Commission for audits@firm.example').inputValue();
  await buyer.getByRole('link', { name: 'Open commission' }).click();
  await expect(buyer.getByText('Sent, awaiting answer')).toBeVisible();

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const firm = await context.newPage();
  listenFor(firm, troubles);
  await signUp(firm, newAccount('Ilse Example'), { kind: 'Audit firm', name: uniqueName('Firm') });
  await firm.goto(new URL(link).pathname);
  await firm.getByRole('button', { name: 'Receive commission' }).click();
  await firm.getByRole('button', { name: `Add ${name} to your list` }).click();
  await firm.getByLabel('First day').fill('2027-02-08');
  await firm.getByLabel('Last day').fill('2027-02-09');
  await firm.getByRole('button', { name: 'Save dates' }).click();
  await chooseFrom(firm, 'Member', 'Ilse');
  await firm.getByRole('button', { name: 'Assign auditor' }).click();
  await expect(firm.getByText('No conflicts found in the recorded facts')).toBeVisible();
  expect(await newViolations(firm)).toEqual([]);
  await firm.getByRole('button', { name: 'Accept commission' }).click();
  await expect(firm.getByText('Commission accepted. The buyer is notified.')).toBeVisible();

  await firm.getByRole('link', { name: 'Plan audit' }).click();
  await expect(firm.getByLabel('First day')).toHaveValue('2027-02-08');
  await expect(firm.getByLabel('Purpose')).toHaveValue('First audit of a new supplier');
  await firm.getByRole('button', { name: 'Plan audit' }).click();
  await firm.waitForURL(/\/audits\/[0-9a-f-]{36}$/);

  await buyer.reload();
  await expect(buyer.getByText('Audit planned')).toBeVisible();
  await expect(buyer.getByText('Ilse Example')).toBeVisible();
  await context.close();
});
