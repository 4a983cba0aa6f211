// A citizen proposes another sentence on a telephone, the secretary takes in two of three, and the citizen reads what came of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

const RULES = 'Spilleregler for frivillige på plejehjem';

test('en borger foreslår en anden sætning fra telefonen, to af tre kommer med, og borgeren læser, hvad der kom ud af det', { timeout: 300_000 }, async () => {
  const bodies = await town.visit('/organer');
  await bodies.getByRole('link', { name: /^Udviklings- og koordineringsgruppen/ }).click();
  const text = await bodies.getByRole('link', { name: RULES }).getAttribute('href');
  await bodies.close();
  const phone = await town.visit(text);
  await phone.setViewportSize(PHONE);
  const main = phone.getByRole('main');
  await fitsAPhone(phone);
  await accessible(phone);
  await shot(phone, 'historie-aendring-tekst', [PHONE]);
  await main.getByRole('link', { name: /Foreslå en ændring til »Det, man hører/ }).click();
  await main.getByRole('link', { name: 'Andre ord' }).waitFor();
  // What is missing is said at its field, and what was typed stays.
  const words = main.getByLabel('Sådan skal der stå');
  const said = (await words.inputValue()).replace('før de begynder', 'før deres første besøg');
  await words.fill(said);
  await main.getByRole('button', { name: 'Send forslaget' }).click();
  await main.locator('#hvorfor-error').waitFor();
  assert.equal(await words.inputValue(), said);
  await main.getByLabel('Hvorfor?').fill('Så ved man, hvornår det er.');
  await main.getByLabel('Navn', { exact: true }).fill('Ditte Forslag');
  await main.getByLabel('E-mail').fill('ditte.forslag@borger.example');
  await fitsAPhone(phone);
  await shot(phone, 'historie-aendring-forslag', [PHONE]);
  await main.getByRole('button', { name: 'Send forslaget' }).click();
  await phone.getByRole('heading', { name: 'Se i din mail' }).waitFor();
  const letter = await town.letterTo('ditte.forslag@borger.example');
  const own = /\/mit-aendringsforslag\/[\w-]+/.exec(letter)[0];
  await phone.goto(town.url(own));
  await main.getByRole('button', { name: 'Bekræft, og send forslaget' }).click();
  await main.getByText('Venter på svar').waitFor();
  await accessible(phone);
  await fitsAPhone(phone);

  // The secretary: two of three to one paragraph, without typing.
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit(`${text}/aendringsforslag`, asta);
  const desk = page.getByRole('main');
  await desk.getByText('Ændrer de samme ord som forslag 5.').waitFor();
  await accessible(page);
  await shot(page, 'historie-aendring-liste');
  await desk.locator('section', { hasText: 'Frivillige kan læse højt' }).getByRole('link', { name: 'Saml forslagene, og svar' }).click();
  await desk.getByLabel(/^Forslag 3/).check();
  await desk.getByLabel(/^Forslag 4/).check();
  await desk.getByRole('button', { name: 'Se dem samlet' }).click();
  await desk.getByText('Forslagene ændrer ikke de samme ord').waitFor();
  const joined = await desk.getByLabel('Afsnittet', { exact: true }).inputValue();
  assert.match(joined, /synge, gå ture.*medarbejder eller en pårørende/);
  await accessible(page);
  await shot(page, 'historie-aendring-saml');
  await desk.getByRole('button', { name: 'Gem i teksten, og svar' }).click();
  await page.waitForURL(/\/aendringsforslag$/);
  await desk.getByRole('link', { name: /^Forslag 5/ }).click();
  await desk.getByText('Afsnittet er ændret siden').waitFor();
  await desk.locator('summary', { hasText: 'Afvis forslaget' }).click();
  await desk.getByLabel('Hvorfor tager I det ikke med?').fill('Lederen er ikke altid på vagt.');
  await desk.getByRole('button', { name: 'Afvis forslaget' }).click();
  await desk.getByText('Lederen er ikke altid på vagt.').waitFor();
  await accessible(page);
  // And the citizen's own.
  await page.goto(town.url(`${text}/aendringsforslag`));
  await desk.getByRole('link', { name: /^Forslag 6/ }).click();
  await desk.getByRole('link', { name: 'Tag med, eller ret til' }).click();
  await desk.getByRole('button', { name: 'Gem i teksten, og svar' }).click();
  await page.waitForURL(/\/aendringsforslag$/);
  await page.goto(town.url(`${text}/versioner`));
  await desk.getByRole('button', { name: 'Gem og offentliggør' }).click();
  await page.waitForURL(new RegExp(`${text}$`));
  await asta.close();

  const answer = await town.letterTo('ditte.forslag@borger.example', { after: 1 });
  assert.match(answer, /Det\s+er\s+taget\s+med/);
  const home = await town.visit(own);
  await home.setViewportSize(PHONE);
  await home.getByText('Det står nu i den tekst, alle læser.').waitFor();
  await fitsAPhone(home);
  await accessible(home);
  await shot(home, 'historie-aendring-svar', [PHONE]);
  await home.getByRole('main').getByRole('link', { name: RULES }).click();
  await home.getByText('før deres første besøg').waitFor();
});
