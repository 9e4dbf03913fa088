import { Form, Input } from 'antd';
import { countUpTo } from '../../../shared/limits';

export interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  complaint?: string | undefined;
  required?: boolean;
  placeholder?: string;
  /** Characters that the server takes at most. */
  limit: number;
  /** Of the field when it holds several lines. */
  rows?: number;
  type?: 'text' | 'tel' | 'date';
  inputMode?: 'decimal';
  autoComplete?: string;
}

export function TextField({
  id,
  label,
  complaint,
  required,
  limit,
  rows,
  onChange,
  type,
  ...input
}: TextFieldProps) {
  const common = {
    id,
    'aria-invalid': complaint !== undefined,
    count: countUpTo(limit),
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    ...input,
  };
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={required}
      validateStatus={complaint ? 'error' : undefined}
      help={complaint}
    >
      {rows ? (
        <Input.TextArea autoSize={{ minRows: rows, maxRows: rows * 3 }} {...common} />
      ) : (
        <Input type={type} {...common} />
      )}
    </Form.Item>
  );
}
