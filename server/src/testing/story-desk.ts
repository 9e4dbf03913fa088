import type { Locale } from '@aftercare/contract';
import { encodeId } from '../platform/graphql';
import type { StoryClient } from './story-client';
import { clientOf } from './story-client';
import { instant } from './story-clock';
import type { FiledTicket, StoryHouse } from './story-house';
import { done } from './story-mutation';
import type { DealerName, StaffName, StorySlug } from './story-people';
import type { Desk } from './story-ticket';
import { StoryTicket } from './story-ticket';

const tokensLast = 50 * 60_000;
const oneMinute = { minutes: 1 };

/** The desk of one maker: people act one after another through the API, and each act takes a minute. */
export class StoryDesk<Maker extends StorySlug> implements Desk {
  private readonly known = new Map<string, { token: string; since: number }>();
  private acts = 0;

  constructor(
    readonly house: StoryHouse<Maker>,
    readonly maker: Maker,
  ) {}

  /** Sets the clock, in Shanghai: `2026-06-02 09:00`. */
  at(local: string): void {
    this.house.clock.set(instant(local));
  }

  /** Lets the minute pass that an act takes. */
  pass(): void {
    this.house.clock.advance(oneMinute);
  }

  /** Somebody of the maker or a dealer, signed in anew when the token has run out. */
  async client(who: string, locale: Locale = 'en'): Promise<StoryClient> {
    const now = this.house.clock.now().getTime();
    let known = this.known.get(who);
    if (!known || now < known.since || now - known.since > tokensLast) {
      const { token } = await this.house.as(`${who}@${who === 'dealer' ? 'shared' : this.maker}`, this.maker);
      known = { token: token as string, since: now };
      this.known.set(who, known);
    }
    return clientOf(this.house.app.url, known.token, locale);
  }

  /** Files a request for the machine of a serial number. */
  async file(by: string, serial: string, more?: Record<string, unknown>): Promise<StoryTicket> {
    const filed = await this.house.file(await this.client(by), serial, more);
    this.pass();
    return this.ticket(filed);
  }

  ticket(filed: FiledTicket): StoryTicket {
    return new StoryTicket(this, filed);
  }

  /** Enters dates of a machine's life, such as `acceptedOn`. */
  async enterDates(machine: DealerName | 'direct', dates: Record<string, string>): Promise<void> {
    const equipmentId = encodeId('Equipment', this.house.houses[this.maker].dealers[machine].equipmentId);
    const quality = await this.client('quality');
    const { node } = await quality.ask<{ node: { version: number } }>(
      'query ($id: ID!) { node(id: $id) { ... on Equipment { version } } }',
      { id: equipmentId },
    );
    await done(quality, 'equipmentDatesSet', { equipmentId, expectedVersion: node.version, ...dates });
    this.pass();
  }

  /** Enters parts into the catalogue; none of them is marked as wearing. */
  async keepParts(...numbers: string[]): Promise<void> {
    for (const number of numbers) {
      const part = {
        number,
        nameZh: `${number} 配件`,
        nameEn: number,
        unit: '件',
        idempotencyKey: this.key(),
      };
      await done(await this.client('parts'), 'partCreate', part);
    }
  }

  /** Row of one of the maker's people, as the API calls it. */
  member(name: StaffName): string {
    return encodeId('Member', this.house.houses[this.maker].staff[name]);
  }

  /** The sign-in of one of the maker's people. */
  nameOf(member: { id: string } | null): StaffName | null {
    const { staff } = this.house.houses[this.maker];
    const names = Object.keys(staff) as StaffName[];
    return names.find((name) => member !== null && this.member(name) === member.id) ?? null;
  }

  /** A key that nobody has used. */
  key(): string {
    this.acts += 1;
    return `act ${this.acts} of ${this.maker}`;
  }
}
