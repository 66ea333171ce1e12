import { addSupplier, expect, newAccount, uniqueName, test } from './journey';

test('An invitation is opened twice, used once by its button, and its role applies', async ({
  memberPage: owner,
  organization,
  page: guest,
}) => {
  const { path, name } = organization;
  const supplierPage = await addSupplier(owner, organization, { name: uniqueName('Mill') });
  const person = newAccount('Vera Viewer');

  await owner.goto(`${path}/settings/members`);
  await owner.getByLabel('Email address').fill(person.email);
  await owner.locator('#invite').getByLabel('Role').selectOption('viewer');
  await owner.getByRole('button', { name: 'Create invitation' }).click();
  const shown = owner.getByRole('textbox', { name: `Invitation link for ${person.email}` });
  await expect(shown).toHaveValue(/\/join\//);
  const link = await shown.inputValue();
  await owner.reload();
  await expect(shown).toHaveCount(0);

  await guest.goto(link);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1, name: `Join ${name}` })).toBeVisible();
  await expect(guest.getByText('You are invited as Viewer')).toBeVisible();
  await guest.getByLabel('Your name').fill(person.name);
  await guest.getByLabel('Password').fill(person.password);
  await guest.getByRole('button', { name: 'Create account and join' }).click();
  await guest.waitForURL(path);

  await guest.goto(`${path}/suppliers`);
  await expect(guest.getByRole('heading', { level: 1, name: 'Suppliers' })).toBeVisible();
  await expect(guest.getByRole('link', { name: 'Import', exact: true })).toHaveCount(0);
  await expect(guest.getByRole('link', { name: 'Add a supplier' })).toHaveCount(0);
  await guest.goto(supplierPage);
  await expect(guest.getByRole('link', { name: 'Edit facts' })).toHaveCount(0);

  const origin = new URL(link).origin;
  for (const address of [`${path}/suppliers/new`, `${supplierPage}/edit`, `${path}/suppliers/import`, `${path}/settings/members`]) {
    const answer = await guest.request.post(address, { form: { name: 'x' }, headers: { origin } });
    expect(answer.status(), `POST ${address}`).toBe(403);
  }

  const again = await guest.goto(link);
  expect(again?.status()).toBe(410);
  await expect(guest.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible();

  await owner.goto(`${path}/settings/members`);
  await expect(owner.getByRole('row', { name: new RegExp(person.email) })).toBeVisible();
  await expect(owner.getByText('No open invitations.')).toBeVisible();
});

test('A revoked invitation no longer opens, and the owner stays the owner', { tag: '@thorough' }, async ({
  memberPage: owner,
  organization,
  page: guest,
}) => {
  const { path } = organization;
  const { email } = newAccount();
  await owner.goto(`${path}/settings/members`);
  await owner.getByLabel('Email address').fill(email);
  await owner.getByRole('button', { name: 'Create invitation' }).click();
  const shown = owner.getByRole('textbox', { name: `Invitation link for ${email}` });
  await expect(shown).toHaveValue(/\/join\//);
  const link = await shown.inputValue();
  await owner.getByRole('button', { name: 'Revoke invitation' }).click();
  await expect(owner.getByText('The invitation was revoked')).toBeVisible();
  expect((await guest.goto(link))?.status()).toBe(410);

  await owner.getByLabel(/^Role of/).selectOption('viewer');
  await owner.getByRole('button', { name: 'Change role' }).click();
  await expect(owner.getByRole('alert')).toContainText('An organization needs at least one owner');
});
