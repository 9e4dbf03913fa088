/** equipment: models and the machines that were sold, by serial number. */
export { Equipment, EquipmentModel } from './equipment.entity';
export { registerEquipmentReads } from './equipment.reads';
export { EquipmentResolver } from './equipment.resolver';
export { EquipmentService, normalSerial, type Machine } from './equipment.service';
