// Bodies that meet: a meeting is planned and called, answered from a telephone, and its minutes become decisions.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

/** A day so many days from now, as a field for days takes it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('koordinatoren planlægger et møde, sender dagsordenen, og en nøgleperson svarer fra telefonen', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/organer', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Udviklings- og koordineringsgruppen/ }).click();
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  // What is missing is said, and what was written stays.
  await main.getByLabel('Sted').fill('Biblioteket');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await main.locator('#dag-error').waitFor();
  assert.equal(await main.getByLabel('Sted').inputValue(), 'Biblioteket');
  await main.getByLabel('Dag', { exact: true }).fill(inDays(30));
  await main.getByLabel('Fra kl.').fill('13.00');
  await main.getByLabel('Til kl.').fill('15.00');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\//);
  await main.getByRole('link', { name: 'Tilføj et punkt' }).click();
  await main.getByLabel('Punkt', { exact: true }).fill('Cykler til besøgsvenner');
  await main.getByLabel('Hvad gør gruppen med det?').selectOption({ label: 'Beslutter' });
  await main.getByRole('button', { name: 'Gem punktet' }).click();
  await page.getByRole('heading', { name: /Cykler til besøgsvenner/ }).waitFor();
  await main.getByRole('button', { name: 'Send dagsordenen' }).click();
  await page.getByText('Dagsordenen er sendt').waitFor();
  await accessible(page);
  await shot(page, 'historie-dagsorden');
  const meeting = new URL(page.url()).pathname;

  const birk = await town.signedIn('Birk Eksempel');
  const phone = await town.visit(meeting, birk);
  await phone.setViewportSize(PHONE);
  await fitsAPhone(phone);
  await phone.getByRole('button', { name: 'Jeg kommer' }).click();
  await phone.getByRole('heading', { name: 'Du kommer' }).waitFor();
  await page.reload();
  await main.getByText('Birk Eksempel kommer').waitFor();
  await birk.close();
  await asta.close();
});

test('referatet bliver godkendt, og alle kan finde beslutningen', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/organer', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /^Frivilligrådet/ }).click();
  await main.getByRole('link', { name: /Referat venter på godkendelse/ }).click();
  const stranger = await town.visit('/beslutninger?q=kaffepuljen');
  assert.equal(await stranger.getByRole('link', { name: /Kaffepuljen/ }).count(), 0, 'not before the approval');
  await main.getByRole('link', { name: 'Godkend referatet' }).click();
  await main.getByRole('button', { name: 'Godkend referatet' }).click();
  await page.getByText('Referatet er godkendt').first().waitFor();
  await stranger.reload();
  const found = stranger.getByRole('link', { name: /Kaffepuljen/ });
  await found.waitFor();
  assert.match(await found.innerText(), /\d+\/\d{4} · Frivilligrådet/);
  await found.click();
  await stranger.waitForURL(/\/moeder\/.*#punkt-/);
  await accessible(stranger);
  await shot(stranger, 'historie-beslutning');
  await asta.close();
});

test('en borger melder sig til fra telefonen, får en mail og melder fra igen', { timeout: 120_000 }, async () => {
  const phone = await town.visit('/borgermoeder');
  await phone.setViewportSize(PHONE);
  const main = phone.getByRole('main');
  await main.getByRole('link', { name: /Frivillige på plejehjem/ }).click();
  await main.getByRole('heading', { name: 'Program' }).waitFor();
  // What is missing is said at its field, and what was written stays.
  await main.getByLabel('Dit navn').fill('Ditte Tilmeld');
  await main.getByRole('button', { name: 'Skriv mig på ventelisten' }).click();
  await main.locator('#email-error').waitFor();
  assert.equal(await main.getByLabel('Dit navn').inputValue(), 'Ditte Tilmeld');
  await main.getByLabel('Din e-mail').fill('ditte.tilmeld@borger.example');
  await main.getByRole('button', { name: 'Skriv mig på ventelisten' }).click();
  await phone.getByRole('heading', { name: 'Tak for din tilmelding' }).waitFor();
  await fitsAPhone(phone);
  await accessible(phone);

  const letter = await town.letterTo('ditte.tilmeld@borger.example');
  await phone.goto(new URL(/\/tilmeldinger\/[\w-]+/.exec(letter)[0], phone.url()).href);
  // Every place of the demo's meeting is taken.
  await main.getByText('Du står på ventelisten').waitFor();
  await shot(phone, 'historie-tilmelding');
  await main.getByRole('button', { name: 'Jeg kan ikke komme' }).click();
  await phone.getByText('Du er meldt fra').first().waitFor();
});

test('koordinatoren kopierer årshjulet, og Frivillig Fredag står den rigtige dag', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/aarshjul', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Frivillig Fredag/ }).waitFor();
  await main.getByRole('button', { name: 'Kopiér til næste gang' }).click();
  await page.waitForURL(/aar=\d{4}/);
  const year = Number(new URL(page.url()).searchParams.get('aar'));
  // The last Friday of September, reckoned by another clock than ours.
  const day = new Date(Date.UTC(year, 8, 30));
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() - 1);
  const line = main.getByRole('link', { name: /Frivillig Fredag/ });
  assert.match(await line.innerText(), new RegExp(`${day.getUTCDate()}\\. september`));
  await accessible(page);
  await shot(page, 'historie-aarshjul');
  await asta.close();
});

test('en nøgleperson får noget besluttet punkt for punkt, efter at et råd er hørt', { timeout: 180_000 }, async () => {
  const birk = await town.signedIn('Birk Eksempel');
  const page = await town.visit('/beslutningsoplaeg', birk);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Skriv et oplæg' }).click();
  await main.getByLabel('Hvad handler det om?').fill('Spisevenner på plejehjem');
  await main.getByLabel('Hvem skal beslutte?').selectOption({ label: 'Direktionen' });
  await main.getByLabel(/^Baggrund/).fill('Mange ældre spiser alene.');
  await main.getByLabel('Punkter').fill('a) Vi prøver det i et halvt år\nb) Kommunen betaler maden');
  await main.getByRole('button', { name: 'Gem kladden' }).click();
  await main.getByRole('heading', { name: 'a) Vi prøver det i et halvt år' }).waitFor();
  // It is about the elderly: their council is heard, or it is written down why not.
  await main.getByText('Nogen skal høres, før oplægget kan sendes').waitFor();
  await main.getByRole('button', { name: /Sæt på næste møde.*ldrerådet/ }).first().click();
  await main.getByText(/^På dagsordenen/).first().waitFor();
  await accessible(page);
  await shot(page, 'historie-oplaeg');
  for (;;) {
    const open = main.getByRole('link', { name: /^Undlad høring/ });
    if (!await open.count()) break;
    await open.first().click();
    await main.getByLabel('Hvorfor høres gruppen ikke?').fill('Det haster, og rådet er spurgt i telefonen.');
    await main.getByRole('button', { name: 'Gem begrundelsen' }).click();
    await main.getByText('Begrundelsen er gemt').or(page.getByText('Begrundelsen er gemt')).first().waitFor();
  }
  await main.getByRole('button', { name: 'Send til beslutning' }).click();
  await main.getByRole('link', { name: /^På dagsordenen/ }).click();
  await main.getByRole('heading', { name: /Spisevenner på plejehjem/ }).waitFor();
  await birk.close();
});
