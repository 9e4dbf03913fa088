import { isDeepStrictEqual } from 'node:util';
import type { EquipmentComponentInput, StoredComponent } from './equipment.entity';
import { badQuantity, doubled, tooManyLines } from './equipment.errors';
import { texts } from './equipment.texts';

const mostLines = 200;

/**
 * A configuration sheet as people wrote it, in their order.
 * @throws Refusal INVALID or REQUIRED naming the line and its field
 */
export function sheetOf(lines: readonly EquipmentComponentInput[]): StoredComponent[] {
  if (lines.length > mostLines) throw tooManyLines('components', mostLines);
  const sheet = lines.map(({ key, name, serial, quantity }, index) => {
    const at = (field: string) => `components.${index}.${field}`;
    if (quantity < 1 || quantity > 9999) throw badQuantity(at('quantity'));
    return {
      key: texts.required('component', key, at('key')),
      name: texts.required('componentName', name, at('name')),
      serial: texts.optional('componentSerial', serial, at('serial')),
      quantity,
    };
  });
  sheet.forEach(({ key, serial }, index) => {
    const same = (line: StoredComponent) => isDeepStrictEqual([line.key, line.serial], [key, serial]);
    if (serial !== null && sheet.findIndex(same) < index) throw doubled(`components.${index}.serial`, serial);
  });
  return sheet;
}
