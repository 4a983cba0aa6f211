// Builds everything a browser loads: one stylesheet, one script, one icon sprite, two fonts.
// Usage: node build.mjs <output directory>
// File names carry a hash of their content, so they may be cached for ever; beside each compressible
// file lies a .br and a .gz, so the server never compresses while somebody waits.
// manifest.json maps the logical name (app.css) to the hashed one (app.1a2b3c4d.css).
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

/** Where the server mounts the files; must agree with PREFIX in crates/web/src/assets.rs. */
const MOUNTED_AT = "/aktiver";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs <output directory>");
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const manifest = {};

function write(logical, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(logical);
  const name = `${logical.slice(0, -extension.length)}.${hash}${extension}`;
  writeFileSync(join(out, name), bytes);
  manifest[logical] = name;
}

/** The icons a template may name, as one file of <symbol>s. */
function sprite() {
  const folder = join(here, "node_modules/dkfds/dist/img/svg-icons");
  const symbols = JSON.parse(readFileSync(join(here, "icons.json"), "utf8")).map((icon) => {
    const svg = readFileSync(join(folder, `${icon}.svg`), "utf8");
    const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? "0 0 24 24";
    const shapes = svg
      .replace(/<\?xml[^>]*>/, "")
      .replace(/^[\s\S]*?<svg[^>]*>/, "")
      .replace(/<\/svg>\s*$/, "")
      .replace(/\s+/g, " ")
      .trim();
    return `<symbol id="${icon}" viewBox="${viewBox}">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

const compiled = sass.compile(join(here, "styles/app.scss"), {
  loadPaths: [join(here, "node_modules")],
  quietDeps: true,
  silenceDeprecations: ["import", "global-builtin", "if-function"],
});

// Resolves url(…), gives fonts and pictures hashed names, drops what old browsers needed, minifies.
const bundle = await esbuild.build({
  stdin: { contents: compiled.css, loader: "css", resolveDir: here, sourcefile: "app.css" },
  bundle: true,
  minify: true,
  write: false,
  outdir: out,
  loader: { ".svg": "file", ".woff2": "file" },
  assetNames: "[name].[hash]",
  publicPath: MOUNTED_AT,
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.2"],
  logLevel: "warning",
});
for (const file of bundle.outputFiles) {
  if (file.path.endsWith(".css")) write("app.css", file.contents);
  else {
    const name = file.path.slice(out.length).replace(/^[\\/]+/, "");
    writeFileSync(join(out, name), file.contents);
    const logical = name.replace(/\.[A-Z0-9]{8}(?=\.[a-z0-9]+$)/, "");
    manifest[logical] = name;
  }
}

const scripts = await esbuild.build({
  entryPoints: [join(here, "scripts/app.js")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.2"],
  logLevel: "warning",
});
write("app.js", scripts.outputFiles[0].contents);
write("icons.svg", sprite());
write("favicon.svg", readFileSync(join(here, "images/favicon.svg")));
// what a link shows where it is shared: 1200 × 630, in the colours of nobody's municipality
write("shared.png", readFileSync(join(here, "images/shared.png")));

for (const name of readdirSync(out)) {
  if (!/\.(css|js|svg)$/.test(name)) continue;
  const bytes = readFileSync(join(out, name));
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, { params: parameters }));
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}

writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
