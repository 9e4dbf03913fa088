import { Form, Input } from 'antd';

export interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  complaint?: string | undefined;
  required?: boolean;
  placeholder?: string;
  maxLength: number;
  /** Of the field when it holds several lines. */
  rows?: number;
  type?: 'text' | 'tel';
  autoComplete?: string;
}

export function TextField({
  id,
  label,
  complaint,
  required,
  rows,
  onChange,
  type,
  ...input
}: TextFieldProps) {
  const common = {
    id,
    'aria-invalid': complaint !== undefined,
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
