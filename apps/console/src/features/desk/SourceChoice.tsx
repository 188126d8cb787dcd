import { Radio, Select } from 'antd';
import { OTHER_SOURCES, USUAL_SOURCES } from './desk-form';

export function SourceChoice({ source, onChange }: { source: string; onChange: (source: string) => void }) {
  const other = OTHER_SOURCES.includes(source);
  return (
    <div className="sources" role="group" aria-label="来源">
      <Radio.Group
        optionType="button"
        value={other ? null : source}
        options={USUAL_SOURCES}
        onChange={(event) => onChange(String(event.target.value))}
      />
      <Select
        aria-label="其他来源"
        placeholder="其他来源"
        value={other ? source : null}
        options={OTHER_SOURCES.map((value) => ({ value, label: value }))}
        onChange={onChange}
      />
    </div>
  );
}
