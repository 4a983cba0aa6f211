// The secretary of a text fetches the notes of a dialogue meeting, cuts them, joins those that say the same and answers; a citizen
// writes along on a telephone, and reads later what came of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('en sekretær henter noter, deler, samler og svarer, og en borger læser, hvad der blev af det', { timeout: 240_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/organer', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /^Frivilligrådet/ }).click();
  await main.getByRole('link', { name: /^Udkast til politik for frivillighed/ }).click();
  await main.getByRole('link', { name: 'Arbejd med stemmerne' }).click();
  await main.getByText(/^Mangler svar: \d+ input/).waitFor();
  const voices = new URL(page.url()).pathname;
  await accessible(page);
  await shot(page, 'historie-stemmer-overblik');

  // A citizen says what they think, on a telephone; a number of theirs is not kept.
  const phone = await town.visit(`${voices}/del`);
  await phone.setViewportSize(PHONE);
  const citizen = phone.getByRole('main');
  await citizen.getByLabel('Hvad mener du?').fill('Unge vil gerne, hvis det kun er i seks uger. Ring 12 34 56 78.');
  await citizen.getByLabel('Borger').check();
  await citizen.getByRole('button', { name: 'Send' }).click();
  await citizen.locator('#tekst-error').waitFor();
  await citizen.getByLabel('Hvad mener du?').fill('Unge vil gerne, hvis det kun er i seks uger.');
  await fitsAPhone(phone);
  await accessible(phone);
  await shot(phone, 'historie-stemmer-del', [PHONE]);
  await citizen.getByRole('button', { name: 'Send' }).click();
  await phone.getByRole('heading', { name: 'Tak for din mening' }).waitFor();

  // The notes of the tables, each once.
  await page.goto(town.url(`${voices}/noter`));
  await main.getByText('0 af 4 noter er hentet').waitFor();
  await main.getByRole('button', { name: /^Hent noterne ?: Dialogmøde: Unge som frivillige/ }).click();
  await page.getByText('Noterne er hentet').waitFor();
  await page.goto(town.url(`${voices}/noter`));
  await main.getByText('Alt er hentet').waitFor();

  // What the table and the citizen said is cut, whole and by a passage.
  await page.goto(town.url(`${voices}/input?vis=new`));
  await main.getByRole('link', { name: /Ingen vil binde sig et helt år/ }).click();
  await main.getByLabel('Eller skriv stedet').fill('Seks måneder går');
  await main.getByRole('button', { name: 'Lav uddraget' }).click();
  await main.locator('#passage-error').waitFor();
  await main.getByLabel('Eller skriv stedet').fill('Seks uger går, og gerne ikke i maj og juni.');
  await main.getByRole('button', { name: 'Lav uddraget' }).click();
  await page.getByText('Uddraget er lavet').waitFor();
  await accessible(page);
  await shot(page, 'historie-stemmer-input');
  await page.goto(town.url(`${voices}/input?vis=new`));
  await main.getByRole('link', { name: /Unge vil gerne, hvis det kun er i seks uger/ }).click();
  await main.getByRole('button', { name: 'Brug det hele som ét uddrag' }).click();
  await page.getByText('Uddraget er lavet').waitFor();

  // They say the same: one answer.
  await page.goto(town.url(`${voices}/uddrag?vis=waits`));
  await main.getByLabel(/^Vælg ?Seks uger går/).check();
  await main.getByLabel(/^Vælg ?Unge vil gerne, hvis/).check();
  await main.getByRole('button', { name: 'De siger det samme' }).click();
  await page.getByText('Samlet. De får ét svar').waitFor();
  await main.getByText('2 siger det samme. Dit svar gælder dem alle.').waitFor();
  await main.getByLabel('Ikke taget med').check();
  await main.getByRole('button', { name: 'Gem' }).click();
  await main.locator('#fordi-error').waitFor();
  await main.getByLabel('Taget med', { exact: true }).check();
  await main.getByLabel('Fordi').fill('Man kan nu være med i seks uger ad gangen.');
  await main.getByLabel('Hvilket afsnit blev ændret?').selectOption({ label: (await main.locator('#afsnit option').allTextContents()).find((text) => text.startsWith('Nye frivillige')) });
  await main.getByLabel('Tema').fill('Unge');
  await accessible(page);
  await shot(page, 'historie-stemmer-svar');
  await main.getByRole('button', { name: 'Gem' }).click();
  await page.getByText('Svaret er gemt').waitFor();
  await asta.close();

  // The citizen reads it.
  await phone.goto(town.url(`${voices}/offentlig`));
  await phone.getByRole('heading', { name: 'Hvad sagde I, og hvad blev der af det?' }).waitFor();
  await citizen.getByText('Man kan nu være med i seks uger ad gangen.').waitFor();
  await citizen.getByText('2 har sagt det.').first().waitFor();
  assert.equal(await citizen.getByText('Bord 1').count(), 0);
  await fitsAPhone(phone);
  await accessible(phone);
  await shot(phone, 'historie-stemmer-offentlig');
});
