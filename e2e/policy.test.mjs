// A municipality takes a policy from the first plan to the council in twelve months: a council that was not asked stops the
// decision until it is written down why, a citizen signs up on a telephone, and everybody reads how it came to be.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start({ at: '2027-01-11T09:00' });
});
after(() => town?.stop());

const TITLE = 'Politik for fælles måltider';
let policy;

/** What the coordinator does at a moment – or now –, signed in anew: months lie between. */
async function asAsta(at, does) {
  if (at) await town.goesOnAt(at);
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/overblik', asta);
  await does(page, page.getByRole('main'));
  await asta.close();
}

/** The step with this name is said to be done. */
async function hold(page, main, step, outcome) {
  await page.goto(town.url(`${policy}/plan`));
  await main.getByRole('link', { name: new RegExp(`Markér som udført.*${step}`) }).click();
  await main.getByLabel('Hvad kom der ud af det?').fill(outcome);
  await main.getByRole('button', { name: 'Markér som udført' }).click();
  await page.getByText('Trinnet er udført').waitFor();
}

/** A body meets on a day; the path of the meeting. */
async function meets(page, main, body, day) {
  await page.goto(town.url('/organer'));
  await main.getByRole('link', { name: new RegExp(`^${body}`) }).click();
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  await main.getByLabel('Dag', { exact: true }).fill(day);
  await main.getByLabel('Fra kl.').fill('16.00');
  await main.getByLabel('Til kl.').fill('18.00');
  await main.getByLabel('Sted').fill('Rådhuset');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The minutes say yes to what was put, and are approved. */
async function saysYes(page, main, meeting, decision) {
  await page.goto(town.url(meeting));
  const links = main.locator('a[href^="/punkter/"][href$="/referat"]');
  for (const href of await links.evaluateAll((all) => all.map((link) => link.href))) {
    await page.goto(href);
    const put = main.getByLabel('Forslaget er godkendt');
    await ((await put.count()) > 0 ? put : main.getByLabel(/^(Behandlet|Referatet er godkendt)$/)).check();
    await main.getByLabel('Beslutning').fill(decision);
    await main.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.waitForURL(/\/moeder\/.*\/referat/);
  }
  await main.getByRole('button', { name: 'Gør referatet færdigt' }).click();
  await main.getByRole('button', { name: 'Godkend referatet' }).click();
  await page.getByText('Referatet er godkendt').first().waitFor();
}

/** The text has a version with these words. */
async function keeps(page, main, words, name) {
  await page.goto(town.url(policy));
  await main.getByRole('link', { name: 'Læs teksten' }).click();
  const text = new URL(page.url()).pathname;
  await page.goto(town.url(`${text}/rediger`));
  await main.locator('form[action$="/afsnit"] button[value="paragraph"]').click();
  await page.waitForURL(/\/tekstblokke\//);
  await main.locator('#tekst').fill(words);
  await main.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.goto(town.url(`${text}/versioner`));
  await main.locator('#navn').fill(name);
  await main.getByRole('button', { name: 'Gem en version' }).click();
  await main.getByText(name).first().waitFor();
}

test('kommunen laver en politik fra plan til vedtagelse på et år', { timeout: 600_000 }, async () => {
  await asAsta('', async (page, main) => {
    await page.goto(town.url('/politikker'));
    await main.getByRole('link', { name: 'Begynd en politik' }).click();
    // What is missing is said at its field, and what was written stays.
    await main.getByLabel('Titel').fill(TITLE);
    await main.getByRole('button', { name: 'Begynd', exact: true }).click();
    await main.locator('#slags-error').waitFor();
    assert.equal(await main.getByLabel('Titel').inputValue(), TITLE);
    await main.getByLabel('Værdipolitik').check();
    await main.getByLabel('Hvad handler den om?').fill('Hvordan frivillige og ansatte spiser sammen med borgerne.');
    const leader = main.getByLabel('Projektleder');
    const coordinator = leader.locator('option', { hasText: 'rivillighedskoordinator' }).first();
    await leader.selectOption(await coordinator.getAttribute('value'));
    const departments = main.getByRole('group', { name: /Forvaltninger/ }).getByRole('checkbox');
    await departments.nth(0).check();
    await departments.nth(1).check();
    await main.getByRole('button', { name: 'Begynd', exact: true }).click();
    await page.getByText('Politikken er begyndt').waitFor();
    policy = new URL(page.url()).pathname.replace('/plan', '');
    await main.getByText('Frivilligrådet har ret til at blive hørt, men står ikke i planen.').waitFor();
    await accessible(page);
    await shot(page, 'historie-politik-plan');
    await hold(page, main, 'Spørg frivillige', '14 frivillige vil helst mødes om aftenen.');
    // There are two committees: somebody says which.
    await page.goto(town.url(`${policy}/plan`));
    await main.getByRole('link', { name: /Ret.*Udvalget indstiller/ }).click();
    await main.locator('#organ').selectOption({ label: 'Velfærdsudvalget' });
    await main.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('Trinnet er gemt').waitFor();
    await page.goto(town.url(`${policy}/plan`));
    await main.getByRole('button', { name: 'Aftal planen' }).click();
    await page.getByText('Planen er aftalt').first().waitFor();
    await page.goto(town.url(`${policy}/visning`));
    await main.getByLabel('Alle kan se planen').check();
    await main.getByLabel('Hvem leder I efter').fill('Vi søger to, der laver mad sammen med andre.');
    await main.getByLabel('Sidste dag').fill('2027-02-12');
    await main.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('Gemt.').waitFor();
  });

  // A citizen signs up on a telephone.
  const phone = await town.visit('/politikker');
  await phone.setViewportSize(PHONE);
  const citizen = phone.getByRole('main');
  await citizen.getByRole('link', { name: new RegExp(TITLE) }).click();
  await fitsAPhone(phone);
  await accessible(phone);
  await shot(phone, 'historie-politik-borger', [PHONE]);
  await citizen.getByRole('link', { name: 'Vær med til at lave den' }).click();
  await citizen.getByLabel('Dit navn').fill('Gerda Gryde');
  await citizen.getByLabel('Din e-mail').fill('gerda.gryde@borger.example');
  await citizen.getByLabel('Frivillig', { exact: true }).check();
  await citizen.getByLabel('Hvorfor vil du').fill('Jeg laver suppe hver tirsdag.');
  await citizen.getByRole('button', { name: 'Meld dig' }).click();
  await citizen.getByRole('heading', { name: 'Tak' }).waitFor();
  assert.match(await town.letterTo('gerda.gryde@borger.example'), /Politik for fælles måltider/);

  await asAsta('2027-02-03T10:00', async (page, main) => {
    await main.getByRole('link', { name: /1 vil gerne være med i »Politik for fælles måltider«/ }).first().click();
    await main.getByRole('link', { name: /Svar.*Gerda Gryde/ }).click();
    await main.getByRole('button', { name: 'Ja tak, du er med' }).click();
    await page.getByText('Svaret er sendt').waitFor();
  });

  await asAsta('2027-05-10T10:00', async (page, main) => {
    for (const [step, outcome] of [
      ['Input til', 'Otte samtaler.'],
      ['Fællesmøde', '52 kom.'],
      ['Lokale dialogmøder', 'Fire møder.'],
      ['Dialogmøder for faggrupper', 'Hvem har ansvaret for allergi?'],
    ]) await hold(page, main, step, outcome);
    await keeps(page, main, 'Vi spiser sammen mindst én gang om ugen.', 'Udkast');
    await hold(page, main, 'Skriv alle forslag sammen', 'Første udkast.');
  });

  // The hearing; a council is left out.
  await asAsta('2027-06-01T09:00', async (page, main) => {
    await page.goto(town.url('/hoeringer/ny'));
    await main.locator('#titel').fill(TITLE);
    await main.locator('#hvorfor').fill('Vi vil vide, hvad du mener om forslaget.');
    await main.locator('#tekst').fill('# Måltider\n\nVi spiser sammen mindst én gang om ugen.');
    await main.locator('#aabner').fill('2027-06-01');
    await main.locator('#aabner_kl').fill('09.00');
    await main.locator('#lukker').fill('2027-06-29');
    await main.locator('#lukker_kl').fill('12.00');
    await main.locator('input[name="offentlig"]').first().check();
    await main.locator('#kontakt').fill('Asta Prøvested, 12 70 94 76');
    await main.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.waitForURL(/\/parter$/);
    const hearing = new URL(page.url()).pathname.replace('/parter', '');
    const leave = main.locator('form[action$="/udelad"]');
    await main.getByText('Udelad nogle af dem').click();
    await leave.getByLabel('Frivilligrådet', { exact: true }).check();
    await leave.locator('#grund').fill('Rådet vælges først i september.');
    await leave.getByRole('button', { name: 'Udelad' }).click();
    await page.waitForURL(/\/parter/);
    const all = main.getByRole('button', { name: 'Spørg dem alle' });
    if ((await all.count()) > 0) await all.click();
    await page.goto(town.url(hearing));
    await main.getByRole('button', { name: 'Annoncér høringen' }).click();
    await main.getByText(/Svar senest/).first().waitFor();
    await page.goto(town.url(`${policy}/plan`));
    await main.getByRole('link', { name: /Ret.*Send forslaget i høring/ }).click();
    await main.locator('#hoering').selectOption({ label: TITLE });
    await main.getByRole('button', { name: 'Gem' }).click();
    await page.getByText('Trinnet er gemt').waitFor();
    await main.getByText('Høringen er af en anden tekst end politikkens.').waitFor();
  });

  await asAsta('2027-08-02T09:00', async (page, main) => {
    await page.goto(town.url(`${policy}/plan`));
    await main.getByRole('link', { name: TITLE, exact: true }).first().click();
    await main.getByRole('link', { name: 'Høringsnotat' }).click();
    await main.getByRole('button', { name: 'Offentliggør høringsnotatet' }).click();
    await page.getByText('Notatet er offentliggjort').waitFor();
    await keeps(page, main, 'Alle kan være med, også den, der ikke kan tåle mælk.', 'Efter høringen');
    await hold(page, main, 'Justér', 'Et afsnit om allergi er føjet til.');
    await page.goto(town.url(policy));
    for (let left = 2; left > 0; left -= 1) {
      await main.getByRole('button', { name: /^Skriv, at de har sagt ja/ }).first().click();
      await page.getByText('Gemt.').waitFor();
    }
    // The committee's agenda stays without it: somebody with a right was not heard.
    await meets(page, main, 'Velfærdsudvalget', '2027-09-07');
    assert.equal(await main.getByText(TITLE).count(), 0);
    await page.goto(town.url(`${policy}/plan`));
    await main.getByText('At Frivilligrådet er blevet hørt. De har ret til det.').first().waitFor();
    await shot(page, 'historie-politik-mangler');
    await main.getByRole('link', { name: /Gå videre uden.*Frivilligrådet/ }).first().click();
    await main.getByLabel('Hvorfor?').fill('Rådet vælges først i september. Formanden for det gamle råd har læst forslaget.');
    await accessible(page);
    await main.getByRole('button', { name: 'Gå videre uden' }).click();
    await page.getByText('Undtagelsen er skrevet ned').waitFor();
  });

  let first;
  await asAsta('2027-09-06T09:00', async (page, main) => {
    first = await meets(page, main, 'Velfærdsudvalget', '2027-09-14');
    await main.getByText('Det indstilles, at udvalget anbefaler byrådet').waitFor();
    await main.getByText(/Rådet vælges først i september/).first().waitFor();
  });
  await asAsta('2027-09-15T09:00', async (page, main) => saysYes(page, main, first, 'Udvalget anbefaler politikken.'));
  let second;
  await asAsta('2027-10-04T09:00', async (page, main) => {
    second = await meets(page, main, 'Byrådet', '2027-10-26');
    await main.getByText('Det indstilles, at byrådet vedtager').waitFor();
    await main.getByText(/Fraveget: Frivilligrådet er ikke hørt/).first().waitFor();
  });
  await asAsta('2027-10-27T09:00', async (page, main) => saysYes(page, main, second, 'Byrådet vedtager politikken.'));

  // Everybody reads it, and how it came to be.
  await town.goesOnAt('2027-11-01T09:00');
  const reader = await town.visit(policy);
  await reader.setViewportSize(PHONE);
  const shown = reader.getByRole('main');
  await shown.getByText(/Vedtaget af Byrådet 26\. oktober 2027, beslutning/).waitFor();
  await shown.getByText(/Formanden for det gamle råd har læst forslaget/).waitFor();
  await shown.getByText(/1 nye/).waitFor();
  await fitsAPhone(reader);
  await accessible(reader);
  await shot(reader, 'historie-politik-vedtaget');
  await shown.getByRole('link', { name: 'Læs politikken' }).click();
  await shown.getByText('også den, der ikke kan tåle mælk').waitFor();
  assert.match(await town.letterTo('gerda.gryde@borger.example'), /vedtaget/);
});
