import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import { useLocalized } from '../../../shared/hooks/use-localized';
import styles from './request-type-choice.module.css';

const RequestTypeChoice_requestType = graphql(`
  fragment RequestTypeChoice_requestType on RequestType {
    key
    label {
      zh
      en
    }
  }
`);

export interface RequestTypeChoiceProps {
  requestTypes: readonly FragmentType<typeof RequestTypeChoice_requestType>[];
  value: string;
  complaint: string | undefined;
  onChange: (key: string) => void;
}

export function RequestTypeChoice({ requestTypes, value, complaint, onChange }: RequestTypeChoiceProps) {
  const { t } = useTranslation('report');
  const localized = useLocalized();
  return (
    <fieldset className={styles.choice} aria-describedby={complaint ? 'requestType-complaint' : undefined}>
      <legend className={styles.legend}>{t('requestType')}</legend>
      <div className={styles.cards}>
        {readFragment(RequestTypeChoice_requestType, requestTypes).map(({ key, label }) => (
          <label key={key} className={styles.card}>
            <input
              type="radio"
              name="requestType"
              value={key}
              checked={key === value}
              onChange={() => onChange(key)}
            />
            {localized(label)}
          </label>
        ))}
      </div>
      {complaint && (
        <p id="requestType-complaint" className={styles.complaint}>
          {complaint}
        </p>
      )}
    </fieldset>
  );
}
