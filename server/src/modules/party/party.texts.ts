import { emailAddress, phoneNumber, Texts } from '../../platform/aggregates';

/** What people call the texts of this room, and how long they may be. */
export const texts = new Texts({
  name: { label: { zh: '名称', en: 'the name' }, limit: 200 },
  note: { label: { zh: '备注', en: 'the note' }, limit: 10_000 },
  groupKey: {
    label: { zh: '客户分组', en: 'the group' },
    limit: 60,
    pattern: /^[a-z][a-z0-9-]*$/,
    wanted: {
      zh: '客户分组请用小写字母、数字和连字符，例如 key-account。',
      en: 'Write the group in small letters, digits and hyphens, such as key-account.',
    },
  },
  address: { label: { zh: '地址', en: 'the address' }, limit: 500 },
  country: {
    label: { zh: '国家', en: 'the country' },
    limit: 2,
    pattern: /^[A-Z]{2}$/,
    wanted: {
      zh: '国家请用两位大写字母代码，例如中国为 CN。',
      en: 'Give the country as its code of two capital letters, such as CN.',
    },
  },
  phone: phoneNumber,
  email: emailAddress,
  position: { label: { zh: '职务', en: 'the position' }, limit: 100 },
});
