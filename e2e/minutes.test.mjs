// The secretary's two meetings: one member takes no part in a point, another point is put off, and the minutes are
// approved when the group meets again two days later.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, DESK, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start({ at: '2026-11-24T09:00' });
});
after(() => town?.stop());

/** Plans a meeting of the group whose page is open, and says where it stands. */
async function plan(page, day) {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  await main.getByLabel('Dag', { exact: true }).fill(day);
  await main.getByLabel('Fra kl.').fill('13.00');
  await main.getByLabel('Til kl.').fill('15.00');
  await main.getByLabel('Sted').fill('Biblioteket');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\//);
  return new URL(page.url()).pathname;
}

async function addItem(page, title) {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Tilføj et punkt' }).click();
  await main.getByLabel('Punkt', { exact: true }).fill(title);
  await main.getByLabel('Hvad gør gruppen med det?').selectOption({ label: 'Beslutter' });
  await main.getByRole('button', { name: 'Gem punktet' }).click();
  await page.getByRole('heading', { name: new RegExp(title) }).waitFor();
}

/** Opens a point in the minutes, and comes back to their list. */
async function minute(page, title, write) {
  const main = page.getByRole('main');
  await main.getByRole('link', { name: new RegExp(title) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
  await write(main);
  await main.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Referat' }).waitFor();
}

test('sekretæren skriver referat med en inhabil og et udsat punkt, og referatet bliver godkendt næste gang', { timeout: 300_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  let page = await town.visit('/organer', asta);
  let main = page.getByRole('main');
  await main.getByRole('link', { name: /Udviklings- og koordineringsgruppen/ }).click();
  const body = new URL(page.url()).pathname;
  const first = await plan(page, '2026-12-01');
  await addItem(page, 'Penge til kørestolscykler');
  await addItem(page, 'Ny tid til cafeen');
  await page.goto(town.url(body));
  const second = await plan(page, '2026-12-03');
  // What is written down before the meeting has begun would be about nothing.
  await page.goto(town.url(`${first}/referat`));
  await page.getByText('Referatet skrives, når mødet er begyndt').first().waitFor();

  await town.goesOnAt('2026-12-01T15:10');
  page = await town.visit(first, asta);
  main = page.getByRole('main');
  await main.getByRole('link', { name: 'Skriv referat' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Referat' }).waitFor();
  await accessible(page);
  await minute(page, 'Penge til kørestolscykler', async (form) => {
    await form.getByLabel('Behandlet').check();
    // A decision without words is none, and what was written stays.
    await form.getByLabel('Andre inhabile').fill('Birk Eksempel, formand for cykelforeningen');
    await form.getByRole('button', { name: 'Gem', exact: true }).click();
    await form.locator('#beslutning-error').waitFor();
    assert.match(await form.getByLabel('Andre inhabile').inputValue(), /cykelforeningen/);
    await form.locator('#beslutning').fill('Gruppen giver 20.000 kr. til to kørestolscykler.');
    await form.getByLabel('Stemmer').fill('4 for, 1 imod');
    await accessible(page);
    await page.setViewportSize(PHONE);
    await fitsAPhone(page);
    await page.setViewportSize(DESK);
    await shot(page, 'historie-referat-punkt');
  });
  await minute(page, 'Ny tid til cafeen', async (form) => {
    await form.getByLabel('Udsat til et senere møde').check();
    await form.locator('#begrundelse').fill('Husmødet skal spørges først.');
  });
  // Whatever else was on the agenda was dealt with, too.
  for (;;) {
    const left = main.locator('li', { hasText: 'Mangler' }).getByRole('link');
    if ((await left.count()) === 0) break;
    const title = (await left.first().locator('.s-own-line-title').innerText()).replace(/^\d+\. /, '');
    await minute(page, title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), async (form) => {
      await form.getByLabel(/^(Behandlet|Referatet er godkendt)$/).check();
      await form.locator('#beslutning').fill('Gruppen tog det til efterretning.');
    });
  }
  await main.getByRole('button', { name: 'Gør referatet færdigt' }).click();
  await page.getByText('Referatet er skrevet').first().waitFor();
  // Nobody else reads a decision before the minutes are approved.
  const stranger = await town.visit('/beslutninger?q=kørestolscykler');
  assert.equal(await stranger.getByRole('link', { name: /kørestolscykler/ }).count(), 0);

  // The agenda of the next meeting has taken the minutes and what was put off, without anybody writing it there.
  await town.goesOnAt('2026-12-03T13:05');
  page = await town.visit(second, asta);
  main = page.getByRole('main');
  await page.getByRole('heading', { name: /Godkend referatet fra/ }).waitFor();
  await page.getByRole('heading', { name: /Ny tid til cafeen/ }).waitFor();
  await shot(page, 'historie-naeste-dagsorden');
  await page.goto(town.url(`${first}/referat`));
  await main.getByRole('button', { name: 'Godkend referatet' }).click();
  await page.getByText('Referatet er godkendt').first().waitFor();

  const reader = await town.visit('/beslutninger?q=kørestolscykler');
  const found = reader.getByRole('link', { name: /kørestolscykler/ });
  await found.waitFor();
  assert.match(await found.innerText(), /\d+\/2026 · Udviklings- og koordineringsgruppen/);
  await found.click();
  const decided = reader.getByRole('main');
  await decided.getByText('Gruppen giver 20.000 kr. til to kørestolscykler.').waitFor();
  await decided.getByText('4 for, 1 imod').waitFor();
  await decided.getByText('cykelforeningen').waitFor();
  await decided.getByText('Husmødet skal spørges først.').waitFor();
  await accessible(reader);
  await shot(reader, 'historie-referat');
  await asta.close();
});
