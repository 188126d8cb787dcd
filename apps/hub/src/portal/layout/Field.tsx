import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';

interface FieldProps {
  id: string;
  label: string;
  /** 可不填, or when it may be left empty. */
  optional?: string;
  hint?: ReactNode;
  fault: string | null;
  /** Where another field's error speaks for this one too. */
  faultId?: string;
  children: (described: { 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => ReactNode;
}

/** Label above, hint under it, error between hint and field, field last. */
export function Field({ id, label, optional, hint, fault, faultId, children }: FieldProps): ReactElement {
  const names = [hint && `${id}-h`, fault && `${id}-e`, faultId].filter(Boolean).join(' ');
  return (
    <div className={fault || faultId ? 'field bad' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt">（{optional}）</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="err" id={`${id}-e`}>
          请更正：{fault}
        </p>
      )}
      {children({ 'aria-describedby': names || undefined, 'aria-invalid': fault || faultId ? 'true' : undefined })}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & { value: string; input?: InputHTMLAttributes<HTMLInputElement> };

export const TextField = ({ value, input, ...field }: TextFieldProps): ReactElement => (
  <Field {...field}>
    {(described) => <input type="text" {...input} id={field.id} name={field.id} defaultValue={value} {...described} />}
  </Field>
);

interface ChoiceProps {
  name: string;
  id: string;
  value: string;
  type?: 'radio' | 'checkbox';
  checked: boolean;
  children: ReactNode;
}

export const Choice = ({ name, id, value, type = 'radio', checked, children }: ChoiceProps): ReactElement => (
  <div className="choice">
    <input type={type} name={name} id={id} value={value} defaultChecked={checked} />
    <label htmlFor={id}>{children}</label>
  </div>
);
