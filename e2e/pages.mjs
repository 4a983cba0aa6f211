// Every page, in Danish and English: well formed, accessible, on a phone, by keyboard, without scripts.
//
// The specs `pages-….test.mjs` share them among each other, so that they run beside each other. In each, one program and
// one browser for all; each role signs in once, and looks at one page after the other in one tab. Pictures are taken of
// the Danish pages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  DESK,
  PHONE,
  accessible,
  fitsAPhone,
  linkOf,
  pictured,
  shot,
  start,
  survivesLargeText,
  survivesZoom,
  tablesCanBeCompared,
  usableByKeyboard,
  wellFormed,
  worksWithoutScripts,
} from './harness.mjs';

const TASK = /^\/opgaver\/[0-9a-f-]{36}$/;
const ASSOCIATION = /^\/foreninger\/[0-9a-f-]{36}$/;
const UNIT = /^\/enheder\/[0-9a-f-]{36}$/;
const POSITION = /^\/stillinger\/[0-9a-f-]{36}$/;
const APPROVAL = /^\/foreninger\/[0-9a-f-]{36}\/godkendelse$/;
const INTEREST = /^\/interesser\/[0-9a-f-]{36}/;
const INTERESTED = /^\/opgaver\/[0-9a-f-]{36}\/interesserede/;
const ENGAGEMENT = /^\/engagementer\/[0-9a-f-]{36}$/;
const AGREEMENT = /^\/aftaler\/[0-9a-f-]{36}$/;
const SHIFT = /^\/vagter\/[0-9a-f-]{36}$/;
const CV = /^\/cv-banken\/[0-9a-f-]{36}/;
const BODY = /^\/organer\/[0-9a-f-]{36}$/;
const SEAT = /^\/pladser\/[0-9a-f-]{36}\/efterfoelger$/;
const DIALOGUE = /^\/borgermoeder\/[0-9a-f-]{36}$/;
const PROPOSAL = /^\/forslag\/[0-9a-f-]{36}$/;
const FOCUS = /^\/fokus\/[0-9a-f-]{36}$/;
const INITIATIVE = /^\/indsatser\/[0-9a-f-]{36}$/;
const HEARING = /^\/hoeringer\/[0-9a-f-]{36}$/;
const POLICY = /^\/politikker\/[0-9a-f-]{36}$/;
const PLAN_TEMPLATE = /^\/politikskabeloner\/[0-9a-f-]{36}$/;
const MEETING = /^\/moeder\/[0-9a-f-]{36}/;
const TEXT = /^\/tekster\/[0-9a-f-]{36}$/;
const CHANNEL = /^\/kanaler\/[0-9a-f-]{36}$/;
const PERSON = /^\/personer\/[0-9a-f-]{36}$/;
const PROOF = /^\/beviser\/[0-9a-f-]{36}$/;
const EDIT_TASK = /^\/opgaver\/[0-9a-f-]{36}\/rediger$/;

const BOTH = ['da', 'en'];
const DANISH = ['da'];

/** The first link that fits a pattern on a page, and what stands behind it. */
const from = (address, pattern, behind = '') => async (person) => {
  const link = await linkOf(await town.visitNext(address, person), pattern);
  return link.replace(/[?#].*/, '') + behind;
};

/** Where an address leads that sends each to their own place. */
const behind = (address) => async (person) => {
  const { pathname, search } = new URL((await town.visitNext(address, person)).url());
  return pathname + search;
};

/** Pages behind the first text: a block that is open, and a version. */
const writing = async (person) => from(await from('/tekster', TEXT, '/rediger')(person), /^\/tekstblokke\//)(person);
const versionOf = async (person) => from(await from('/tekster', TEXT, '/versioner')(person), /^\/tekstversioner\//)(person);

/** The text whose voices the demo has, and what stands behind it; or the first link there that fits a pattern. */
const voiced = (behind, pattern) => async (person) => {
  const page = await town.visit('/organer', person);
  await page.getByRole('link', { name: /^Frivilligrådet/ }).click();
  const link = await page.getByRole('link', { name: /^Udkast til politik for frivillighed/ }).getAttribute('href');
  await page.close();
  return pattern ? from(link + behind, pattern)(person) : link + behind;
};

/** What everybody reads of a text, by way of its body. */
const publicText = async (person) => {
  const page = await town.visit('/organer', person);
  await page.getByRole('link', { name: /^Frivilligrådet/ }).click();
  const link = await page.locator('main a[href^="/tekster/"]').first().getAttribute('href');
  await page.close();
  return link;
};

/** Of the text to which changes are proposed: a page of it, or the first link there that fits a pattern. */
const changed = (behind, pattern) => async (person) => {
  const page = await town.visit('/organer', person);
  await page.getByRole('link', { name: /^Udviklings- og koordineringsgruppen/ }).click();
  const link = await page.getByRole('link', { name: /Spilleregler for frivillige/ }).getAttribute('href');
  await page.close();
  return pattern ? (await from(link + behind, pattern)(person)) : link + behind;
};

/** The first paragraph of it that can be changed. */
const proposing = async (person) => linkOf(await town.visitNext(await changed('')(person), person), /\/aendringsforslag\/nyt\?/);

/** Of the hearing that is answered: a page of it, or the first link there that fits a pattern. */
const answered = (behind, pattern) => async (person) => {
  const page = await town.visitNext('/hoeringer', person);
  const link = await page.getByRole('link', { name: /Spilleregler for frivillige/ }).getAttribute('href');
  return pattern ? from(link + behind, pattern)(person) : link + behind;
};

/** The policy that is in dialogue: a page of it, or the first link there that fits a pattern. */
const inDialogue = (behind, pattern) => async (person) => {
  const page = await town.visitNext('/politikker', person);
  const link = await page.getByRole('link', { name: /Strategi for unge frivillige/ }).getAttribute('href');
  return pattern ? from(link + behind, pattern)(person) : link + behind;
};

/** What is missing before a step of it, and may be gone on without. */
const withoutIt = async (person) => {
  const page = await town.visitNext(await inDialogue('/plan')(person), person);
  return page.locator('a[href*="/undtagelse?"]').first().getAttribute('href');
};

/** The policy that the council has adopted. */
const adopted = (behind) => async (person) => {
  const page = await town.visitNext('/politikker', person);
  const link = await page.getByRole('link', { name: /Politik for frivillighed og folkeoplysning/ }).getAttribute('href');
  return link + behind;
};

/** What is aimed at in the first text that aims at something. */
const AIMS = async (person) => linkOf(await town.visitNext('/maal', person), /^\/maal\?tekst=/);

/** The annexes of a point on an agenda of the coordinator's group. */
const annexes = async (person) => {
  const page = await town.visitNext('/organer', person);
  const body = await page.getByRole('main').getByRole('link', { name: /^Udviklings- og koordineringsgruppen/ }).first().getAttribute('href');
  await page.close();
  const meeting = await from(body, MEETING)(person);
  return from(meeting, /^\/punkter\/[0-9a-f-]{36}\/bilag$/)(person);
};

/** Where a seat that ends is closed, by way of the question who goes on. */
const closing = async (person) => (await from('/overblik', SEAT)(person)).replace('efterfoelger', 'besaettes-ikke');

// [what its pictures are called, its address or how to find it, the languages it is looked at in]
const PUBLIC = [
  ['forside', '/', BOTH],
  ['opgaver', '/opgaver', BOTH],
  ['soegning', '/opgaver?q=besøg', BOTH],
  ['ingen-opgaver', '/opgaver?q=besøg&dag=i-dag&sted=Tangø&km=2', BOTH],
  ['kalender', '/opgaver/kalender', BOTH],
  ['opgavekort', '/opgaver/kort', BOTH],
  ['opgave', from('/opgaver', TASK), BOTH],
  ['interesse', from('/opgaver', TASK, '/interesse'), BOTH],
  ['aabne-data', '/api', BOTH],
  ['foreninger', '/foreninger', BOTH],
  ['forening', from('/foreninger', ASSOCIATION), BOTH],
  ['forening-tilmeld', '/foreninger/tilmeld', BOTH],
  ['vaerdier', '/vaerdier', BOTH],
      ['kontakt', '/kontakt', BOTH],
  ['organisation', '/organisation', BOTH],
  ['organer', '/organer', BOTH],
  ['beslutninger', '/beslutninger', BOTH],
  ['moede', from('/beslutninger', MEETING), BOTH],
  ['tekst', publicText, BOTH],
  ['aendringsforslag', changed('/aendringsforslag'), BOTH],
  ['aendringsforslag-et', changed('/aendringsforslag', /^\/aendringsforslag\//), BOTH],
  ['aendringsforslag-nyt', proposing, BOTH],
  ['aendringsforslag-tak', changed('/aendringsforslag/tak'), BOTH],
  ['borgermoeder', '/borgermoeder', BOTH],
  ['borgermoede', from('/borgermoeder', DIALOGUE), BOTH],
  ['borgermoede-tak', from('/borgermoeder', DIALOGUE, '/tilmelding/tak'), BOTH],
  ['fokus', '/fokus', BOTH],
  ['fokusomraade', from('/fokus', FOCUS), BOTH],
  ['maal', '/maal', BOTH],
  ['maal-tekst', AIMS, BOTH],
  ['forslag', '/forslag', BOTH],
  ['forslag-vis', from('/forslag', PROPOSAL), BOTH],
  ['forslag-nyt', '/forslag/nyt', BOTH],
  ['forslag-tak', '/forslag/nyt/tak', BOTH],
  ['indsats', async (person) => from(await from('/fokus', FOCUS)(person), INITIATIVE)(person), BOTH],
  ['moedekalender', '/moedekalender', BOTH],
  ['hoeringer', '/hoeringer', BOTH],
  ['hoering', from('/hoeringer', HEARING), BOTH],
  ['hoering-svar', from('/hoeringer', HEARING, '/svar'), BOTH],
  ['hoering-tak', from('/hoeringer', HEARING, '/svar/tak'), BOTH],
  ['hoering-notat', answered('/notat'), BOTH],
  ['hoering-aendringer', answered('/aendringer'), BOTH],
  ['hoering-notat-afsender', answered('/notat?efter=afsender&anonym=ja'), DANISH],
  ['politikker', '/politikker', BOTH],
  ['politik', from('/politikker', POLICY), BOTH],
  ['politik-plan', from('/politikker', POLICY, '/plan'), BOTH],
  ['politik-vaer-med', inDialogue('/vaer-med'), BOTH],
  ['politik-tak', inDialogue('/vaer-med/tak'), BOTH],
  ['politik-vedtaget', adopted(''), BOTH],
  ['enhed', from('/organisation', UNIT), BOTH],
  ['privatliv', '/privatliv', BOTH],
  ['hjaelp', '/hjaelp', BOTH],
  ['hjaelp-tilgaengelighed', '/hjaelp/tilgaengelighed', BOTH],
  ['hjaelp-find-en-opgave', '/hjaelp/find-en-opgave', DANISH],
  ['log-ind', '/log-ind', BOTH],
  ['log-ind-sendt', '/log-ind/sendt', DANISH],
  ['bliv-frivillig', '/bliv-frivillig', BOTH],
  ['soegning-gem', '/soegninger/ny?q=besøg&sted=Lynghavn', BOTH],
  ['soegning-tak', '/soegninger/tak', DANISH],
  ['bevis-spoerg', '/bevis', BOTH],
  ['bevis-aegte', '/bevis/K7QF-3MXA', BOTH],
];

const STAFF = [
  [
    'Asta Prøvested',
    'koordinator',
    [
      ['overblik', '/overblik', BOTH],
      ['daekning', '/organisation/daekning', BOTH],
      ['enhed-rediger', from('/organisation', UNIT, '/rediger'), DANISH],
      ['enhed-ny-stilling', from('/organisation', UNIT, '/stillinger/ny'), DANISH],
      ['stilling', from('/min-ferie', POSITION), BOTH],
      ['stilling-udnaevnelse', from('/min-ferie', POSITION, '/udnaevnelse'), DANISH],
      ['forening-godkendelse', from('/overblik', APPROVAL), BOTH],
      ['interesse-svar', from('/overblik', INTEREST), DANISH],
      ['opgave-ny', behind('/opgaver/ny'), DANISH],
      ['kort-daekning', '/daekning', BOTH],
      ['kanaler', '/kanaler', BOTH],
      ['kanal', from('/kanaler', CHANNEL), DANISH],
      ['kanal-ny', '/kanaler/ny', DANISH],
      ['erklaeringer', '/erklaeringer', BOTH],
      ['organ', from('/organer', BODY), BOTH],
      ['organ-rediger', from('/organer', BODY, '/rediger'), BOTH],
      ['organ-plads', from('/organer', BODY, '/pladser/ny'), BOTH],
      ['organ-slut', from('/organer', BODY, '/slut'), BOTH],
      ['organ-plads-slutter', from('/overblik', SEAT), BOTH],
      ['organ-plads-lukkes', closing, BOTH],
      ['moede-nyt', from('/organer', BODY, '/moeder/nyt'), BOTH],
      ['borgermoede-nyt', '/borgermoeder/nyt', BOTH],
      ['borgermoede-rediger', from('/borgermoeder', DIALOGUE, '/rediger'), BOTH],
      ['borgermoede-aflys', from('/borgermoeder', DIALOGUE, '/aflys'), BOTH],
      ['borgermoede-deltagere', from('/borgermoeder', DIALOGUE, '/deltagere'), BOTH],
      ['borgermoede-noter', from('/borgermoeder', DIALOGUE, '/noter'), BOTH],
      ['beslutningsoplaeg', '/beslutningsoplaeg', BOTH],
      ['beslutningsoplaeg-et', from('/beslutningsoplaeg', /^\/beslutningsoplaeg\/[0-9a-f-]{36}$/), BOTH],
      ['beslutningsoplaeg-nyt', '/beslutningsoplaeg/nyt', BOTH],
      ['brobygning', '/brobygning', BOTH],
      ['brobygning-en', from('/brobygning', /^\/brobygning\/[0-9a-f-]{36}$/), BOTH],
      ['brobygning-ny', '/brobygning/ny', BOTH],
      ['med', '/med', BOTH],
      ['hoering-ny', '/hoeringer/ny', BOTH],
      ['hoering-rediger', from('/hoeringer', HEARING, '/rediger'), BOTH],
      ['hoering-parter', from('/hoeringer', HEARING, '/parter'), BOTH],
      ['hoering-frist', from('/hoeringer', HEARING, '/frist'), BOTH],
      ['hoering-aflys', from('/hoeringer', HEARING, '/aflys'), BOTH],
      ['hoering-indkomne', from('/hoeringer', HEARING, '/indkomne'), BOTH],
      ['hoering-indkommet', answered('/indkomne', /^\/indkomne-svar\//), BOTH],
      ['hoering-bemaerkninger', answered('/bemaerkninger'), BOTH],
      ['hoering-bemaerkning', answered('/bemaerkninger', /^\/bemaerkninger\//), BOTH],
      ['hoering-standardsvar', '/hoeringer/standardsvar', BOTH],
      ['hoering-af-tekst', async (person) => linkOf(await town.visitNext(await changed('')(person), person), /^\/hoeringer\/ny/), BOTH],
      ['aendringsforslag-liste', changed('/aendringsforslag'), BOTH],
      ['aendringsforslag-saml', changed('/aendringsforslag', /^\/tekstblokke\//), BOTH],
      ['henvendelser', '/henvendelser', BOTH],
      ['henvendelse', from('/henvendelser', /^\/henvendelser\/[0-9a-f-]{36}$/), BOTH],
      ['henvendelse-ny', '/henvendelser/ny', BOTH],
      ['tekster', '/tekster', BOTH],
      ['tekst-ny', '/tekster/ny', BOTH],
      ['tekst', from('/tekster', TEXT), BOTH],
      ['tekst-skriv', from('/tekster', TEXT, '/rediger'), BOTH],
      ['tekst-afsnit', writing, BOTH],
      ['tekst-titel', from('/tekster', TEXT, '/titel'), BOTH],
      ['tekst-versioner', from('/tekster', TEXT, '/versioner'), BOTH],
      ['tekst-version', versionOf, BOTH],
      ['tekst-sammenlign', from('/tekster', TEXT, '/sammenlign?fra=1&til=nu'), BOTH],
      ['tekst-indlaes', from('/tekster', TEXT, '/indlaes'), BOTH],
      ['politik-leder', inDialogue(''), BOTH],
      ['politik-leder-plan', inDialogue('/plan'), BOTH],
      ['politik-ny', '/politikker/ny', BOTH],
      ['politik-rediger', inDialogue('/rediger'), BOTH],
      ['politik-visning', inDialogue('/visning'), BOTH],
      ['politik-stop', inDialogue('/stop'), BOTH],
      ['politik-interesserede', inDialogue('/interesserede'), BOTH],
      ['politik-svar', inDialogue('/interesserede', /^\/politik-interesserede\//), BOTH],
      ['politik-flyt', inDialogue('/flyt'), BOTH],
      ['politik-gem-skabelon', inDialogue('/skabelon'), BOTH],
      ['politik-skabeloner', '/politikker/skabeloner', BOTH],
      ['politik-skabelon', from('/politikker/skabeloner', PLAN_TEMPLATE), BOTH],
      ['politik-skabelon-rediger', from('/politikker/skabeloner', PLAN_TEMPLATE, '/rediger'), BOTH],
      ['politik-skabelon-slet', from('/politikker/skabeloner', PLAN_TEMPLATE, '/slet'), BOTH],
      ['politik-trin-nyt', inDialogue('/trin/nyt'), BOTH],
      ['politik-trin-genaabn', inDialogue('/plan', /^\/politiktrin\/[0-9a-f-]{36}\/genaabn$/), BOTH],
      ['politik-trin', inDialogue('/plan', /^\/politiktrin\/[0-9a-f-]{36}$/), BOTH],
      ['politik-trin-udfoert', inDialogue('/plan', /^\/politiktrin\/[0-9a-f-]{36}\/udfoert$/), BOTH],
      ['politik-undtagelse', withoutIt, BOTH],
      ['politik-aendret', adopted('/aendret'), BOTH],
      ['politik-rettelse', adopted('/rettelse'), BOTH],
      ['stemmer', voiced('/stemmer'), BOTH],
      ['stemmer-deltagere', voiced('/stemmer/deltagere'), BOTH],
      ['stemmer-hoert', async (person) => from(await answered('')(person), TEXT, '/stemmer')(person), BOTH],
      ['stemmer-hoert-deltagere', async (person) => from(await answered('')(person), TEXT, '/stemmer/deltagere')(person), BOTH],
      ['stemmer-hoert-offentlig', async (person) => from(await answered('')(person), TEXT, '/stemmer/offentlig')(person), BOTH],
      ['stemmer-deltager', voiced('/stemmer/deltagere', /^\/stemmedeltagere\//), BOTH],
      ['stemmer-daekning', voiced('/stemmer/daekning'), BOTH],
      ['stemmer-input', voiced('/stemmer/input'), BOTH],
      ['stemmer-input-nyt', voiced('/stemmer/input/nyt'), BOTH],
      ['stemmer-input-mange', voiced('/stemmer/input/mange'), BOTH],
      ['stemmer-noter', voiced('/stemmer/noter'), BOTH],
      ['stemmer-et-input', voiced('/stemmer/input?vis=dialogue', /^\/input\/[0-9a-f-]{36}$/), BOTH],
      ['stemmer-bekymring', voiced('/stemmer/input?vis=concern', /^\/input\/[0-9a-f-]{36}$/), BOTH],
      ['stemmer-uddrag', voiced('/stemmer/uddrag'), BOTH],
      ['stemmer-et-uddrag', voiced('/stemmer/uddrag?vis=used', /^\/uddrag\/[0-9a-f-]{36}$/), BOTH],
      ['stemmer-aendringer', voiced('/stemmer/aendringer'), BOTH],
      ['stemmer-offentlig', voiced('/stemmer/offentlig'), BOTH],
      ['stemmer-del', voiced('/stemmer/del'), BOTH],
      ['stemmer-tak', voiced('/stemmer/del/tak'), BOTH],
      ['fokus-nyt', '/fokus/nyt', BOTH],
      ['fokus-rediger', from('/fokus', FOCUS, '/rediger'), BOTH],
      ['forslag-liste', '/forslag/liste', BOTH],
      ['forslag-klargoer', from('/forslag/liste', PROPOSAL), BOTH],
      ['forslag-rediger', from('/forslag/liste?tilstand=idea', PROPOSAL, '/rediger'), BOTH],
      ['forslag-videre', from('/forslag/liste?tilstand=idea', PROPOSAL, '/videre'), BOTH],
      ['indsatser', '/indsatser', BOTH],
      ['indsats-ny', '/indsatser/ny', BOTH],
      ['indsats-status', from('/indsatser', INITIATIVE), BOTH],
      ['indsats-rediger', from('/indsatser', INITIATIVE, '/rediger'), BOTH],
      ['bilag', annexes, BOTH],
      ['indsats-maal', from('/indsatser', INITIATIVE, '/maal'), BOTH],
      ['fokus-maal', from('/fokus', FOCUS, '/maal'), BOTH],
      ['maal-koordinator', AIMS, BOTH],
      ['maal-nyt', '/maal/nyt?slags=political', BOTH],
      ['maal-ret', from('/maal', /^\/maal\/[0-9a-f-]{36}\/rediger$/), BOTH],
      ['maal-afsnit', from('/maal', /^\/maal\/[0-9a-f-]{36}\/afsnit$/), BOTH],
      ['aarshjul', '/aarshjul', BOTH],
      ['aarshjul-nyt', '/aarshjul/nyt', BOTH],
      ['aarshjul-punkt', from('/aarshjul', /^\/aarshjul\/punkt\//), BOTH],
      ['moede-punkt', from('/beslutninger', MEETING, '/referat'), BOTH],
      ['fordeling', '/fordeling', BOTH],
      ['frivillige', '/frivillige', DANISH],
      ['opgaveliste', '/opgaveliste', BOTH],
      ['vagtplan', '/vagtplan', BOTH],
      ['navneskilte', '/frivillige/navneskilte', BOTH],
      ['vagtplan-fire-uger', '/vagtplan?visning=maaned&mangler=ja', DANISH],
      ['foreningsliste', '/foreningsliste', BOTH],
      ['interesserede-alle', '/interesserede', BOTH],
      ['gaa-til', '/gaa-til?q=sol', BOTH],
      ['gaa-til-intet', '/gaa-til?q=elefantpasser', DANISH],
    ],
  ],
  [
    'Rosa Digtved',
    'kontaktperson',
    [
      ['overblik', '/overblik', DANISH],
      ['mine-opgaver', '/mine-opgaver', BOTH],
      ['opgaveliste', '/opgaveliste', DANISH],
      ['vagtplan', '/vagtplan', BOTH],
      ['opgave-ny', behind('/opgaver/ny'), DANISH],
      ['opgave-rediger', from('/mine-opgaver', EDIT_TASK), BOTH],
      ['interesse-svar', from('/overblik', INTEREST), BOTH],
      ['interesserede', from('/mine-opgaver', INTERESTED), BOTH],
      ['min-profil', '/min-profil', DANISH],
      ['min-ferie', '/min-ferie', BOTH],
      ['cv-banken', '/cv-banken', BOTH],
      ['cv', from('/cv-banken', CV), BOTH],
      ['frivillige', '/frivillige', BOTH],
      ['engagement', from('/frivillige', ENGAGEMENT), BOTH],
      ['engagement-timer', from('/frivillige', ENGAGEMENT, '/timer'), DANISH],
      ['engagement-krav', from('/frivillige', ENGAGEMENT, '/krav'), DANISH],
      ['opgave-krav', from('/mine-opgaver', TASK, '/krav'), BOTH],
      ['opgave-frivillige', from('/mine-opgaver', TASK, '/frivillige'), BOTH],
      ['opgave-hvorfor', from('/mine-opgaver', TASK, '/hvorfor'), BOTH],
      ['opgave-vagter', from('/mine-opgaver', TASK, '/vagter'), BOTH],
      ['plakat', from('/mine-opgaver', TASK, '/plakat'), DANISH],
    ],
  ],
  [
    'Abel Demosen',
    'formand',
    [
      ['overblik', '/overblik', DANISH],
      ['mine-opgaver', '/mine-opgaver', DANISH],
      ['opgave-ny', behind('/opgaver/ny'), DANISH],
      ['forening-rediger', from('/overblik', ASSOCIATION, '/rediger'), DANISH],
      ['forening-kontakter', from('/overblik', ASSOCIATION, '/kontakter'), DANISH],
    ],
  ],
  [
    'Ib Opdigt',
    'administrator',
    [
      ['overblik', '/overblik', DANISH],
      ['import', '/import', BOTH],
      ['personer', '/personer?q=elly', BOTH],
      ['roller', '/roller', BOTH],
      ['person', from('/personer?q=elly', PERSON), BOTH],
      ['person-saml', from('/personer?q=elly', PERSON, '/saml'), BOTH],
      ['person-overdragelse', from('/personer?q=bodil', PERSON, '/overdragelse'), BOTH],
      ['opsaetning', '/opsaetning', BOTH],
      ['opsaetning-opbevaring', '/opsaetning/opbevaring', DANISH],
      ['opsaetning-farver', '/opsaetning/farver', DANISH],
    ],
  ],
  [
    'Vilma Godvilje',
    'frivillig',
    [
      ['overblik', '/overblik', DANISH],
      ['mine-interesser', '/mine-interesser', BOTH],
      ['min-profil', '/min-profil', BOTH],
      ['skift-email', '/min-profil/email', BOTH],
      ['min-side', '/min-side', BOTH],
      ['cv', '/min-side/cv', BOTH],
      ['cv-samtykke', '/min-side/cv/samtykke', BOTH],
      ['det-ved-vi', '/min-side/data', BOTH],
      ['grupper', '/min-side/grupper', DANISH],
      ['forslag', '/min-side/forslag', BOTH],
      ['invitation', from('/min-side', /^\/invitationer\//), BOTH],
      ['passer-det', from('/opgaver', TASK, '/passer-det'), BOTH],
      ['aftale', from('/min-side', AGREEMENT), BOTH],
      ['mine-vagter', '/min-side/vagter', BOTH],
      ['vagt', from('/min-side/vagter', SHIFT), BOTH],
      ['kalender-adresse', '/min-side/kalender', BOTH],
      ['min-side-timer', '/min-side/timer', BOTH],
      ['min-side-krav', '/min-side/krav', BOTH],
      ['beviser', '/min-side/beviser', BOTH],
      ['bevis', from('/min-side', PROOF), DANISH],
      ['projekt-frivillig', '/min-side/projekt-frivillig', DANISH],
    ],
  ],
];

const perTest = { timeout: 90_000 };

let town;
let visitor;
before(async () => {
  town = await start();
  visitor = await browsers(await town.person());
});
after(() => town?.stop());

/** The pages that everybody sees, and what is said where there is none. */
export function pagesOfEverybody() {
  for (const [name, address, languages] of PUBLIC) {
    for (const language of languages) {
      test(`${name} in ${language}`, perTest, () => check(name, address, language, visitor, [PHONE, DESK], true));
    }
  }

  test('on a telephone nothing that has focus lies below the bar of a task', perTest, async () => {
    const page = await town.visit(await from('/opgaver', TASK)(visitor.withScripts), visitor.withScripts);
    await page.setViewportSize(PHONE);
    await usableByKeyboard(page);
    await page.close();
  });

  for (const language of BOTH) {
    test(`a page that is not there offers the next step, in ${language}`, perTest, () =>
      refused(`/findes-ikke?sprog=${language}`, 404, visitor.withScripts, `findes-ikke-${language}`));
  }

  test('a page that is for others says so and offers the next step', perTest, async () => {
    const volunteer = await town.signedIn('Vilma Godvilje');
    await refused('/import?sprog=da', 403, volunteer, 'ikke-for-dig-da');
    await volunteer.close();
  });
}

/** The pages of those who are signed in, in these roles. */
export function pagesOf(...roles) {
  for (const [name, role, pages] of STAFF.filter(([, role]) => roles.includes(role))) {
    test(`as ${role}`, { timeout: 1_800_000 }, async (t) => {
      const person = await browsers(await town.signedIn(name));
      for (const [what, address, languages] of pages) {
        for (const language of languages) {
          const size = language === 'da' ? [DESK] : [PHONE];
          await t.test(`${what} in ${language}`, perTest, () => check(`${role}-${what}`, address, language, person, size));
        }
      }
      await person.withScripts.close();
      await person.withoutScripts.close();
    });
  }
}

/** A person with scripts, and the same one without. */
async function browsers(withScripts) {
  return { withScripts, withoutScripts: await town.withoutScripts(withScripts) };
}

/** In English the pages of a role have the markup of the Danish ones: what only the words can break is looked at. */
async function check(name, place, language, { withScripts, withoutScripts }, sizes, isPublic = false) {
  const address = typeof place === 'string' ? place : await place(withScripts);
  const spoken = `${address}${address.includes('?') ? '&' : '?'}sprog=${language}`;
  await pictured(`${name}-${language}`, [withScripts, withoutScripts], async () => {
    const page = await town.visitNext(spoken, withScripts);
    await wellFormed(page, language);
    if (language === 'da') await shot(page, `${name}-${language}`, sizes);
    await accessible(page);
    await fitsAPhone(page);
    await survivesZoom(page);
    if (language === 'da') {
      await survivesLargeText(page);
      await tablesCanBeCompared(page);
    }
    if (language === 'da' || isPublic) {
      await usableByKeyboard(page);
      await worksWithoutScripts(await town.visitNext(spoken, withoutScripts), page);
    }
    assert.deepEqual(page.complaints, [], 'something went wrong while the page was used');
  }).catch(async (error) => {
    // The next page begins in tabs of its own.
    await Promise.all([withScripts, withoutScripts].flatMap((one) => one.pages()).map((page) => page.close()));
    throw error;
  });
}

/** An error page is as good as any other, and has a way onwards. */
async function refused(address, status, person, name) {
  const page = await town.visit(address, person);
  assert.equal(page.answer.status(), status);
  assert.equal(await page.locator('h1').count(), 1, 'not one h1');
  await accessible(page);
  await fitsAPhone(page);
  assert.ok((await page.locator('main a[href]').count()) > 0, 'no way onwards');
  assert.deepEqual(page.complaints, [], 'something went wrong while the page loaded');
  await shot(page, name, [PHONE]);
  await page.close();
}
