/** equipment: models and the machines that were sold, by serial number, with their dates, sheets, readings and warranty stamps. */
export { Equipment } from './equipment.entity';
export { registerEquipmentReads } from './equipment.reads';
export { EquipmentResolver } from './equipment.resolver';
export { EquipmentService } from './equipment.service';
export { normalSerial } from './equipment.texts';
export { machineStatement, type Machine } from './machine';
export { readNameplate, type NameplateFacts } from './nameplate';
export { EquipmentModel, type StoredMeter } from './model.entity';
export { EquipmentModelResolver } from './model.resolver';
export type { LabelledStamp, WarrantyAt } from './warranty-stamps';
