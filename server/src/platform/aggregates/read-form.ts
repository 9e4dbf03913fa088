import type { Refusal } from '../errors';
import { Refusals, refusalsIn } from '../errors';

/** How each field of a form is read; each throws what is wrong with its own. */
export type Readers<Form> = { [Name in keyof Form]: () => Form[Name] };

/** A form without a fault, or what is wrong with it and what could be read all the same. */
export type FormRead<Form> = { form: Form } | { faults: Refusal[]; partly: Partial<Form> };

/** Reads every field of a form, whatever is wrong with another, so that all that is to be mended is told at once. */
export function readForm<Form extends object>(readers: Readers<Form>): FormRead<Form> {
  const partly: Partial<Form> = {};
  const faults: Refusal[] = [];
  for (const name of Object.keys(readers) as Array<keyof Form>) {
    try {
      partly[name] = readers[name]();
    } catch (error) {
      faults.push(...refusalsIn(error));
    }
  }
  return faults.length > 0 ? { faults, partly } : { form: partly as Form };
}

/**
 * As `readForm`, for forms that are refused with any fault.
 * @throws Refusals with all that is wrong
 */
export function soundForm<Form extends object>(readers: Readers<Form>): Form {
  const read = readForm(readers);
  if ('faults' in read) throw new Refusals(read.faults);
  return read.form;
}
