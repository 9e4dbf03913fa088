import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { readFragment, type FragmentType } from '../../../gql/fragment-masking';
import type { IntakeFields_requestTypeFragment } from '../../../gql/graphql';
import { useLocalized } from '../../../shared/hooks/use-localized';
import { limits } from '../../../shared/limits';
import { detailField, type ReportDraft, type ReportField } from '../report-draft';
import { TextField } from './text-field';

const IntakeFields_requestType = graphql(`
  fragment IntakeFields_requestType on RequestType {
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
`);

export type IntakeField = IntakeFields_requestTypeFragment['intake'][number];

/** What the form of a request type asks beyond what every request has. */
export function intakeOf(
  requestTypes: readonly FragmentType<typeof IntakeFields_requestType>[],
  requestType: string,
): readonly IntakeField[] {
  const types = readFragment(IntakeFields_requestType, requestTypes);
  return types.find(({ key }) => key === requestType)?.intake ?? [];
}

export interface IntakeFieldsProps {
  fields: readonly IntakeField[];
  details: ReportDraft['details'];
  complaints: Partial<Record<ReportField, string>>;
  onChange: (key: string, value: string) => void;
}

export function IntakeFields({ fields, details, complaints, onChange }: IntakeFieldsProps) {
  return fields.map((field) => (
    <DetailInput
      key={field.key}
      field={field}
      value={details[field.key] ?? ''}
      complaint={complaints[detailField(field.key)]}
      onChange={(value) => onChange(field.key, value)}
    />
  ));
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
