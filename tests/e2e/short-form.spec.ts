import { photo } from '../factories/evidence';
import { onPhone } from './answering';
import { overflow, violations } from './inspect';
import { addSupplier, expect, type Locator, newWord, type Organization, type Page, test } from './journey';

/** Asks a new small supplier the short form in Spanish; answers its name and the link that it would be sent. */
async function askInSpanish(owner: Page, organization: Organization): Promise<{ name: string; link: string; path: string }> {
  const name = newWord('Taller');
  const path = await addSupplier(owner, organization, { name, country: 'PE', sector: '14', workers: '25' });
  await owner.goto(`${path}/assessments`);
  await owner.getByRole('link', { name: 'Ask a supplier to answer' }).click();
  await owner.getByRole('radio', { name: /^Short form/ }).check();
  await owner.getByRole('combobox', { name: 'Language' }).last().selectOption('es');
  await owner.getByRole('button', { name: 'Make the link' }).click();
  return { name, path, link: await owner.getByRole('textbox', { name: `Link for ${name}` }).inputValue() };
}

/** The questions on the page that can be answered with a tap, as a reader sees them: each a group of choices. */
const questions = (page: Page): Locator =>
  page
    .getByRole('group')
    .filter({ has: page.getByRole('radio') })
    .filter({ visible: true });

/** Taps a choice of every question that has none yet, in the order of the page: no to the two that ask for something bad, else yes. Answers how many. */
async function answerWhatIsSeen(page: Page): Promise<number> {
  let answered = 0;
  for (let at = 0; at < (await questions(page).count()); at++) {
    const question = questions(page).nth(at);
    if ((await question.getByRole('radio', { checked: true }).count()) > 0) continue;
    const isBad = /¿(Tuvo algún trabajador que pagar|Se hizo firmar)/.test((await question.textContent()) ?? '');
    await question
      .getByText(isBad ? 'No' : 'Sí', { exact: true })
      .first()
      .click();
    answered += 1;
    await expect.poll(() => page.getByText(/^Guardado a las/).count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(answered);
  }
  return answered;
}

test('somebody who never saw the product answers the short form on a phone in Spanish, with a photo and a network that goes', async ({
  memberPage: owner,
  organization,
  browser,
  baseURL,
  troubles,
}) => {
  test.setTimeout(420_000);
  const { name, link, path } = await askInSpanish(owner, organization);
  const { page, context } = await onPhone(browser, baseURL, troubles);
  const look = async (at: string) => {
    expect(await violations(page), at).toEqual([]);
    expect(await overflow(page), `${at}, at 360 px`).toBe('fits');
  };

  // The link: who asks, for what, how long it takes; one button.
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(organization.name);
  await expect(page.getByText(name).first()).toBeVisible();
  await look('the link');
  await page.getByRole('button', { name: 'Empezar en este dispositivo' }).click();

  // The first thing on the next page says what to do.
  const start = page.getByRole('link', { name: 'Empezar a responder' });
  await expect(start).toBeInViewport();
  await look('the beginning');
  await start.click();

  let answered = 0;
  let hasPhoto = false;
  let lost = false;
  for (let section = 0; section < 10; section++) {
    await expect(page.getByText(/^Sección \d de 7$/)).toBeVisible();
    if (await page.getByRole('textbox', { name: /otro país/ }).isVisible())
      await page.getByRole('textbox', { name: /otro país/ }).fill('10');
    if (section === 2) {
      // The network goes: what is tapped is kept on the phone and sent when it is back.
      await context.setOffline(true);
      await questions(page).first().getByText('Sí', { exact: true }).first().click();
      await expect(page.getByText('Guardado en este dispositivo; aún no enviado')).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByText('Guardado en este dispositivo; aún no enviado')).toHaveCount(0, { timeout: 60_000 });
      await expect(page.getByText(/^Guardado a las/).first()).toBeVisible();
      answered += 1;
      lost = true;
    }
    answered += await answerWhatIsSeen(page);
    if (section === 3) {
      await page
        .getByRole('link', { name: /^Fotos y documentos/ })
        .first()
        .click();
      await page.getByLabel('Archivos').setInputFiles([{ name: 'contrato.jpg', mimeType: 'image/jpeg', buffer: await photo() }]);
      await page.getByRole('button', { name: 'Enviar los archivos' }).click();
      await expect(page.getByRole('link', { name: 'contrato.jpg' })).toBeVisible();
      await look('the photo');
      await page.getByRole('link', { name: 'Volver a la pregunta' }).click();
      await expect(page.getByRole('link', { name: 'Fotos y documentos: 1' })).toBeVisible();
      hasPhoto = true;
    }
    await look(`section ${section + 1}`);
    await page.getByRole('button', { name: 'Guardar y seguir' }).click();
    await expect(
      page.getByText(new RegExp(`^Sección ${section + 2} de 7$`)).or(page.getByRole('heading', { name: 'Antes de enviar' })),
    ).toBeVisible();
    if (await page.getByRole('heading', { name: 'Antes de enviar' }).isVisible()) break;
  }
  expect({ answered, hasPhoto, lost }).toEqual({ answered: 19, hasPhoto: true, lost: true });

  await look('before sending');
  await page.getByRole('button', { name: `Enviar a ${organization.name}` }).click();
  await expect(page.getByText(`Sus respuestas se enviaron a ${organization.name}. Gracias.`)).toBeVisible();
  await look('sent');

  await owner.goto(`${path}/assessments`);
  await expect(owner.getByText('Submitted').first()).toBeVisible();
});
