import { DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

interface Common {
  name: string;
  label: string;
  optional?: boolean;
  extra?: ReactNode;
}
export interface Option {
  value: string | number;
  label: string;
}

// `whitespace` makes a text of the value: only for fields that are one.
const rules = ({ label, optional }: Common, text = false) =>
  optional ? [] : [{ required: true, message: `请填“${label}”。`, ...(text ? { whitespace: true } : {}) }];
const labelOf = ({ label, optional }: Common) => (optional ? `${label}（可不填）` : label);

export const LongText = (field: Common & { max: number; rows?: number; placeholder?: string }) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field, true)} extra={field.extra}>
    <Input.TextArea autoSize={{ minRows: field.rows ?? 3, maxRows: 14 }} placeholder={field.placeholder} maxLength={field.max} />
  </Form.Item>
);

export const Line = (field: Common) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field, true)} extra={field.extra}>
    <Input maxLength={190} />
  </Form.Item>
);

export const Choice = (
  field: Common & {
    options: readonly Option[];
    loading?: boolean;
    disabled?: boolean;
    placeholder?: string;
    onChange?: (value: string) => void;
  },
) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field)} extra={field.extra}>
    <Select
      allowClear={field.optional}
      showSearch={field.options.length > 8 && { optionFilterProp: 'label' }}
      options={[...field.options]}
      loading={field.loading}
      onChange={field.onChange}
      disabled={field.disabled}
      placeholder={field.placeholder}
    />
  </Form.Item>
);

export const Radios = (field: Common & { options: readonly Option[] }) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field)} extra={field.extra}>
    <Radio.Group options={[...field.options]} />
  </Form.Item>
);

/** A moment that has passed. */
export const Moment = (field: Common) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field)} extra={field.extra}>
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
      className="full"
    />
  </Form.Item>
);

/** A day to come. */
export const DayTo = (field: Common) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field)} extra={field.extra}>
    <DatePicker format="YYYY-MM-DD" disabledDate={(day) => day.isBefore(dayjs(), 'day')} className="full" />
  </Form.Item>
);

/** A day that has come. */
export const DayPast = (field: Common) => (
  <Form.Item name={field.name} label={labelOf(field)} rules={rules(field)} extra={field.extra}>
    <DatePicker format="YYYY-MM-DD" disabledDate={(day) => day.isAfter(dayjs(), 'day')} className="full" />
  </Form.Item>
);
