// node packages/policy-engine/model/run.mjs [--cases 100000] [--seed 1]: compares the engine's sources with the model.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});

const { outputFiles } = await build({
  stdin: {
    contents: "export * from './index.ts'; export { evaluateClocks } from '../src/clocks/index.ts';",
    resolveDir: here,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { compare, describe, evaluateClocks } = await import(`data:text/javascript;base64,${source}`);

const started = performance.now();
const { cases, clocks, mix, disagreements } = compare(
  evaluateClocks,
  Number(values.cases),
  Number(values.seed),
);
for (const [feature, count] of mix) {
  console.log(`${((100 * count) / cases).toFixed(1).padStart(6)} %  ${feature}`);
}
for (const disagreement of disagreements) console.log(`\n${describe(disagreement)}`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${cases} cases, ${clocks} clocks, ${disagreements.length} differences, ${seconds} s`);
process.exitCode = disagreements.length > 0 ? 1 : 0;
