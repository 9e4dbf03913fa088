import { useTranslation } from 'react-i18next';

/** Names a province by the first two digits of its GB/T 2260 code: 32 is 江苏. An unknown code stays as it is. */
export function useProvince(): (code: string) => string {
  const { t } = useTranslation('shared');
  return (code) => t(`province.${code as '32'}`, { defaultValue: code });
}
