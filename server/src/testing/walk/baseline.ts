import type { Person, Told } from './answers';
import { isAnswered, isClosed, userErrorsOf } from './answers';
import type { Documents } from './documents';
import type { Filler } from './filling';
import { Filling } from './filling';
import type { Hints } from './hints';
import type { Ledger } from './ledger';
import type { Target } from './places';
import { isOfInput, textsOf } from './places';

/** Somebody from whose side the walk is made: people of one party and what they were shown. */
export interface Asker extends Filler {
  name: string;
  /** Whoever may do most comes first. */
  people: readonly Person[];
}

/** A target, asked by somebody about own things. */
export class Baseline {
  /** Answered: with something. Closed: to everybody of this side. Refused: nothing was found that passes. */
  standing: 'answered' | 'closed' | 'refused' = 'closed';
  told: Told = {};
  private hostId: string | undefined;
  private readonly refusals = new Set<string>();
  /** Fields that a refusal named, and the input does not have. */
  readonly misnamed = new Set<string>();

  constructor(
    private readonly documents: Documents,
    readonly target: Target,
    private person: Person,
    private filling: Filling,
    private readonly otherwise: Hints = {},
  ) {}

  /** Asks as it stands, or with a value of one's choice in one place. */
  async ask(at?: { path: readonly string[]; value: unknown }): Promise<Told> {
    const variables = this.filling.values(at);
    const { document, host } = this.documents.of(this.target, Object.keys(variables));
    const told = await this.person.ask(
      this.target.operation,
      document,
      host ? { ...variables, host: this.hostId } : variables,
    );
    for (const { field } of userErrorsOf(told))
      if (field?.length && !isOfInput(this.target, field)) this.misnamed.add(field.join('.'));
    return told;
  }

  /** Asks with texts that nothing takes, one at a time, so that each place is refused that can be. */
  async askAmiss(): Promise<void> {
    for (const path of textsOf(this.target))
      for (const value of [' ', '长'.repeat(longerThanAny)]) await this.ask({ path, value });
  }

  /** The standing, or what the target was refused with, to the last. */
  says(): string {
    if (this.standing !== 'refused') return this.standing;
    return [...this.refusals].slice(-3).join(' ') || 'null';
  }

  choicesAt(path: readonly string[]): readonly unknown[] {
    return this.filling.choicesAt(path);
  }

  /** The own value that stands there as it is; undefined where none was sent. */
  valueAt(path: readonly string[]): unknown {
    return this.filling.valueAt(path);
  }

  /** Asks about own things until something is answered: whatever a refusal names is filled in otherwise. */
  async find(asker: Asker, ledger: Ledger, tries: number): Promise<this> {
    for (const person of asker.people) {
      const before = { ...this };
      Object.assign(this, {
        person,
        standing: 'closed',
        filling: new Filling(this.target, asker, this.otherwise),
      });
      await this.tryOut(asker, ledger, tries);
      if (this.standing === 'answered') break;
      // a refusal says more than a closed door
      if (before.standing === 'refused') Object.assign(this, before);
    }
    return this;
  }

  private async tryOut(asker: Asker, ledger: Ledger, tries: number): Promise<void> {
    const { host } = this.documents.of(this.target, []);
    const hosts = host ? asker.own.idsOf(host as never).slice(-hostsTried) : [undefined];
    for (const hostId of hosts.length > 0 ? hosts : [nobody]) {
      const before = { told: this.told, hostId: this.hostId, standing: this.standing };
      this.hostId = hostId;
      for (let attempt = 0; attempt < tries; attempt += 1) {
        this.told = await this.ask();
        if (isAnswered(this.told)) {
          this.standing = 'answered';
          break;
        }
        if (isClosed(this.told)) return;
        this.standing = 'refused';
        if (this.target.operation !== 'query') await ledger.undo();
        if (!this.moveOn()) break;
      }
      // of several objects, the one that has most to tell
      if (before.standing === 'answered' && sizeOf(before.told) >= sizeOf(this.told))
        Object.assign(this, before);
    }
  }

  private moveOn(): boolean {
    const refusals = [
      ...userErrorsOf(this.told).map(({ field, message }) => ({ field: field ?? [], message })),
      ...(this.told.errors ?? []).map(({ extensions, message }) => ({
        field: String(extensions?.['field']).split('.'),
        message,
      })),
    ];
    for (const { message } of refusals) this.refusals.add(message);
    const [current] = userErrorsOf(this.told).flatMap(({ conflict }) => conflict?.currentVersion ?? []);
    if (current !== undefined && this.filling.baseOn(current)) return true;
    return (
      refusals.some(({ field, message }) => this.filling.moveOn(field, message)) ||
      this.filling.otherSubject()
    );
  }
}

const hostsTried = 6;
const longerThanAny = 10_001;
const nobody = 'nobody';
const sizeOf = (told: Told) => JSON.stringify(told).length;

export function findBaseline(
  documents: Documents,
  asker: Asker,
  target: Target,
  ledger: Ledger,
  { tries = 60, otherwise = {} }: { tries?: number; otherwise?: Hints } = {},
): Promise<Baseline> {
  const [person] = asker.people;
  if (!person) throw new Error(`${asker.name} is nobody.`);
  return new Baseline(documents, target, person, new Filling(target, asker), otherwise).find(
    asker,
    ledger,
    tries,
  );
}
