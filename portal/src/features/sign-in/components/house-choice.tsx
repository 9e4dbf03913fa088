import { RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../apollo/session';
import { useLocalized } from '../../../shared/hooks/use-localized';
import styles from './house-choice.module.css';

export interface HouseChoiceProps {
  memberships: Membership[];
  busy: boolean;
  onChoose: (slug: string) => void;
  onBack: () => void;
}

/** A login that serves several makers says which one it enters. */
export function HouseChoice({ memberships, busy, onChoose, onBack }: HouseChoiceProps) {
  const { t } = useTranslation('signIn');
  const localized = useLocalized();
  return (
    <>
      <p className="ac-soft">{t('houses.text')}</p>
      <ul className={styles.houses}>
        {memberships.map(({ slug, name }) => (
          <li key={slug}>
            <button type="button" className={styles.house} disabled={busy} onClick={() => onChoose(slug)}>
              {localized(name)}
              <RightOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button type="link" disabled={busy} onClick={onBack} style={{ paddingInline: 0 }}>
        {t('houses.back')}
      </Button>
    </>
  );
}
