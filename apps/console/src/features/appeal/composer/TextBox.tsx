import { Input } from 'antd';

interface Props {
  label: string;
  value: string;
  max: number;
  onChange: (value: string) => void;
  onSave: () => void;
}

/** The place to write; Ctrl+Enter saves. */
export function TextBox({ label, value, max, onChange, onSave }: Props) {
  return (
    <Input.TextArea
      autoFocus
      variant="borderless"
      aria-label={label}
      autoSize={{ minRows: 3, maxRows: 10 }}
      maxLength={max}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) onSave();
      }}
    />
  );
}
