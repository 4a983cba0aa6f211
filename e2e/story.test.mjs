// The main road: a citizen finds Saturday's task, shows interest, the contact person answers, both see it.
//
// The citizen has no account and no scripts: the confirmation is a link in a mail. Mails are read where the demo
// keeps them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, accessible, pictured, shot, start } from './harness.mjs';

const CITIZEN = { name: 'Prøve Testesen', email: 'proeve.testesen@borger.example', sentence: 'Jeg vil gerne hjælpe på lørdag.' };
// Both are in the demo's files: `loerdagskaffe-solgaarden` and its contact person.
const TASK = 'Lørdagskaffe på Solgården';
const CONTACT_PERSON = 'Rosa Digtved';
const ANSWER = 'Tak for din henvendelse. Kom forbi lørdag klokken ti.';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

for (const javaScript of [false, true]) {
  const how = javaScript ? 'med' : 'uden';
  test(`interest is shown and answered, ${javaScript ? 'with' : 'without'} scripts`, { timeout: 120_000 }, async () => {
    const citizen = await town.person({ javaScript, size: PHONE });
    const staff = await town.signedIn(CONTACT_PERSON, { javaScript });
    await pictured(`historie-${how}-script`, [citizen, staff], () => tell(citizen, staff, `${how}.${CITIZEN.email}`));
    await citizen.close();
    await staff.close();
  });
}

async function tell(citizen, staff, email) {
  // the citizen finds Saturday's task
  const page = await town.visit('/', citizen);
  const saturday = page.getByRole('main').getByRole('link', { name: /^lørdag\b/i }).first();
  // On a Saturday there is no such link: the day is today, and the coffee may be over until next week.
  if (await saturday.count()) await saturday.click();
  else await page.goto(town.url(`/opgaver?q=${encodeURIComponent(TASK)}`));
  await page.waitForURL(/\/opgaver\?/);
  // Not the word searched for, which is a link that takes it away again.
  await page.getByRole('main').locator('a[href^="/opgaver/"]', { hasText: TASK }).first().click();
  await page.getByRole('heading', { level: 1, name: TASK }).waitFor();
  await shot(page, 'historie-opgave');

  // shows interest
  await page.getByRole('main').getByRole('link', { name: /jeg er interesseret/i }).first().click();
  await page.getByLabel(/^navn/i).fill(CITIZEN.name);
  await page.getByLabel(/^e-mail/i).fill(email);
  await page.getByRole('main').locator('textarea').first().fill(CITIZEN.sentence);
  if (page.context().hasScripts) await accessible(page);
  await shot(page, 'historie-interesse');
  await page.getByRole('main').getByRole('button', { name: /^send/i }).click();
  await page.getByRole('main').getByText(/mail/i).first().waitFor();

  // confirms by the link in the mail, and keeps the page that shows the state
  await page.goto(town.linkIn(await town.letterTo(email)));
  await page.getByRole('main').getByRole('button', { name: /bekræft/i }).click();
  await page.getByRole('main').getByText(/svar senest/i).first().waitFor();
  if (page.context().hasScripts) await accessible(page);
  await shot(page, 'historie-bekraeftet');
  const mine = page.url();

  // the contact person finds it in the worklist and answers
  const desk = await town.visit('/overblik', staff);
  await desk.getByRole('main').getByRole('link', { name: new RegExp(`svar ${CITIZEN.name.split(' ')[0]}`, 'i') }).first().click();
  await desk.getByText(CITIZEN.sentence).first().waitFor();
  await desk.getByRole('main').getByRole('link', { name: /invit/i }).first().click();
  await desk.getByRole('main').locator('textarea').first().fill(ANSWER);
  if (desk.context().hasScripts) await accessible(desk);
  await shot(desk, 'historie-svar');
  await desk.locator('#brev').getByRole('button').first().click();
  await desk.getByRole('main').getByText(/inviteret/i).first().waitFor();
  await desk.getByText(ANSWER).first().waitFor();

  // both see it
  await page.goto(mine);
  await page.getByText(ANSWER).first().waitFor();
  const letter = await town.letterTo(email, { after: 1 });
  assert.ok(letter.includes(ANSWER), `the answer is not in the citizen's mail:\n${letter}`);
  await shot(page, 'historie-svaret');
}
