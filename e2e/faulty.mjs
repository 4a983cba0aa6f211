// A small site for harness.test.mjs: one good page, and one page for each fault a check must find.

import { createServer } from 'node:http';

const page = (body, { heading = '<h1>Opgaver</h1>' } = {}) =>
  `<!doctype html><html lang="da"><head><title>Opgaver</title><meta name="viewport" content="width=device-width">
   <link rel="icon" href="data:,"><link rel="stylesheet" href="/stil.css"></head><body><main>${heading}${body}</main></body></html>`;

const pages = {
  '/god': page(`<p><a href="/god">Find en opgave</a></p>
    <form action="/god"><label for="q">Søg</label> <input id="q" name="q"> <label for="d">Dag</label> <input id="d" name="d" type="date"> <button>Søg</button>
    <fieldset><legend>Hvornår</legend><label><input type="radio" name="dag" value="l"> Lørdag</label>
    <label><input type="radio" name="dag" value="s"> Søndag</label></fieldset></form>`),
  '/uden-overskrift': page('<p>Hej</p>', { heading: '' }),
  '/indlejret-stil': page('<p style="color: red">Hej</p>'),
  '/fremmed-vaert': page('<img alt="" src="http://127.0.0.2:9/billede.png">'),
  '/mangler-fil': page('<img alt="" src="/billede.png">'),
  '/uden-etiket': page('<form><input name="q"></form>'),
  '/for-bred': page('<div class="bred">Hej</div>'),
  '/usynligt-fokus': page('<a class="usynlig" href="/god">Hej</a>'),
  '/daekket-fokus': page('<p><a class="under" href="/god">Hej</a></p><p class="laag">Ring nu</p>'),
  '/klaeber': page('<p class="laag">Ring nu</p>'),
  '/beskaaret': page('<p class="lav">Hej med dig, og velkommen</p>'),
  '/bredt-naar-stort': page('<p class="efter-tekst">Hej</p>'),
  '/oven-i-hinanden': page('<header><a class="navn" href="/god">Fjordlund Kommune</a><a class="menu" href="/god">Menu</a></header>'),
  '/kort-i-stedet': page('<table class="kort"><thead><tr><th>Sted</th><th>Tal</th><th>Tal</th></tr></thead><tbody><tr><td>A</td><td class="s-number">1</td><td class="s-number">2</td></tr></tbody></table>'),
  '/faelde': page('<dialog open><a href="/god">Her</a></dialog><a href="/god">Kan ikke nås</a><script src="/faelde.js"></script>'),
  '/doed-knap': page('<button type="button">Menu</button>'),
  '/kun-med-script': page('<p></p><script src="/link.js"></script>'),
  '/link.js': `document.querySelector('p').innerHTML = '<a href="/god">Videre</a>';`,
  '/stil.css': '.bred { width: 900px } .usynlig:focus { outline: none } .laag { position: fixed; bottom: 0; left: 0; right: 0; height: 200px; background: #fff } .under { position: fixed; bottom: 50px } .lav { height: 24px; overflow: hidden } .efter-tekst { width: 11rem } .navn { white-space: nowrap } .menu { position: absolute; left: 200px } @media (max-width: 500px) { .kort thead { display: none } .kort td { display: block } }',
  '/faelde.js': `addEventListener('keydown', (event) => { if (document.activeElement.textContent === 'Her') event.preventDefault(); });`,
};
const types = { css: 'text/css', js: 'text/javascript' };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const body = pages[pathname];
  response.writeHead(body ? 200 : 404, {
    'content-type': `${types[pathname.split('.')[1]] ?? 'text/html'}; charset=utf-8`,
    'content-security-policy': "default-src 'self'; img-src * data:",
  });
  response.end(body ?? page('<p>Siden findes ikke.</p>'));
});
server.listen(0, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
