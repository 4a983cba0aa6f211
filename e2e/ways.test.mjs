// The same roads for everybody: with the keyboard alone, without scripts, and to whoever has the telephone today.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pictured, start, tabTo } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

const perStory = { timeout: 120_000 };

test('with the keyboard alone one finds a task and shows interest', perStory, async () => {
  const person = await town.person();
  await pictured('tastatur', [person], async () => {
    const page = await town.visit('/', person);
    const go = async (address) => {
      await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
      await page.waitForLoadState('load');
    };
    await tabTo(page, '#q');
    await page.keyboard.type('kaffe');
    await go(/\/opgaver\?.*q=kaffe/);

    await tabTo(page, 'main .s-tasks a[href^="/opgaver/"]');
    await go(/\/opgaver\/[0-9a-f-]{36}/);

    await tabTo(page, 'main a[href$="/interesse"]');
    await go(/\/interesse$/);

    for (const [field, text] of [['#name', 'Prøve Tastesen'], ['#email', 'proeve.tastesen@borger.example'], ['#message', 'Jeg bruger kun tasterne.']]) {
      await tabTo(page, field);
      await page.keyboard.type(text);
    }
    for (const box of await page.locator('main form.s-form input[type=checkbox]').evaluateAll((all) => all.map(({ id }) => id))) {
      await tabTo(page, `#${box}`);
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'main form.s-form button[type=submit]');
    await go(/\/interesse\/tak/);
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    await town.letterTo('proeve.tastesen@borger.example');
  });
});

test('what was typed waits for whoever comes back, and arrives when it is sent', perStory, async () => {
  const person = await town.person();
  await pictured('kladde', [person], async () => {
    const [email, sentence] = ['proeve.genkomst@borger.example', 'Jeg blev afbrudt midt i det hele.'];
    const page = await town.visit('/opgaver?q=Lørdagskaffe', person);
    await page.locator('main .s-tasks a[href^="/opgaver/"]').first().click();
    await page.getByRole('main').locator('a[href$="/interesse"]').first().click();
    await page.waitForURL(/\/interesse$/);
    const form = page.url();
    const message = page.locator('#message');
    const goOn = page.locator('[data-draft-continue]');
    const comeBack = async () => {
      await page.goto(town.url('/opgaver'));
      await page.goto(form);
    };
    await message.fill(sentence);

    // nothing is filled in before it is asked for, a stray key takes nothing away, and it is kept beside
    await comeBack();
    await goOn.waitFor();
    assert.equal(await message.inputValue(), '');
    await message.press('x');
    const beside = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => /^draft:.*\+$/.test(key)).map((key) => sessionStorage.getItem(key)));
    assert.equal(beside.length, 1, 'what is typed while the question stands is kept nowhere');
    assert.match(beside[0], /\["message","x"\]/);
    assert.ok(!/\["(name|email|phone|website)",/.test(beside[0]), 'it keeps what is never kept');
    await comeBack();
    await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
    assert.equal(await message.inputValue(), sentence);
    assert.equal(await goOn.count(), 0, 'the question stands after the answer');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.s-trap')), null, 'one writes into the trap');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'name');

    await page.keyboard.type('Prøve Genkomst');
    await page.locator('#email').fill(email);
    for (const box of await page.locator('main form.s-form input[type=checkbox]').all()) await box.check({ force: true });
    await page.locator('main form.s-form button[type=submit]').click();
    await page.waitForURL(/\/interesse\/tak/);
    await town.letterTo(email);

    // what is sent is no draft any more
    await comeBack();
    assert.equal(await goOn.count(), 0);

    // whoever begins anew keeps what they typed before they said so
    await message.fill('Det første.');
    await comeBack();
    await goOn.waitFor();
    await message.fill('Det andet.');
    await page.locator('[data-draft-anew]').click();
    assert.equal(await message.inputValue(), 'Det andet.');
    await comeBack();
    await goOn.click();
    assert.equal(await message.inputValue(), 'Det andet.');
  });
});

test('the first stop of Tab leads past the menu', perStory, async () => {
  const page = await town.visit('/opgaver', await town.person());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main-content');
});

test('one link leads past the filters to what was found', perStory, async () => {
  const page = await town.visit('/opgaver', await town.person());
  await tabTo(page, 'a[href="#resultater"]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'resultater');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('#resultater') !== null), 'the next stop is not among the tasks');
});

test('without scripts one searches, filters and undoes it by sending the form', perStory, async () => {
  const person = await town.person({ javaScript: false });
  await pictured('soegning-uden-script', [person], async () => {
    const page = await town.visit('/opgaver', person);
    await page.locator('#q').fill('kaffe');
    await page.locator('.s-finder button[type=submit]').click();
    await page.waitForURL(/q=kaffe/);
    const all = await number(page.locator('#antal'));

    // a choice says how many it leaves, and that is what one gets
    // (on a wide screen the choices stand open, and there is nothing to open them with)
    const opener = page.locator('#filtre > summary');
    if (await opener.isVisible()) await opener.click();
    const options = page.locator('#filtre > .s-filter .s-filter-options > .form-group-checkbox');
    const counts = await options.locator('.s-filter-count').evaluateAll((spans) => spans.map((span) => parseInt(span.textContent, 10)));
    const index = counts.findIndex((count) => count > 0 && count < all);
    assert.ok(index >= 0, `no filter narrows ${all} tasks: ${counts.join(', ')}`);
    const option = options.nth(index);
    const label = (await option.locator('label').innerText()).trim();
    await option.locator('label').click();
    await page.locator('.s-filter-apply button').click();
    await page.waitForURL(/q=kaffe/);
    await page.locator('.s-chosen').waitFor();
    assert.equal(await number(page.locator('#antal')), counts[index], `${label} does not leave what it said`);
    assert.equal(await page.locator('#q').inputValue(), 'kaffe', 'the words are forgotten');
    assert.ok(await page.locator('#filtre input[type=checkbox]:checked').count(), 'the choice is not shown as chosen');

    await page.locator('.s-chosen a', { hasText: label }).first().click();
    await page.waitForURL(/q=kaffe/);
    assert.equal(await number(page.locator('#antal')), all, 'without the choice it is not as before');
  });
});

test('when the contact person is on holiday, two clicks lead to the deputy', perStory, async () => {
  const person = await town.person({ javaScript: false });
  await pictured('ferie', [person], async () => {
    const page = await town.visit('/', person);
    await page.locator('main a[href="/kontakt"]').first().click();
    await page.locator('main .s-ways a', { hasText: 'Sundhed og Omsorg' }).click();
    const card = page.locator('.s-contact', { hasText: 'Plejehjemmet Havblik' });
    const text = await card.innerText();
    assert.match(text, /Mia Luftkastel/);
    assert.match(text, /stedfortræder til og med/i);
    assert.doesNotMatch(text, /Ejnar Kulisse/, 'who is away is still shown');
    assert.equal(await card.locator('a[href="tel:12709327"]').count(), 1, 'the telephone of the deputy is not there');
  });
});

/** The number a heading says. */
async function number(heading) {
  const said = (await heading.innerText()).match(/\d+/);
  assert.ok(said, `no number in “${await heading.innerText()}”`);
  return Number(said[0]);
}
