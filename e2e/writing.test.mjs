// Two secretaries write the kommissorium of the coordination group together; a Word file is read in, a version is named and
// compared, and everybody reads what was published.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('to skriver kommissoriet sammen, læser en Word-fil ind og sammenligner en version', { timeout: 180_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const ib = await town.signedIn('Ib Opdigt');
  const page = await town.visit('/organer', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Udviklings- og koordineringsgruppen/ }).click();
  await main.getByRole('link', { name: 'Skriv en tekst' }).click();
  // What is missing is said, and what was written stays.
  await main.getByLabel('Titel').fill('Kommissorium for kørslen');
  await main.getByRole('button', { name: 'Begynd' }).click();
  await main.locator('#slags-error').waitFor();
  assert.equal(await main.getByLabel('Titel').inputValue(), 'Kommissorium for kørslen');
  await main.getByLabel('Kommissorium', { exact: true }).check();
  await main.getByLabel('Begynd med de sædvanlige overskrifter').uncheck();
  await main.getByRole('button', { name: 'Begynd' }).click();
  await page.waitForURL(/\/rediger$/);
  const text = new URL(page.url()).pathname.replace('/rediger', '');
  const field = main.getByLabel('Tekst', { exact: true });
  await main.getByRole('button', { name: 'Overskrift', exact: true }).click();
  await field.fill('Formål');
  await main.getByRole('button', { name: 'Gem, og skriv næste' }).click();
  await main.getByLabel('Slags').waitFor();
  await field.fill('Gruppen mødes to gange om året på rådhuset i Fjordlund.');
  await main.getByRole('button', { name: 'Gem', exact: true }).click();
  await page.getByText('Gemt').first().waitFor();

  // Both have the same paragraph open. What the one types is saved by itself; the other's is joined with it.
  await main.getByRole('link', { name: /Ret ?: Gruppen mødes/ }).click();
  const block = new URL(page.url()).pathname;
  const other = await town.visit(block, ib);
  const his = other.getByRole('main').getByLabel('Tekst', { exact: true });
  await field.fill('Gruppen mødes tre gange om året på rådhuset i Fjordlund.');
  await main.getByText(/^Gemt kl\./).waitFor();
  await accessible(page);
  await shot(page, 'historie-tekst-gemt');
  await his.fill('Gruppen mødes to gange om året på biblioteket i Fjordlund.');
  await other.getByText(/sammen med det, en anden skrev imens/).waitFor();
  assert.equal(await his.inputValue(), 'Gruppen mødes tre gange om året på biblioteket i Fjordlund.');

  // The same words: nothing is saved before both were read. Without a script, too.
  const paper = await town.signedIn('Ib Opdigt', { javaScript: false });
  const plain = await town.visit(block, paper);
  const its = plain.getByRole('main').getByLabel('Tekst', { exact: true });
  await its.fill('Gruppen mødes fire gange om året på biblioteket i Fjordlund.');
  await field.fill('Gruppen mødes fem gange om året på rådhuset i Fjordlund.');
  await main.getByText(/sammen med det, en anden skrev imens/).waitFor();
  await plain.getByRole('button', { name: 'Gem', exact: true }).click();
  await plain.getByText('En anden har skrevet i de samme ord imens').waitFor();
  assert.equal(await its.inputValue(), 'Gruppen mødes fire gange om året på biblioteket i Fjordlund.');
  await shot(plain, 'historie-tekst-begge');
  await plain.getByRole('button', { name: 'Gem', exact: true }).click();
  await plain.getByText('Gemt').first().waitFor();

  // A version with a name.
  await page.goto(new URL(`${text}/versioner`, page.url()).href);
  await main.getByLabel('Navn').fill('Til høring');
  await main.getByRole('button', { name: 'Gem en version' }).click();
  await main.getByRole('link', { name: /^Version 1: Til høring/ }).waitFor();

  // A Word file in place of it, after a look.
  const list = await town.visit('/tekster', asta);
  const rules = await list.getByRole('main').getByRole('link', { name: /^Forretningsorden/ }).first().getAttribute('href');
  await list.close();
  const docx = await asta.request.get(new URL(`${rules}/tekst.docx`, page.url()).href);
  const file = path.join(tmpdir(), `samskab-${process.pid}.docx`);
  await writeFile(file, await docx.body());
  await page.goto(new URL(`${text}/indlaes`, page.url()).href);
  await main.getByRole('button', { name: 'Se, hvad der står i den' }).click();
  await main.locator('#fil-error').waitFor();
  await main.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await main.getByRole('button', { name: 'Se, hvad der står i den' }).click();
  await page.getByRole('heading', { name: 'Er det den rigtige tekst?' }).waitFor();
  await accessible(page);
  await shot(page, 'historie-tekst-laest');
  await main.getByRole('button', { name: 'Erstat teksten' }).click();
  await page.getByText('Filen er læst ind').waitFor();
  await main.getByText('§ 1.').first().waitFor();

  // Compared, word by word.
  await main.getByRole('link', { name: /^Gem en version, eller/ }).click();
  await main.getByRole('link', { name: /^Sammenlign med nu ?: Version 1: Til høring/ }).click();
  await main.locator('del').first().waitFor();
  await main.locator('ins').first().waitFor();
  await accessible(page);
  await shot(page, 'historie-tekst-sammenlignet');
  await page.setViewportSize(PHONE);
  await fitsAPhone(page);

  // Published, it is everybody's.
  await page.goto(new URL(`${text}/versioner`, page.url()).href);
  await main.getByRole('button', { name: 'Gem og offentliggør' }).click();
  await page.getByText('Teksten er offentlig').waitFor();
  const stranger = await town.visit(text);
  await stranger.getByRole('main').getByText('§ 1.').first().waitFor();
  await accessible(stranger);
  await fitsAPhone(stranger);
  await paper.close();
  await ib.close();
  await asta.close();
});
