import { CheckCircleFilled, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Form, Input, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { useProvince } from '../../../shared/hooks/use-province';
import { countUpTo, lengthOf, limits } from '../../../shared/limits';
import styles from './machine-lookup.module.css';

const EquipmentBySerialDocument = graphql(`
  query EquipmentBySerial($serial: String!) {
    equipmentBySerial(serial: $serial) {
      id
      serial
      model {
        id
        name {
          zh
          en
        }
      }
      customer {
        id
        name
      }
      site {
        id
        name
        province
      }
    }
  }
`);

/** Typing pauses this long (ms) before the machine is looked up. */
const typingPause = 500;

export interface MachineLookupProps {
  value: string;
  complaint: string | undefined;
  onChange: (serial: string) => void;
}

/** The serial number on the nameplate, and the machine that it belongs to. */
export function MachineLookup({ value, complaint, onChange }: MachineLookupProps) {
  const { t } = useTranslation('report');
  const localized = useLocalized();
  const province = useProvince();
  const typed = value.trim();
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data, error, loading } = useQuery(EquipmentBySerialDocument, {
    variables: { serial: asked },
    skip: asked === '' || lengthOf(asked) > limits.serial,
    fetchPolicy: 'network-only',
  });
  const answered = typed !== '' && asked === typed && !loading;
  const machine = answered ? data?.equipmentBySerial : undefined;
  // Unknown and somebody else's read the same: the answer must not tell what others own.
  const missing = answered && data !== undefined && !machine;

  return (
    <Form.Item
      label={t('serial')}
      htmlFor="serial"
      required
      validateStatus={complaint || missing ? 'error' : undefined}
      help={
        complaint ?? (missing ? t('machine.missing') : answered && error ? t('machine.failed') : undefined)
      }
    >
      <Input
        id="serial"
        value={value}
        count={countUpTo(limits.serial)}
        aria-invalid={complaint !== undefined || missing}
        placeholder={t('serialPlaceholder')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        suffix={typed !== '' && !answered ? <Spin size="small" /> : <SearchOutlined aria-hidden />}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => setAsked(typed)}
      />
      <div role="status">
        {machine && (
          <div className={styles.machine}>
            <CheckCircleFilled aria-hidden className={styles.found} />
            <div>
              <p className={styles.model}>
                {localized(machine.model.name)} <span className="ac-number">{machine.serial}</span>
              </p>
              <p>
                {[
                  machine.customer.name,
                  machine.site && `${machine.site.name} · ${province(machine.site.province)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </div>
        )}
      </div>
    </Form.Item>
  );
}
