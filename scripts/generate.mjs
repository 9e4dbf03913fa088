// Writes what is generated: server/schema.graphql from the server, and portal/src/gql from that and the
// documents of the portal.
// `node scripts/generate.mjs` writes; `--check` only compares and fails with a sentence.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, isAbstractType, parse, Source } from 'graphql';
import { format } from 'oxfmt';
import { build } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const schemaFile = path.join(root, 'server/schema.graphql');
const portalSources = path.join(root, 'portal/src');
const output = path.join(portalSources, 'gql');

/** Every `graphql(`…`)` of the portal, in the order of file names, so that the output never depends on the disk. */
async function documentsOfPortal() {
  const names = (await readdir(portalSources, { recursive: true }))
    .filter(
      (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith(`gql${path.sep}`),
    )
    .sort();
  const documents = [];
  for (const name of names) {
    const location = path.join(portalSources, name);
    for (const [, rawSDL] of (await readFile(location, 'utf8')).matchAll(/\bgraphql\(\s*`([^`]*)`/g)) {
      documents.push({ location, rawSDL, document: parse(new Source(rawSDL, name)) });
    }
  }
  return documents;
}

/** The schema as the server emits it. */
async function emittedSchema() {
  await build(console.log, ['packages/contract', 'packages/policy-engine', 'packages/rulebooks', 'server']);
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(root, 'server/dist/print-schema.js'),
  ]);
  return stdout;
}

/** Files of portal/src/gql by name: typed documents, masking helpers, persisted documents, possible types. */
async function portalFiles(sdl) {
  const schemaAst = buildSchema(sdl);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${output}/`,
    schema: parse(sdl),
    schemaAst,
    documents: await documentsOfPortal(),
    plugins: [],
    pluginMap: {},
    config: {
      // Names of fragments (`Component_prop`) stay as written.
      namingConvention: 'keep',
      useTypeImports: true,
      strictScalars: true,
      scalars: { DateTimeISO: 'string', LocalDate: 'string' },
      importExtension: '',
    },
    presetConfig: {
      fragmentMasking: { unmaskFunctionName: 'readFragment' },
      persistedDocuments: { hashAlgorithm: 'sha256', hashPropertyName: 'hash' },
    },
    documentTransforms: [
      { name: 'typename', transformObject: addTypenameSelectionDocumentTransform, config: {} },
    ],
  });
  const files = new Map();
  const produced = await Promise.all(
    sections.map(async (section) => [path.basename(section.filename), await codegen(section)]),
  );
  for (const [name, content] of produced) files.set(name, content);
  files.set('possible-types.json', JSON.stringify(possibleTypes(schemaAst)));
  const style = JSON.parse(await readFile(path.join(root, '.oxfmtrc.json'), 'utf8'));
  for (const [name, content] of files) files.set(name, (await format(name, content, style)).code);
  return files;
}

function possibleTypes(schema) {
  return Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
      .map((type) => [
        type.name,
        schema
          .getPossibleTypes(type)
          .map(({ name }) => name)
          .sort(),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function differing(sdl, files) {
  const names = new Set([...files.keys(), ...(await readdir(output).catch(() => []))]);
  const different = (await readFile(schemaFile, 'utf8')) === sdl ? [] : ['server/schema.graphql'];
  for (const name of [...names].sort()) {
    const onDisk = await readFile(path.join(output, name), 'utf8').catch(() => undefined);
    if (onDisk !== files.get(name)) different.push(`portal/src/gql/${name}`);
  }
  return different;
}

async function write(sdl, files) {
  await writeFile(schemaFile, sdl);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(output, name), content);
}

async function main() {
  const sdl = await emittedSchema();
  const files = await portalFiles(sdl);
  if (!process.argv.includes('--check')) return write(sdl, files);
  const different = await differing(sdl, files);
  if (different.length === 0) return undefined;
  throw new Error(
    `Generated files do not match the server and the portal's documents: ${different.join(', ')}.\n` +
      'Run: node scripts/generate.mjs',
  );
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
