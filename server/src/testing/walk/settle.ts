import type { GraphQLSchema } from 'graphql';
import { getNamedType, GraphQLID, isNonNullType } from 'graphql';
import type { Person } from './answers';
import type { Asker, Baseline } from './baseline';
import { findBaseline } from './baseline';
import type { Documents } from './documents';
import { openAll } from './harvest';
import { comesAfter } from './hints';
import type { Ledger } from './ledger';
import { sendPhotos } from './photo';
import type { Target } from './places';

export interface Surroundings {
  schema: GraphQLSchema;
  documents: Documents;
  ledger: Ledger;
  targets: readonly Target[];
  /** Where files are sent. */
  origin: string;
}

/** Tables whose rows say who somebody is; settling in leaves them as they were. */
const identity = new Set(['tenant', 'membership', 'login', 'session']);
const creation = /(Create|Add|Register|Publish)$/;
const tries = 20;

/** Makes use of every mutation that lets itself be used, so that there is something of everything, in every state. */
export async function settle(side: Asker, surroundings: Surroundings): Promise<void> {
  const mutations = surroundings.targets.filter(({ operation }) => operation === 'mutation');
  const creations = mutations.filter(({ name }) => creation.test(name));
  // what a second person has to begin is not there before the end
  const changes = mutations.filter(({ name }) => !creation.test(name) && !comesAfter[name]?.bySecond);
  const use = async (target: Target) => useOnce(side, target, surroundings);
  await askAll(side, surroundings);
  // what was made in the first round is what the second builds on
  for (const target of [...creations, ...creations, ...changes]) await use(target);
  // fresh things, and each first step on which another waits
  for (const target of creations) await use(target);
  for (const { first, bySecond } of Object.values(comesAfter)) {
    const people = bySecond ? side.people.slice(1, 2) : side.people;
    for (const target of mutations.filter(({ name }) => name === first && people.length > 0))
      await useOnce({ ...side, people }, target, surroundings);
  }
  await surroundings.ledger.keep();
}

async function useOnce(
  side: Asker,
  target: Target,
  { documents, ledger, origin }: Surroundings,
): Promise<Baseline> {
  await ledger.keep();
  const baseline = await findBaseline(documents, side, target, ledger, { tries });
  const effects = await ledger.effects();
  if (effects.some(({ table }) => identity.has(table))) await ledger.undo();
  else if (baseline.standing === 'answered') {
    side.own.renew(baseline.told);
    await sendPhotos(baseline.told, origin);
  }
  return baseline;
}

/** Asks every query, and opens everything that they lead to. */
export async function lookAround(side: Asker, surroundings: Surroundings): Promise<void> {
  await askAll(side, surroundings);
  await openAll(surroundings.schema, surroundings.documents, side.people[0] as Person, side.own);
}

const isById = ({ field }: Target) =>
  field.args.some(({ type }) => getNamedType(type) === GraphQLID && isNonNullType(type));

async function askAll(side: Asker, { documents, ledger, targets }: Surroundings): Promise<void> {
  const queries = targets.filter(({ operation }) => operation === 'query');
  // lists come first: what they show is what single things are asked by
  const [single, lists] = [queries.filter(isById), queries.filter((target) => !isById(target))];
  for (const target of [...lists, ...single]) {
    side.own.gather((await findBaseline(documents, side, target, ledger, { tries })).told);
  }
}
