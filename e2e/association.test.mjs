// An association registers itself, confirms by mail, is approved by the coordinator, and stands in the directory.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, pictured, shot, start } from './harness.mjs';

const NAME = 'Æblelundens Højtlæsere';
const ABOUT = 'Vi læser højt for alle, der gider høre efter.';
const PERSON = { name: 'Åse Prøvesang', email: 'aase.proevesang@forening.example' };
// The check digit of the first does not fit (modulus 11).
const [WRONG_CVR, RIGHT_CVR] = ['99770059', '99770058'];

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('an association registers with one error first, and is in the directory when approved', { timeout: 120_000 }, async () => {
  const someone = await town.person();
  const coordinator = await town.signedIn('Asta Prøvested');
  await pictured('forening', [someone, coordinator], () => tell(someone, coordinator));
});

async function tell(someone, coordinator) {
  const page = await town.visit('/foreninger/tilmeld', someone);
  const main = page.getByRole('main');
  await page.locator('#name').fill(NAME);
  await page.locator('#kind').selectOption('association');
  await page.locator('#cvr').fill(WRONG_CVR);
  await page.locator('[name=theme][value=culture]').check({ force: true });
  await page.locator('#about').fill(ABOUT);
  await page.locator('[name=topics][value=reading_aloud]').check({ force: true });
  await page.locator('#person_name').fill(PERSON.name);
  await page.locator('#person_email').fill(PERSON.email);
  await page.locator('#person_role').selectOption({ index: 1 });
  await main.locator('form.s-form button[type=submit]').click();

  // one error: said first and at the field, one is taken there, and nothing typed is lost
  const summary = page.locator('[data-module=error-summary]');
  await summary.waitFor();
  assert.ok(await summary.evaluate((box) => box === document.activeElement), 'the error summary has no focus');
  assert.equal(await summary.getByRole('link').count(), 1, 'more than the one error');
  assert.equal(await page.locator('#cvr').inputValue(), WRONG_CVR);
  assert.equal(await page.locator('#name').inputValue(), NAME);
  assert.equal(await page.locator('#about').inputValue(), ABOUT);
  assert.equal(await page.locator('#person_email').inputValue(), PERSON.email);
  assert.ok(await page.locator('[name=theme][value=culture]').isChecked(), 'the theme is forgotten');
  assert.ok(await page.locator('[name=topics][value=reading_aloud]').isChecked(), 'the topic is forgotten');
  assert.ok(await page.locator('#cvr-error').isVisible(), 'no error at the field');
  assert.match((await page.locator('#cvr').getAttribute('aria-describedby')) ?? '', /\bcvr-error\b/);
  await accessible(page);
  await shot(page, 'forening-fejl');
  await summary.getByRole('link').click();
  assert.ok(await page.locator('#cvr').evaluate((field) => field === document.activeElement), 'the error does not lead to the field');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(RIGHT_CVR);
  await main.locator('form.s-form button[type=submit]').click();
  await page.locator('[data-draft-done]').waitFor();

  // until the mail is confirmed and the coordinator agrees, nobody sees it
  await page.goto(town.linkIn(await town.letterTo(PERSON.email)));
  await main.locator('form.s-form button[type=submit]').click();
  await main.getByText(NAME).first().waitFor();
  assert.equal(await listed(page), 0, 'it is in the directory before it is approved');

  const desk = await town.visit('/overblik', coordinator);
  await desk.getByRole('main').getByRole('link', { name: new RegExp(NAME, 'i') }).first().click();
  await desk.getByText(ABOUT).first().waitFor();
  await accessible(desk);
  await desk.locator('[name=decision][value=approve]').click();
  await desk.locator('.s-feedback').waitFor();

  assert.equal(await listed(page), 1, 'it is not in the directory');
  await page.getByRole('main').getByRole('link', { name: NAME }).first().click();
  await page.getByText(ABOUT).first().waitFor();
  assert.equal(await page.getByRole('main').getByText(PERSON.email).count(), 0, 'the person did not want to be shown');
}

/** How many in the directory have our name. */
async function listed(page) {
  await page.goto(town.url(`/foreninger?q=${encodeURIComponent(NAME)}`));
  return page.getByRole('main').getByRole('link', { name: NAME, exact: true }).count();
}
