// The volunteer's road: a CV, tasks with reasons, an invitation, a first shift in one's own calendar; then a
// stand-in, and a proof on one sheet of paper.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, accessible, pictured, shot, start } from './harness.mjs';

const NEW = { name: 'Gerda Godmorgen', email: 'gerda.godmorgen@borger.example' };
// In the demo's files: a Sunday's singing at a care home, without requirements, and the contact person there.
const TASK = 'Søndagssang i Havestuen';
const CONTACT_PERSON = 'Rosa Digtved';
const VOLUNTEER = 'Vilma Godvilje';
const COLLEAGUE = 'Otto Overskud';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('en frivillig laver et CV, ser hvorfor, siger ja og får sin første vagt i kalenderen', { timeout: 180_000 }, async () => {
  const gerda = await town.person({ size: PHONE });
  const rosa = await town.signedIn(CONTACT_PERSON);
  await pictured('frivillig', [gerda, rosa], () => begin(gerda, rosa));
  await gerda.close();
  await rosa.close();
});

test('en frivillig finder en afløser', { timeout: 120_000 }, async () => {
  const vilma = await town.signedIn(VOLUNTEER, { size: PHONE });
  const otto = await town.signedIn(COLLEAGUE);
  await pictured('afloeser', [vilma, otto], () => findAStandIn(vilma, otto));
  await vilma.close();
  await otto.close();
});

test('en frivillig printer sit bevis på ét ark, og andre ser, at det er ægte', { timeout: 90_000 }, async () => {
  const vilma = await town.signedIn(VOLUNTEER);
  await pictured('bevis', [vilma], () => printAProof(vilma));
  await vilma.close();
});

async function begin(gerda, rosa) {
  // an account by a mailed link
  const page = await town.visit('/bliv-frivillig', gerda);
  const main = page.getByRole('main');
  await main.getByLabel(/^dit navn/i).fill(NEW.name);
  await main.getByLabel(/^din e-mail/i).fill(NEW.email);
  await main.getByRole('button', { name: /send mig et link/i }).click();
  await main.getByText(/se i din indbakke/i).waitFor();
  await page.goto(town.linkIn(await town.letterTo(NEW.email)));
  await main.getByRole('button', { name: /kom i gang/i }).click();

  // the CV
  await page.goto(town.url('/min-side/cv'));
  // The most usual choices stand there; the others are one click away.
  await main.locator('details').evaluateAll((all) => all.filter((one) => !one.querySelector('[name^=not_]')).forEach((one) => (one.open = true)));
  for (const like of ['Sang og kor', 'Musik', 'Samtale og selskab', 'Ældre']) {
    await main.getByRole('checkbox', { name: like, exact: true }).check({ force: true });
  }
  for (const time of ['Søndag, eftermiddag', 'Lørdag, eftermiddag', 'Onsdag, formiddag']) {
    await main.getByRole('checkbox', { name: time, exact: true }).check({ force: true });
  }
  await main.getByLabel(/^postnummer/i).fill('9561');
  await accessible(page);
  await shot(page, 'historie-cv');
  await main.getByRole('button', { name: 'Gem mit CV' }).click();

  // the yes to being found: given field by field, on the next page
  await page.waitForURL(/samtykke/);
  for (const field of await main.locator('input[name=fields]').all()) await field.check({ force: true });
  await main.getByRole('button', { name: /^ja, jeg vil gerne/i }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/samtykke'));
  await page.goto(town.url('/min-side'));
  const pseudonym = (await main.innerText()).match(/Frivillig ([A-Z0-9]{4})/)?.[1];
  assert.ok(pseudonym, 'Min side does not say what staff call her');

  // three tasks that fit, each with its reasons
  await page.goto(town.url('/min-side/forslag'));
  const reasons = await main.locator('.s-why').allInnerTexts();
  assert.ok(reasons.length >= 3, `only ${reasons.length} tasks are suggested`);
  for (const reason of reasons.slice(0, 3)) assert.match(reason, /^Passer til dig, fordi .+\.$/);
  await accessible(page);
  await shot(page, 'historie-forslag');

  // the contact person finds her among those who fit, without her name, and invites her
  const desk = await town.visit('/mine-opgaver', rosa);
  await desk.getByRole('main').getByRole('link', { name: TASK }).first().click();
  await desk.getByRole('main').getByRole('link', { name: /frivillige, der passer/i }).click();
  const task = new URL(desk.url()).pathname.replace(/\/frivillige$/, '');
  await desk.getByRole('checkbox', { name: new RegExp(pseudonym) }).check({ force: true });
  assert.ok(!(await desk.content()).includes(NEW.name), 'her name is shown before she has said yes');
  await desk.getByRole('main').locator('textarea').fill('Kom og syng med os på søndag!');
  await accessible(desk);
  await shot(desk, 'historie-inviterer');
  await desk.getByRole('main').getByRole('button', { name: 'Send invitation' }).click();
  await desk.getByRole('main').locator('article', { hasText: pseudonym }).getByText(/venter på svar/i).waitFor();

  // she is asked, and says yes
  await page.goto(town.url('/min-side'));
  await main.locator('a[href^="/invitationer/"]').first().click();
  await main.getByText('Kom og syng med os på søndag!').waitFor();
  await accessible(page);
  await shot(page, 'historie-invitation');
  await main.getByRole('button', { name: 'Ja tak' }).click();

  // it leads her on to the agreement, and both agree
  await page.getByText(/læs nu aftalen/i).first().waitFor();
  await main.getByRole('button', { name: 'Ja, det vil jeg' }).click();
  await page.getByText(/du har sagt ja/i).first().waitFor();
  const agreement = new URL(page.url()).pathname.split('/').pop();
  await desk.goto(town.url(`/engagementer/${agreement}`));
  await desk.getByRole('main').getByRole('button', { name: 'Ja, det vil vi' }).click();
  await desk.getByText(/i har begge sagt ja/i).first().waitFor();

  // the place lays out Sunday's shift: she has agreed to that day, and is on it
  await desk.goto(town.url(`${task}/vagter`));
  await desk.getByRole('main').getByRole('button', { name: /lav vagter efter opgavens tid/i }).click();
  await desk.getByRole('main').locator('.s-wait-title').first().waitFor();
  await page.goto(town.url('/min-side/vagter'));
  await main.locator('.s-wait-title a').first().click();
  await main.getByText('Du er på', { exact: true }).waitFor();
  await shot(page, 'historie-vagt');

  // and has it in her own calendar
  await page.goto(town.url('/min-side/kalender'));
  await main.getByRole('button', { name: /lav adresse/i }).click();
  const address = await main.getByLabel(/^kalenderadresse/i).inputValue();
  const answer = await fetch(town.url(new URL(address).pathname));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /text\/calendar/);
  const events = calendar(await answer.text());
  assert.equal(events.length, 1, 'one shift is one event');
  assert.match(events[0].SUMMARY, new RegExp(TASK));
  const starts = moment(events[0]);
  assert.ok(starts > new Date(), `the shift begins in the past: ${starts}`);
  assert.equal(danish(starts), 'søndag 14.30');
}

async function findAStandIn(vilma, otto) {
  // the first of her shifts that Otto is not on himself
  const page = await town.visit('/min-side/vagter', vilma);
  const main = page.getByRole('main');
  const shifts = await main.locator('.s-wait-title a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  let shift;
  for (const href of shifts) {
    await page.goto(town.url(href));
    const asks = page.locator('select[name=hvem] option', { hasText: /^Otto/ });
    if (await asks.count()) {
      shift = href;
      break;
    }
  }
  assert.ok(shift, `none of ${shifts.length} shifts can be given to Otto`);
  await main.getByText(/spørg en bestemt/i).click();
  await page.locator('select[name=hvem]').selectOption({ label: await page.locator('select[name=hvem] option', { hasText: /^Otto/ }).first().innerText() });
  await shot(page, 'historie-afloeser');
  await main.getByRole('button', { name: /^spørg$/i }).click();
  await main.getByText(/du har spurgt otto/i).first().waitFor();

  const his = await town.visit('/min-side/vagter', otto);
  await his.goto(town.url(shift));
  await accessible(his);
  await his.getByRole('main').getByRole('button', { name: /ja, jeg tager den/i }).click();
  await his.getByText(/du er på vagten/i).first().waitFor();

  // it is no longer hers
  await page.goto(town.url('/min-side/vagter'));
  const still = await main.locator('.s-wait-title a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const hers = await main.locator('article', { has: page.locator(`a[href="${shift}"]`) }).filter({ hasText: /du er på/i }).count();
  assert.equal(hers, 0, `she is still on ${shift} of ${still}`);
}

async function printAProof(vilma) {
  const page = await town.visit('/min-side/beviser', vilma);
  const main = page.getByRole('main');
  await main.getByRole('checkbox', { name: /besøgsven på solgården/i }).check({ force: true });
  await main.getByLabel(/^det har jeg lært/i).fill('At sidde stille og lytte.');
  await main.getByRole('button', { name: /^se beviset/i }).click();
  await main.getByText('At sidde stille og lytte.').first().waitFor();
  await main.getByRole('button', { name: /^udsted beviset/i }).click();
  await page.waitForURL(/\/beviser\//);
  await accessible(page);
  await shot(page, 'historie-bevis');
  // On paper the code and its square stand at the foot: without them nobody can see whether it is genuine.
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.s-proof-name', '.s-proof-code', '.s-proof-qr svg']) {
    assert.ok(await page.locator(part).isVisible(), `${part} is not on the paper`);
  }
  await page.emulateMedia({ media: null });
  const paper = await page.pdf({ format: 'A4', printBackground: true });
  const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  assert.equal(sheets.length, 1, 'the proof is not one sheet of paper');

  const code = (await main.locator('.s-proof-code').innerText()).trim();
  const employer = await town.person();
  const check = await town.visit(`/bevis/${code}`, employer);
  await check.getByRole('main').getByRole('heading', { name: /beviset er ægte/i }).waitFor();
  await check.getByRole('main').getByText(VOLUNTEER).waitFor();
  const help = await town.visit('/bevis/K7QF-3MXA', employer);
  await help.getByRole('main').getByRole('heading', { name: /beviset er ægte/i }).waitFor();
  await employer.close();
}

/** The events of a calendar (RFC 5545), with its folded lines put together. */
function calendar(text) {
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events = [];
  let event;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {};
    else if (line === 'END:VEVENT') events.push(event), (event = undefined);
    else if (event) {
      const [, name, parameters, value] = line.match(/^([A-Z-]+)((?:;[^:]*)?):(.*)$/) ?? [];
      if (name) event[name] = value.replace(/\\([,;\\])/g, '$1');
      if (name === 'DTSTART') event.zone = parameters;
    }
  }
  return events;
}

/** When an event begins: in universal time, or on the wall clock in Denmark. */
function moment({ DTSTART: text, zone }) {
  const [, year, month, day, hour, minute, z] = text.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(Z?)$/);
  const guess = Date.UTC(year, month - 1, day, hour, minute);
  if (z) return new Date(guess);
  assert.match(zone, /TZID=Europe\/Copenhagen/);
  const wall = new Date(new Date(guess).toLocaleString('sv-SE', { timeZone: 'Europe/Copenhagen' }) + 'Z');
  return new Date(guess - (wall - guess));
}

function danish(at) {
  const part = (how) => new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', ...how }).format(at);
  return `${part({ weekday: 'long' })} ${part({ hour: '2-digit', minute: '2-digit' })}`;
}
