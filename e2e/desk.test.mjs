// Those who work here all day: the menu, Gå til, the lists, and the same done with several.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible, DESK, fitsAPhone, PHONE, shot, start, tabTo } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('koordinatoren finder en opgave med tastaturet alene og henter de frivillige som Excel', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/overblik', asta);
  // by keyboard to the box, and on from there
  await tabTo(page, '#hop');
  await page.keyboard.type('Søndagsfrok');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/opgaver\//);
  await page.getByRole('heading', { level: 1, name: /Søndagsfrokost/ }).waitFor();

  await page.getByRole('navigation', { name: 'Arbejdsmenu' }).getByRole('link', { name: 'Frivillige' }).click();
  const main = page.getByRole('main');
  const whole = await main.locator('tbody tr').count();
  assert.ok(whole >= 20, `only ${whole} volunteers`);
  const names = await main.locator('tbody tr td:nth-child(2) a').allInnerTexts();
  assert.equal(new Set(names).size, names.length, 'somebody stands there twice');
  await main.getByLabel('Navn eller opgave').fill('kaffe');
  await main.getByRole('button', { name: 'Vis', exact: true }).click();
  await page.waitForURL(/q=kaffe/);
  const found = await main.locator('tbody tr').count();
  assert.ok(found >= 1 && found < whole, `${found} of ${whole}`);
  const coming = page.waitForEvent('download');
  await main.getByRole('link', { name: 'Excel' }).click();
  const download = await coming;
  assert.match(download.suggestedFilename(), /^frivillige-\d{4}-\d\d-\d\d\.xlsx$/);
  assert.equal((await readFile(await download.path())).subarray(0, 2).toString(), 'PK');
  await accessible(page);
  await shot(page, 'historie-frivillige');
  await asta.close();
});

for (const javaScript of [true, false]) {
  const how = javaScript ? '' : ' uden JavaScript';
  test(`en kontaktperson skriver til flere frivillige på én gang${how}`, { timeout: 120_000 }, async () => {
    const signedIn = await town.signedIn('Rosa Digtved');
    const rosa = javaScript ? signedIn : await town.withoutScripts(signedIn);
    const page = await town.visit('/frivillige', rosa);
    await page.setViewportSize(PHONE);
    const main = page.getByRole('main');
    const boxes = main.getByRole('checkbox');
    assert.ok((await boxes.count()) >= 2, 'Rosa has no two volunteers');
    // nobody chosen: said, and nothing lost
    await main.getByRole('button', { name: 'Skriv til dem' }).click();
    await page.getByText('Sæt først kryds ved dem, det gælder.').waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await main.getByRole('button', { name: 'Skriv til dem' }).click();
    await page.getByRole('heading', { level: 1, name: /Skriv til [12] frivillig/ }).waitFor();
    if (javaScript) {
      await accessible(page);
      await fitsAPhone(page);
      await shot(page, 'historie-skriv-til-flere');
    }
    await page.setViewportSize(DESK);
    await main.getByLabel('Emne').fill('Ny kaffemaskine');
    await main.getByLabel('Det vil du skrive').fill('Kom ti minutter før, så viser jeg den.');
    await main.getByRole('button', { name: /^Send/ }).click();
    await page.getByText(/mails? er på vej/).waitFor();
    await main.getByRole('link', { name: 'Tilbage til listen' }).click();
    await page.waitForURL(/\/frivillige$/);
    await rosa.close();
    if (!javaScript) await signedIn.close();
  });
}

test('koordinatoren siger pænt nej til flere, når opgaven er fuld', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/interesserede', asta);
  const main = page.getByRole('main');
  const before = Number((await main.getByText(/^\d+ interesserede$/).innerText()).split(' ')[0]);
  for (const place of [0, 1, 2]) await main.getByRole('checkbox').nth(place).check();
  await main.getByRole('button', { name: 'Sig pænt nej' }).click();
  await page.getByRole('heading', { level: 1, name: /Sig pænt nej til [123]/ }).waitFor();
  await accessible(page);
  await shot(page, 'historie-paent-nej');
  await main.getByRole('button', { name: /^Send/ }).click();
  const said = await page.getByText(/har fået et nej og en tak/).innerText();
  await accessible(page);
  await main.getByRole('link', { name: 'Tilbage til listen' }).click();
  const after = Number((await main.getByText(/^\d+ interesserede$/).innerText()).split(' ')[0]);
  assert.equal(before - after, Number(said.split(' ')[0]), 'those who were answered still wait');
  await asta.close();
});

test('en formand siger pænt nej til elleve, der har ringet, på én gang', { timeout: 180_000 }, async () => {
  const abel = await town.signedIn('Abel Demosen');
  const task = await town.linkOn('/opgaveliste?tilstand=open', /^\/opgaver\/[0-9a-f-]{36}$/, abel);
  const page = await town.visit(`${task}/interesse/paa-vegne`, abel);
  const main = page.getByRole('main');
  const names = ['Ask', 'Bo', 'Cilla', 'Dan', 'Else', 'Finn', 'Gry', 'Hans', 'Ida', 'Jens', 'Kaja'].map((name) => `${name} Opringning`);
  for (const [place, name] of names.entries()) {
    await page.goto(town.url(`${task}/interesse/paa-vegne`));
    await main.locator('input[name="name"]').fill(name);
    await main.locator('input[name="phone"]').fill(`20 10 20 ${String(place + 10)}`);
    await main.locator('input[name="email"]').fill(`${name.replace(' ', '.').toLowerCase()}@borger.example`);
    const age = main.locator('input[name="of_age"]');
    if ((await age.count()) > 0) await age.check();
    const send = main.locator('form.s-form button[type="submit"]').first();
    await send.click();
    // A warning that was read is passed over.
    if (page.url().endsWith('/paa-vegne')) await send.click();
    await page.waitForURL((url) => !url.pathname.endsWith('/paa-vegne'));
  }
  await page.goto(town.url('/interesserede'));
  for (const name of names) await main.getByRole('checkbox', { name: new RegExp(name) }).check();
  await main.getByRole('button', { name: 'Sig pænt nej' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sig pænt nej til 11' }).waitFor();
  await main.getByRole('button', { name: /^Send/ }).click();
  await page.getByText(/^11 har fået et nej og en tak/).waitFor();
  await main.getByRole('link', { name: 'Tilbage til listen' }).click();
  for (const name of names) assert.equal(await main.getByText(name).count(), 0, `${name} still waits`);
  await abel.close();
});

test('en kontaktperson ser næste uge på telefonen og aflyser en dag', { timeout: 120_000 }, async () => {
  const rosa = await town.signedIn('Rosa Digtved', { size: PHONE });
  const page = await town.visit('/overblik', rosa);
  await page.locator('.s-menu > summary').click();
  await page.getByRole('navigation', { name: 'Arbejdsmenu' }).getByRole('link', { name: 'Vagter' }).click();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Næste' }).click();
  await page.waitForURL(/uge=/);
  await main.getByText(/^\d+ vagt/).waitFor();
  await accessible(page);
  await fitsAPhone(page);
  await shot(page, 'historie-vagtplan');
  await main.getByRole('link', { name: /^Aflys dagen/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Aflys dagen' }).waitFor();
  await accessible(page);
  // without a reason nothing is done
  await main.getByRole('button', { name: 'Aflys dagen' }).click();
  await page.getByText('Ret dette, og prøv igen').waitFor();
  await main.getByLabel(/^Hvorfor|grund/i).fill('Vi har omgangssyge i huset.');
  await main.getByRole('button', { name: 'Aflys dagen' }).click();
  await page.getByText('Dagen er aflyst.').waitFor();
  await main.getByText('Aflyst').first().waitFor();
  await rosa.close();
});

test('koordinatoren finder dem med kørekort, der kan om tirsdagen, som en Excel-fil', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/cv-banken', asta);
  const main = page.getByRole('main');
  await main.getByLabel(/^kan/i).selectOption({ label: 'Har kørekort' });
  await main.getByLabel(/^dag/i).selectOption({ label: 'Tirsdag' });
  await main.getByRole('button', { name: 'Find frivillige' }).first().click();
  await page.waitForURL(/kan=driving_licence/);
  assert.ok((await main.locator('.s-cv-name').count()) >= 1, 'nobody has a driving licence and time on Tuesday');
  const coming = page.waitForEvent('download');
  await main.getByRole('link', { name: /som Excel/ }).click();
  assert.match((await coming).suggestedFilename(), /^cv-banken-.*\.xlsx$/);
  await accessible(page);
  await asta.close();
});

test('en kontaktperson ordner næste uges vagtplan fra telefonen: kopierer ugen og skriver til en vagt', { timeout: 120_000 }, async () => {
  const rosa = await town.signedIn('Rosa Digtved', { size: PHONE });
  const page = await town.visit('/vagtplan', rosa);
  const main = page.getByRole('main');
  // a week with single shifts, this one or the next
  for (const way of ['', 'Næste', 'Næste']) {
    if (way) await main.getByRole('link', { name: way }).click();
    if ((await main.getByText(/Bage til kaffen|Gåtur til søen|Følgeskab til frisøren/).count()) > 0) break;
  }
  await main.getByRole('link', { name: 'Kopiér ugen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kopiér ugen' }).waitFor();
  // two weeks ahead, before a task is over: past its end it is not copied
  const weeks = main.getByLabel('Til');
  await weeks.selectOption({ index: 1 });
  await main.getByRole('button', { name: 'Se den uge' }).click();
  await accessible(page);
  await fitsAPhone(page);
  await shot(page, 'historie-kopier-ugen');
  await main.getByRole('button', { name: /^Kopiér (vagten|de \d+ vagter)/ }).click();
  await page.getByText('Ugen er kopieret.').waitFor();
  await main.getByText(/Bage til kaffen|Gåtur til søen|Følgeskab til frisøren|Højtlæsning på stue 2/).first().waitFor();

  await page.goto(new URL('/vagtplan', page.url()).href);
  for (let week = 0; week < 3 && (await main.getByRole('button', { name: /^Skriv til/ }).count()) === 0; week++) {
    await main.getByRole('link', { name: 'Næste' }).click();
  }
  await main.getByRole('button', { name: /^Skriv til/ }).first().click();
  await page.getByRole('heading', { level: 1, name: /Skriv til \d+ frivillig/ }).waitFor();
  assert.notEqual(await main.getByLabel('Emne').inputValue(), '', 'what it is about is said');
  await main.getByLabel('Det vil du skrive').fill('Tag gerne regntøj med.');
  await main.getByRole('button', { name: /^Send/ }).click();
  await page.getByText(/mails? er på vej/).waitFor();
  await rosa.close();
});

test('en visning bliver gemt under et navn, fundet igen og fjernet', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/opgaveliste?q=kaffe', asta);
  const main = page.getByRole('main');
  await main.getByText('Gem denne visning').click();
  // without a name: said at the field, and the list stays as it is
  await main.getByRole('button', { name: 'Gem visningen' }).click();
  await page.getByText('Ret dette, og prøv igen').waitFor();
  assert.equal(await main.getByLabel('Opgave eller sted').inputValue(), 'kaffe');
  await accessible(page);
  await main.getByLabel('Navn på visningen').fill('Alt om kaffe');
  await main.getByRole('button', { name: 'Gem visningen' }).click();
  await page.getByText('Visningen er gemt').waitFor();
  await page.goto(new URL('/opgaveliste', page.url()).href);
  await main.getByRole('link', { name: 'Alt om kaffe' }).click();
  await page.waitForURL(/q=kaffe/);
  await accessible(page);
  await shot(page, 'historie-visning');
  await main.getByRole('button', { name: /Fjern visningen/ }).click();
  await page.getByText('Visningen er fjernet').waitFor();
  assert.equal(await main.getByRole('link', { name: 'Alt om kaffe' }).count(), 0);
  await asta.close();
});

test('en ny nøgleperson finder det hele den første morgen', { timeout: 120_000 }, async () => {
  // the coordinator sees who was never here, and appoints; the new one signs in
  const asta = await town.signedIn('Asta Prøvested');
  const name = 'Birk Eksempel';
  const roles = await town.visit('/roller?rolle=key_person', asta);
  const main = roles.getByRole('main');
  await main.getByText(/^\d+ roller?$/).waitFor();
  await main.getByRole('link', { name }).first().waitFor();
  await accessible(roles);
  await fitsAPhone(roles);
  await shot(roles, 'historie-roller');
  await asta.close();

  const key = await town.signedIn(name);
  const page = await town.visit('/overblik', key);
  await page.getByText('Modtaget i dag').or(page.getByRole('heading', { level: 1 })).first().waitFor();
  const menu = page.getByRole('navigation', { name: 'Arbejdsmenu' });
  for (const entry of ['Opgaver', 'Frivillige', 'Vagter', 'Organisation']) {
    await menu.getByRole('link', { name: entry, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.getByRole('main').getByText('Du har ikke adgang').count(), 0, `${entry} refuses`);
  }
  await key.close();
});
