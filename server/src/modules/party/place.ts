import { mustBeProvince } from '../tenancy';
import { noProvinceAbroad, provinceWanted } from './party.errors';
import { texts } from './party.texts';

/** @throws Refusal INVALID when it is no province */
export function provinceOrNone(code: string | null | undefined): string | null {
  if (!code) return null;
  mustBeProvince('province', code);
  return code;
}

/** @throws Refusal REQUIRED or INVALID */
export function province(code: string | null): string {
  const known = provinceOrNone(code);
  if (known === null) throw provinceWanted();
  return known;
}

/**
 * Where a site lies: a province in China, none abroad.
 * @throws Refusal naming country or province
 */
export function placeOf(country: string | null, code: string | null | undefined) {
  const inCountry = texts.optional('country', country) ?? 'CN';
  if (inCountry === 'CN') return { country: inCountry, province: province(code ?? null) };
  if (code) throw noProvinceAbroad();
  return { country: inCountry, province: null };
}
