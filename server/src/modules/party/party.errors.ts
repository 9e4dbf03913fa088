import { invalid } from '../../platform/aggregates';
import { Refusal } from '../../platform/errors';

/** The words of this room for what can be missing. */
export const names = {
  dealer: { zh: '经销商', en: 'dealer' },
  servicePoint: { zh: '服务网点', en: 'service point' },
  customer: { zh: '客户', en: 'customer' },
  site: { zh: '使用现场', en: 'site' },
  contact: { zh: '联系人', en: 'contact' },
} as const;

export const onlyForStaff = (field: 'note' | 'groupKey') =>
  new Refusal('FORBIDDEN', [field], {
    zh: '备注和客户分组由厂家维护，请留空后再提交。',
    en: "Notes and groups of customers are kept by the maker's own people; leave them out.",
  });

export const provinceWanted = () =>
  new Refusal('REQUIRED', ['province'], {
    zh: '请选择现场所在的省份，到场时限按省内、省外计算。',
    en: 'Choose the province of the site; promises of arrival depend on it.',
  });

export const noProvinceAbroad = () =>
  invalid('province', {
    zh: '境外现场没有省级代码，请清空省份，或把国家改回中国。',
    en: 'A site abroad has no province of China; empty the province, or set the country to CN.',
  });
