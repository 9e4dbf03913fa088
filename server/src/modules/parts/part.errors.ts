import { invalid } from '../../platform/aggregates';

export const numberTaken = () =>
  invalid('number', {
    zh: '这个配件号已经有了，请换一个，或修改原有配件。',
    en: 'There is a part of this number already; choose another number, or change that part.',
  });

export const badPrice = (field: 'listPriceFen' | 'costFeeFen') =>
  invalid(field, {
    zh: '价格以分为单位，请填不小于 0 的整数；需要询价的请留空。',
    en: 'A price is a whole number of fen from 0; leave it empty where it is asked for each time.',
  });

export const unknownModel = (index: number, code: string) =>
  invalid(`models.${index}`, {
    zh: `没有型号“${code}”，请从型号列表中选择。`,
    en: `There is no model "${code}"; choose one from the list of models.`,
  });
