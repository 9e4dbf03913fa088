import { useQuery } from '@apollo/client/react';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { IntakeFormQuery } from '../../../gql/graphql';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { limits } from '../../../shared/limits';
import { detailField, type ReportDraft, type ReportField } from '../report-draft';
import styles from './intake-fields.module.css';
import { TextField } from './text-field';

const IntakeFormDocument = graphql(`
  query IntakeForm($key: String!) {
    requestType(key: $key) {
      key
      intake {
        key
        kind
        label {
          zh
          en
        }
        required
        choices {
          key
          label {
            zh
            en
          }
        }
        dependsOn {
          field
          among
        }
      }
    }
  }
`);

type IntakeField = NonNullable<IntakeFormQuery['requestType']>['intake'][number];

/** What the form of a request type asks beyond what every request has. */
export function useIntakeForm(requestType: string) {
  const { data, loading, error, refetch } = useQuery(IntakeFormDocument, {
    variables: { key: requestType },
    skip: !requestType,
  });
  return { intake: data?.requestType?.intake ?? [], loading, error, refetch };
}

export interface IntakeFieldsProps {
  fields: readonly IntakeField[];
  details: ReportDraft['details'];
  complaints: Partial<Record<ReportField, string>>;
  onChange: (key: string, value: string) => void;
}

export function IntakeFields({ fields, details, complaints, onChange }: IntakeFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <div key={field.key} className={field.kind === 'LONG_TEXT' ? styles.long : undefined}>
          <DetailInput
            field={field}
            value={details[field.key] ?? ''}
            complaint={complaints[detailField(field.key)]}
            onChange={(value) => onChange(field.key, value)}
          />
        </div>
      ))}
    </div>
  );
}

interface DetailInputProps {
  field: IntakeField;
  value: string;
  complaint: string | undefined;
  onChange: (value: string) => void;
}

function DetailInput({ field: { key, kind, label, required, choices }, ...input }: DetailInputProps) {
  const { t } = useTranslation('report');
  const localized = useLocalized();
  const id = detailField(key);
  const name = required ? localized(label) : t('optional', { label: localized(label) });
  if (kind === 'CHOICE') {
    return (
      <Form.Item
        label={name}
        htmlFor={id}
        required={required}
        validateStatus={input.complaint ? 'error' : undefined}
        help={input.complaint}
      >
        <Select
          id={id}
          allowClear={!required}
          placeholder={t('choose')}
          value={input.value || undefined}
          onChange={(value?: string) => input.onChange(value ?? '')}
          options={choices.map((choice) => ({ value: choice.key, label: localized(choice.label) }))}
        />
      </Form.Item>
    );
  }
  return (
    <TextField
      id={id}
      label={name}
      required={required}
      limit={kind === 'LONG_TEXT' ? limits.longDetail : limits.detail}
      {...(kind === 'LONG_TEXT' && { rows: 3 })}
      {...(kind === 'DATE' && { type: 'date' as const })}
      {...(kind === 'NUMBER' && { inputMode: 'decimal' as const })}
      {...input}
    />
  );
}
