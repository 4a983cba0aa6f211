// A messy file of associations, as an old system writes it: tried first, then saved, and a second time nothing changes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, pictured, shot, start } from './harness.mjs';
import { workbook } from './workbook.mjs';

// Semicolons, Latin letters in one byte each, an address on two lines, spaces in numbers, an empty line; and three
// rows that cannot be saved: a check digit, no name, and a mail that is none.
const LINES = [
  'Foreningsnavn;CVR-nr.;Adresse;Postnr.;E-mail;Kategori;Antal medlemmer',
  'Åkær Højtlæsere;9977 0058;Kirkestræde 2;9561;kontakt@hoejt.example;Socialt;1.252',
  'Forkert Ciffer;12345678;Kirkestræde 3;9561;kontakt@ciffer.example;Socialt;10',
  'Ærø Æblelaug;;"Forsamlingshuset\nindgang fra gården";9563;kontakt@aeble.example;Natur;80',
  ';;Kirkestræde 4;9561;;Socialt;12',
  '',
  'Uden Post;;Kirkestræde 5;9561;ikke en mail;Socialt;12',
];
const FILE = { name: 'foreninger.csv', mimeType: 'text/csv', buffer: Buffer.from(LINES.join('\r\n'), 'latin1') };

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

for (const javaScript of [true, false]) {
  test(`a messy file is imported, ${javaScript ? 'with' : 'without'} scripts`, { timeout: 120_000 }, async () => {
    const administrator = await town.signedIn('Ib Opdigt', { javaScript });
    await pictured('import', [administrator], () => tell(administrator, javaScript));
    await administrator.close();
  });
}

test('an import is undone from its page, as far as nobody has built on it', { timeout: 120_000 }, async () => {
  const administrator = await town.signedIn('Ib Opdigt');
  await pictured('import-fortryd', [administrator], async () => {
    const page = await town.visit('/import', administrator);
    await page.getByRole('row', { name: /Gemt/ }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Fortryd importen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Fortryd importen' }).waitFor();
    assert.match(await page.getByRole('main').innerText(), /2 rækker bliver fortrudt/);
    await accessible(page);
    await fitsAPhone(page);
    await shot(page, 'import-fortryd');
    await page.getByRole('button', { name: 'Fortryd de 2 rækker' }).click();
    await page.getByText('Importen er fortrudt').waitFor();
    await accessible(page);
    await shot(page, 'import-fortrudt');
    for (let tries = 0; tries < 20 && (await listed('Ærø Æblelaug')) === 1; tries += 1) await page.waitForTimeout(500);
    assert.equal(await listed('Ærø Æblelaug'), 0, 'what was undone is still in the directory');
  });
  await administrator.close();
});

for (const javaScript of [true, false]) {
  test(`a workbook of Excel is used as it is, ${javaScript ? 'with' : 'without'} scripts`, { timeout: 120_000 }, async () => {
    const buffer = workbook({
      Noter: [['Trukket ud i marts']],
      Foreninger: [
        ['Foreninger, der søger lokaler'],
        ['Foreningsnavn', 'Postnr.', 'E-mail'],
        ['Ørnereden Rokkelaug', 9561, 'kontakt@rokkelaug.example'],
        ['', 9561, ''],
      ],
    });
    const administrator = await town.signedIn('Ib Opdigt', { javaScript });
    await pictured('import-ark', [administrator], async () => {
      const page = await town.visit('/import', administrator);
      const main = page.getByRole('main');
      await page.locator('[name=kind][value=associations]').check({ force: true });
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.locator('#file').setInputFiles({ name: 'foreninger.xlsx', mimeType, buffer });
      await main.locator('form[enctype] button[type=submit]').click();
      await page.getByText('Hvilket ark vil du hente ind?').waitFor();
      assert.ok(await page.getByLabel('Foreninger').isChecked(), 'the sheet with known headers is not chosen');
      if (javaScript) {
        await accessible(page);
        await fitsAPhone(page);
        await shot(page, 'import-ark');
      }
      await main.locator('form button[type=submit]').click();
      await page.locator('.s-figures').waitFor();
      assert.deepEqual(await figures(page), { added: 1, changed: 0, unchanged: 0, rejected: 1 });
      assert.match(await main.innerText(), /Læst fra Excel: Ark »Foreninger«, overskrifter i række 2\./);
      assert.equal((await page.locator('.s-report-rejected .s-report-row').innerText()).trim(), '4', 'not the row of the sheet');
      if (javaScript) {
        await accessible(page);
        await shot(page, 'import-ark-rapport');
      }
    });
    await administrator.close();
  });
}

async function tell(administrator, isFirst) {
  const page = await town.visit('/import', administrator);
  const main = page.getByRole('main');
  await upload(page);
  const found = { added: isFirst ? 2 : 0, changed: 0, unchanged: isFirst ? 0 : 2, rejected: 3 };
  assert.deepEqual(await figures(page), found, 'the dry run found something else');
  // It opens on what needs a person; all of it is one click away.
  const whole = await town.visit(`${new URL(page.url()).pathname}?vis=alle`, administrator);
  const report = await whole.locator('.s-report').innerText();
  await whole.close();
  for (const name of ['Åkær Højtlæsere', 'Ærø Æblelaug', 'Forkert Ciffer', 'Uden Post']) {
    assert.ok(report.includes(name), `${name} is not in the report:\n${report}`);
  }

  // what was rejected comes back as a file with the reasons, in letters a spreadsheet reads
  const [download] = await Promise.all([page.waitForEvent('download'), main.locator('a[href$="/afviste"]').click()]);
  // In the encoding it came in.
  const rejected = await readFile(await download.path(), 'latin1');
  assert.match(rejected, /^\uFEFF?.*Foreningsnavn.*;/);
  assert.match(rejected, /Forkert Ciffer/);
  assert.match(rejected, /Kirkestræde 4/);
  assert.match(rejected, /Uden Post/);
  assert.doesNotMatch(rejected, /Ærø Æblelaug/);

  const save = main.locator('form[action$="/gennemfoerelse"] button');
  if (!isFirst) {
    assert.equal(await save.count(), 0, 'there is something to save the second time');
    return;
  }
  await accessible(page);
  await fitsAPhone(page);
  await shot(page, 'import-proeve');
  assert.equal(await listed('Ærø Æblelaug'), 0, 'the dry run saved something');
  await save.click();
  await page.locator('.alert-success').waitFor();
  assert.equal(await save.count(), 0, 'it can be saved again');
  await shot(page, 'import-gemt');
  // The index follows the book of events: on a busy machine it needs a moment to read everything again.
  for (let tries = 0; tries < 20 && (await listed('Ærø Æblelaug')) === 0; tries += 1) await page.waitForTimeout(500);
  assert.equal(await listed('Ærø Æblelaug'), 1, 'what was accepted is not in the directory');
  assert.equal(await listed('Forkert Ciffer'), 0, 'what was rejected is in the directory');

  await page.goto(town.url('/import'));
  await upload(page);
  assert.deepEqual(await figures(page), { added: 0, changed: 0, unchanged: 2, rejected: 3 }, 'the second time something changes');
}

async function upload(page) {
  await page.locator('[name=kind][value=associations]').check({ force: true });
  await page.locator('#file').setInputFiles(FILE);
  await page.getByRole('main').locator('form[enctype] button[type=submit]').click();
  await page.locator('.s-figures').waitFor();
}

/** What the report counted, in the order it says it. */
async function figures(page) {
  const [added, changed, unchanged, rejected] = (await page.locator('.s-figures dd').allInnerTexts()).map(Number);
  return { added, changed, unchanged, rejected };
}

async function listed(name) {
  const visitor = await town.person();
  const page = await town.visit(`/foreninger?q=${encodeURIComponent(name)}`, visitor);
  const count = await page.getByRole('main').getByRole('link', { name, exact: true }).count();
  await visitor.close();
  return count;
}
