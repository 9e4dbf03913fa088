import type { GraphQLResolveInfo } from 'graphql';
import type { RowReading } from '../../platform/aggregates';
import { Conditions, freshRow, idOf, listRows, orderBy } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import type { Connection, Row } from '../../platform/graphql';
import { newId } from '../../platform/graphql';
import type {
  EquipmentConfigureInput,
  EquipmentDatesSetInput,
  EquipmentLimitAddInput,
  EquipmentLimitDecideInput,
  EquipmentListArgs,
  EquipmentReadingAddInput,
  EquipmentRegisterInput,
  EquipmentUpdateInput,
} from './equipment.inputs';
import { normalSerial } from './equipment.texts';
import { addLimit, decideLimit } from './limits';
import type { Machine } from './machine';
import { readMachine } from './machine';
import { addReading, countsOf } from './meter-readings';
import { Models } from './models';
import type { UnitFacts } from './register-equipment';
import { enterUnit, pinnedNow, registerEquipment } from './register-equipment';
import { configureEquipment, setDates, updateEquipment } from './update-equipment';
import type { LabelledStamp, PinnedWarranty, RepairDone, WarrantyAt } from './warranty-stamps';
import { keepRepairStamp, labelledStampsOf } from './warranty-stamps';

/** Runs statements: the running transaction, where there is one, since who holds a connection must not wait for another. */
type Reading = { query(text: string, values: unknown[]): Promise<unknown> };

export class EquipmentService {
  readonly models: Models;

  constructor(
    private readonly reading: RowReading,
    private readonly warrantyAt: WarrantyAt,
  ) {
    this.models = new Models(reading);
  }

  // furnishing a house by row ids, without an input
  readonly addModel: Models['add'] = (ctx, facts) => this.models.add(ctx, facts);

  async addUnit(ctx: RequestContext, { serial, ...facts }: Omit<UnitFacts, 'id'>): Promise<string> {
    const id = newId(ctx.now);
    const pinned = await pinnedNow(ctx, this.warrantyAt);
    const unit = { id, serial: normalSerial(serial), ...facts };
    await ctx.db.write((manager) => enterUnit(ctx, manager, pinned, unit));
    return id;
  }

  /** The machine of a serial number, or null: an unknown machine and another dealer's look the same. */
  machineBySerial(ctx: RequestContext, serial: string): Promise<Machine | null> {
    return readMachine(ctx, 'serial', normalSerial(serial));
  }

  /** The machine of a row id, or null as above. */
  machineById(ctx: RequestContext, id: string, within: Reading = ctx.db): Promise<Machine | null> {
    return readMachine(ctx, 'id', id, within);
  }

  /** The warranty stamps of a machine in the order of the terms, with what people call them. */
  labelledStampsOf(
    ctx: RequestContext,
    equipmentId: string,
    within: Reading = ctx.db,
  ): Promise<LabelledStamp[]> {
    return labelledStampsOf(ctx, within, equipmentId);
  }

  /** Writes down what a repair of a machine carries from the day on which it was done; none where it carries nothing (W9). */
  async repairStamp(
    ctx: RequestContext,
    equipmentId: string,
    version: PinnedWarranty,
    done: RepairDone,
    within: Reading,
  ): Promise<Statement[]> {
    const machine = await this.machineById(ctx, equipmentId, within);
    return machine ? keepRepairStamp(ctx, version, { ...done, equipmentId, serial: machine.serial }) : [];
  }

  /** What a machine has counted so far, by key of the meter, for `decideCharges`. */
  metersOf(
    ctx: RequestContext,
    equipmentId: string,
    within: Reading = ctx.db,
  ): Promise<Record<string, number>> {
    return countsOf(ctx, within, equipmentId);
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: EquipmentListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const prefix = filter?.serialPrefix ? normalSerial(filter.serialPrefix) : null;
    return listRows(ctx, this.reading, 'Equipment', {
      order: orderBy('equipment', 't.serial COLLATE "C"'),
      conditions: new Conditions()
        .ofParty(ctx)
        .add(prefix, (p) => `t.serial COLLATE "C" >= ${p}`)
        .add(prefix && `${prefix}\u{10FFFF}`, (p) => `t.serial COLLATE "C" < ${p}`)
        .is('customer_id', 'Customer', filter?.customerId)
        .is('site_id', 'Site', filter?.siteId)
        .is('model_id', 'EquipmentModel', filter?.modelId),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend */
  async register(ctx: RequestContext, input: EquipmentRegisterInput) {
    return this.shown(ctx, await registerEquipment(ctx, this.warrantyAt, input));
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: EquipmentUpdateInput) {
    return this.shown(ctx, await updateEquipment(ctx, input));
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async setDates(ctx: RequestContext, input: EquipmentDatesSetInput) {
    return this.shown(ctx, await setDates(ctx, input));
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async configure(ctx: RequestContext, input: EquipmentConfigureInput) {
    return this.shown(ctx, await configureEquipment(ctx, this.warrantyAt, input));
  }

  /** @throws Refusal naming the field to mend */
  async addReading(ctx: RequestContext, input: EquipmentReadingAddInput) {
    const reading = await freshRow(ctx, this.reading, 'MeterReading', await addReading(ctx, input));
    return { reading, equipment: await this.named(ctx, input.equipmentId) };
  }

  /** @throws Refusal naming the field to mend */
  async addLimit(ctx: RequestContext, input: EquipmentLimitAddInput) {
    const limit = await freshRow(ctx, this.reading, 'EquipmentLimit', await addLimit(ctx, input));
    return { limit, equipment: await this.named(ctx, input.equipmentId) };
  }

  /** @throws Refusal naming the field to mend, CONFLICT when somebody was first */
  async decideLimit(ctx: RequestContext, input: EquipmentLimitDecideInput) {
    const { limitId, equipmentId } = await decideLimit(ctx, input);
    const limit = await freshRow(ctx, this.reading, 'EquipmentLimit', limitId);
    return { limit, equipment: await this.reading.reader.row(ctx, 'Equipment', equipmentId) };
  }

  private async shown(ctx: RequestContext, id: string): Promise<{ equipment: Row | null }> {
    return { equipment: await freshRow(ctx, this.reading, 'Equipment', id) };
  }

  private named(ctx: RequestContext, publicId: string): Promise<Row | null> {
    return this.reading.reader.row(ctx, 'Equipment', idOf('Equipment', publicId));
  }
}
