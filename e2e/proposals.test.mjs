// A citizen's idea becomes an initiative on the page of a focus area.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start({ at: '2027-03-01T09:00' });
});
after(() => town?.stop());

const TO = 'gerda.groentorv@borger.example';

test('en borgers idé bliver til en indsats under et fokusområde', { timeout: 240_000 }, async () => {
  const phone = await town.visit('/');
  await phone.setViewportSize(PHONE);
  const citizen = phone.getByRole('main');
  await citizen.getByRole('link', { name: 'Foreslå noget' }).click();
  // What is missing is said at its field, and what was written stays.
  await citizen.getByLabel('Titel').fill('Grøntsager til alle');
  await citizen.getByRole('button', { name: 'Send idéen' }).click();
  await citizen.locator('#hvad-error').waitFor();
  assert.equal(await citizen.getByLabel('Titel').inputValue(), 'Grøntsager til alle');
  await citizen.getByLabel('Hvad foreslår du?').fill('Unge dyrker grøntsager bag skolen og deler dem ud.');
  await citizen.getByLabel('Hvem er det for?').fill('Unge og deres naboer');
  await citizen.getByLabel('Hvorfor er det en god idé?').fill('Man lærer hinanden at kende, når man graver sammen.');
  await citizen.getByLabel('Dit navn').fill('Gerda Grøntorv');
  await citizen.getByLabel('Din e-mail').fill(TO);
  await citizen.getByLabel(/Alle må læse forslaget/).check();
  await fitsAPhone(phone);
  await accessible(phone);
  await citizen.getByRole('button', { name: 'Send idéen' }).click();
  await citizen.getByRole('heading', { name: 'Tak for din idé' }).waitFor();
  const confirm = /\/mit-forslag\/[\w-]+/.exec(await town.letterTo(TO))[0];
  await phone.goto(new URL(confirm, phone.url()).href);
  await citizen.getByRole('button', { name: 'Send idéen' }).click();
  await phone.getByText('Idéen er sendt').waitFor();

  // Those who take ideas change a word; she sees it and agrees.
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/forslag/liste', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Grøntsager til alle/ }).click();
  const proposal = new URL(page.url()).pathname;
  await main.getByRole('link', { name: 'Ret teksten' }).click();
  await main.getByLabel('Hvad foreslår du?').fill('Unge dyrker grøntsager bag biblioteket og deler dem ud.');
  await main.getByRole('button', { name: 'Gem' }).click();
  await page.getByText('Forslagsstilleren bliver spurgt').waitFor();
  for (const box of await main.getByRole('group', { name: /Sæt kryds/ }).getByRole('checkbox').all()) await box.check();
  await main.getByRole('button', { name: 'Gem tjeklisten' }).click();
  await page.getByText('Tjeklisten er gemt').waitFor();
  await accessible(page);
  await shot(page, 'historie-forslag');
  await phone.reload();
  await citizen.locator('ins', { hasText: 'biblioteket' }).waitFor();
  await fitsAPhone(phone);
  await accessible(phone);
  await shot(phone, 'historie-forslag-enig');
  await citizen.getByRole('button', { name: 'Jeg er enig' }).click();
  await phone.getByText('Du er enig i teksten').waitFor();

  // It is handed on, comes onto the agenda, and the minutes approve it.
  await page.goto(new URL(`${proposal}/videre`, page.url()).href);
  await main.getByLabel('Hvem skal beslutte?').selectOption({ label: 'Direktionen' });
  await main.getByRole('button', { name: 'Giv videre til beslutning' }).click();
  await page.getByText('Forslaget er givet videre').waitFor();
  await page.goto(new URL('/organer', page.url()).href);
  await main.getByRole('link', { name: /^Direktionen/ }).click();
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  await main.getByLabel('Dag', { exact: true }).fill('2027-03-02');
  await main.getByLabel('Fra kl.').fill('10.00');
  await main.getByLabel('Til kl.').fill('11.00');
  await main.getByLabel('Sted').fill('Rådhuset');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\/[0-9a-f-]{36}/);
  const meeting = new URL(page.url()).pathname;
  await main.getByRole('heading', { name: /Grøntsager til alle/ }).waitFor();
  await asta.close();
  await town.goesOnAt('2027-03-02T12:00');
  await decided(meeting, proposal);

  const reader = await town.visit('/fokus');
  await reader.setViewportSize(PHONE);
  const shown = reader.getByRole('main');
  await shown.getByRole('link', { name: 'Flere unge er med' }).click();
  await shown.getByRole('heading', { name: 'Grøntsager til alle' }).waitFor();
  await shown.getByText(/De første bede er gravet/).waitFor();
  await fitsAPhone(reader);
  await accessible(reader);
  await shot(reader, 'historie-fokusomraade');
  assert.match(await town.letterTo(TO), /har godkendt dit forslag/);
});

/** The minutes approve everything that was put; the initiative gets an owner, a focus area and its first news. */
async function decided(meeting, proposal) {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit(meeting, asta);
  const main = page.getByRole('main');
  await main.getByRole('heading', { name: /Grøntsager til alle/ }).waitFor();
  const links = main.locator('a[href^="/punkter/"][href$="/referat"]');
  assert.notEqual(await links.count(), 0, await main.innerText());
  for (const href of await links.evaluateAll((all) => all.map((link) => link.href))) {
    await page.goto(href);
    await main.getByLabel('Forslaget er godkendt').check();
    await main.getByLabel('Beslutning').fill('Direktionen godkender forslaget.');
    await main.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.waitForURL(/\/moeder\/.*\/referat/);
  }
  await main.getByRole('button', { name: 'Gør referatet færdigt' }).click();
  await main.getByRole('button', { name: 'Godkend referatet' }).click();
  await page.getByText('Referatet er godkendt').first().waitFor();

  await page.goto(new URL(proposal, page.url()).href);
  await main.getByText(/Direktionen har godkendt forslaget/).waitFor();
  await main.getByRole('link', { name: 'Se indsatsen' }).click();
  await main.getByRole('link', { name: 'Ret indsatsen' }).click();
  await main.getByLabel('Fokusområde').selectOption({ label: '2027: Flere unge er med' });
  const owner = main.getByLabel('Ansvarlig');
  const culture = owner.locator('option', { hasText: 'Kultur- og fritidskonsulent' });
  await owner.selectOption(await culture.getAttribute('value'));
  await main.getByRole('button', { name: 'Gem indsatsen' }).click();
  await main.getByLabel('I gang').check();
  await main.getByLabel('Hvordan går det?').fill('De første bede er gravet.');
  await main.getByRole('button', { name: 'Gem status' }).click();
  await page.getByText('Status er gemt').waitFor();
  await asta.close();
}
