import { DefaultNamingStrategy } from 'typeorm';

export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `reporterPhone` is the column `reporter_phone`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className.charAt(0).toLowerCase() + className.slice(1));
  }
}
