// A person is one person: the coordinator finds somebody, merges a second registration of hers after reading what moves,
// and hands over for a contact person who leaves. A volunteer changes her own address.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESK, PHONE, accessible, pictured, shot, start } from './harness.mjs';

// In the demo's files: registered twice with one telephone number, and the contact person of Solgården.
const TWICE = { name: 'Elly Strikkepind', stays: 'elly.strikkepind@post.example', gone: 'ellystrikkepind@post.example' };
const CONTACT = 'Bodil Fiktiv';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

async function found(page, words) {
  const main = page.getByRole('main');
  await main.getByLabel('Navn, e-mail eller telefon').fill(words);
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('heading', { name: `Fundet på »${words}«` }).waitFor();
  return main;
}

test('koordinatoren finder en person og samler en dublet', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested', { size: DESK });
  await pictured('saml-dublet', [asta], async () => {
    const page = await town.visit('/overblik', asta);
    await page.getByRole('link', { name: 'Personer', exact: true }).first().click();
    await accessible(page);
    await shot(page, 'personer');
    let main = await found(page, TWICE.name);
    assert.equal(await main.locator('a.s-own-line').count(), 2);
    await accessible(page);
    await shot(page, 'personer-fundet');
    await main.getByRole('link', { name: new RegExp(TWICE.stays) }).click();
    main = page.getByRole('main');
    await main.getByRole('heading', { level: 1, name: TWICE.name }).waitFor();
    for (const heading of ['Roller', 'Aftaler som frivillig', 'Har vist interesse for', 'Kommende vagter', 'Timer', 'Mails fra os']) {
      await main.getByRole('heading', { name: heading, exact: true }).waitFor();
    }
    await accessible(page);
    await shot(page, 'person');
    await main.getByText('Samme telefonnummer').waitFor();
    await main.getByRole('link', { name: /^sammenlign/i }).click();
    await main.getByText('Den, der forsvinder', { exact: true }).waitFor();
    await main.locator('#flytter').getByText(/e-mailadresser/).waitFor();
    await accessible(page);
    await shot(page, 'saml');
    // the address of the one that stays can be chosen
    await main.getByRole('link', { name: 'Behold denne i stedet' }).click();
    await main.locator('#flytter').getByText(new RegExp(TWICE.gone)).waitFor();
    await main.getByRole('link', { name: 'Behold denne i stedet' }).click();
    await main.locator('#flytter').getByText(new RegExp(TWICE.stays)).waitFor();
    await main.getByRole('button', { name: /ja, det er den samme/i }).click();
    await page.getByText('De to er nu én.').waitFor();
    await main.getByText('Lørdagskaffe', { exact: false }).first().waitFor();
    assert.equal(await main.getByText('Måske den samme person').count(), 0);

    for (const address of [TWICE.stays, TWICE.gone]) {
      const letter = await town.letterTo(address);
      assert.match(letter, /registreret to gange/);
    }
    await page.goto(town.url('/personer'));
    main = await found(page, TWICE.name);
    assert.equal(await main.locator('a.s-own-line').count(), 1);
  });
  await asta.close();
});

test('en kontaktperson stopper og bliver overdraget ét sted', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested', { size: DESK });
  await pictured('overdrag', [asta], async () => {
    const page = await town.visit('/personer', asta);
    let main = await found(page, CONTACT);
    await main.getByRole('link', { name: new RegExp(CONTACT) }).click();
    main = page.getByRole('main');
    await main.getByRole('link', { name: /overdrag og afslut/i }).click();
    await main.getByRole('heading', { name: /kontakt for \d+ opgave/i }).first().waitFor();
    await accessible(page);
    await shot(page, 'overdrag');
    await main.getByRole('button', { name: 'Overdrag og afslut' }).click();
    // nothing is guessed: what is missing is said at its field
    await main.getByText('Vælg, hvad der er sket').first().waitFor();
    await shot(page, 'overdrag-fejl');
    await main.getByRole('radio', { name: 'Stopper i sine roller' }).check({ force: true });
    const selects = main.locator('select');
    for (let at = 0; at < (await selects.count()); at += 1) {
      await selects.nth(at).selectOption({ index: 1 });
    }
    await main.getByRole('button', { name: 'Overdrag og afslut' }).click();
    await page.getByText('Det er overdraget.').waitFor();
    await main.getByText('Slut', { exact: true }).first().waitFor();
    const thanks = await town.letterTo('bodil.fiktiv@fjordlund.example');
    assert.match(thanks, /Tak for den tid/);
  });
  await asta.close();
});

test('en frivillig skifter sin egen e-mailadresse', { timeout: 90_000 }, async () => {
  const vilma = await town.signedIn('Vilma Godvilje', { size: PHONE });
  await pictured('skift-email', [vilma], async () => {
    const page = await town.visit('/min-profil', vilma);
    await page.getByRole('link', { name: 'Skift e-mailadresse' }).click();
    const main = page.getByRole('main');
    await main.getByLabel('Ny e-mailadresse').fill('vilma.ny@post.example');
    await accessible(page);
    await shot(page, 'skift-email');
    await main.getByRole('button', { name: /send mail/i }).click();
    await page.getByText('Vi har sendt en mail til den nye adresse.').waitFor();
    const letter = await town.letterTo('vilma.ny@post.example');
    await page.goto(town.linkIn(letter));
    await main.getByRole('heading', { name: 'Er det din nye e-mailadresse?' }).waitFor();
    await accessible(page);
    await shot(page, 'skift-email-bekraeft');
    await main.getByRole('button', { name: 'Ja, skift til den adresse' }).click();
    await page.getByText('Din e-mailadresse er skiftet.').waitFor();
    await main.getByText('vilma.ny@post.example').first().waitFor();
    const told = await town.letterTo('vilma.godvilje@post.example');
    assert.match(told, /Var det ikke dig/);
  });
  await vilma.close();
});
