import { Texts } from '../../platform/aggregates';

const key = {
  limit: 60,
  pattern: /^[a-z][a-z0-9-]*$/,
  wanted: {
    zh: '代号请用小写字母、数字和连字符，例如 cutting-motor。',
    en: 'Write the key in small letters, digits and hyphens, such as cutting-motor.',
  },
};

/** What people call the texts of this room, and how long they may be. */
export const texts = new Texts({
  code: { label: { zh: '型号代码', en: 'the code of the model' }, limit: 60 },
  nameZh: { label: { zh: '中文名称', en: 'the Chinese name' }, limit: 200 },
  nameEn: { label: { zh: '英文名称', en: 'the English name' }, limit: 200 },
  meter: { ...key, label: { zh: '计数器代号', en: 'the key of the meter' } },
  unitZh: { label: { zh: '中文单位', en: 'the unit in Chinese' }, limit: 20 },
  unitEn: { label: { zh: '英文单位', en: 'the unit in English' }, limit: 20 },
  serial: {
    label: { zh: '序列号', en: 'the serial number' },
    limit: 60,
    pattern: /^[\p{Script=Han}A-Z0-9](?:[\p{Script=Han}A-Z0-9 ._#/+-]*[\p{Script=Han}A-Z0-9])?$/u,
    wanted: {
      zh: '序列号只能包含汉字、字母、数字和 - . _ / # + 符号，请按铭牌填写。',
      en: 'A serial number has letters, digits and - . _ / # +; copy it from the nameplate.',
    },
  },
  batch: { label: { zh: '生产批次', en: 'the batch' }, limit: 60 },
  orderNumber: { label: { zh: '订单号', en: 'the order number' }, limit: 60 },
  materialNumber: { label: { zh: '料号', en: 'the material number' }, limit: 60 },
  component: { ...key, label: { zh: '部件代号', en: 'the key of the component' } },
  componentName: { label: { zh: '部件名称', en: 'the name of the component' }, limit: 200 },
  componentSerial: { label: { zh: '部件序列号', en: 'the serial number of the component' }, limit: 60 },
  replacedBecause: { label: { zh: '更换原因', en: 'the reason for replacing the meter' }, limit: 1_000 },
  what: { label: { zh: '到期事项', en: 'what expires' }, limit: 200 },
  note: { label: { zh: '处理意见', en: 'what was settled' }, limit: 10_000 },
});

/** The serial as it is stored and searched: without blanks around it, in half-width capitals. */
export const normalSerial = (serial: string): string => serial.normalize('NFKC').trim().toUpperCase();
