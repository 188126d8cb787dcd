import { Radio, Select } from 'antd';
import { USUAL_SOURCES } from './desk-form';
import type { DeskSource } from './use-sources';

interface Props {
  source: string;
  sources: readonly DeskSource[];
  onChange: (source: DeskSource) => void;
}

export function SourceChoice({ source, sources, onChange }: Props) {
  const usual = USUAL_SOURCES.filter((name) => sources.some((one) => one.name === name));
  const others = sources.filter(({ name }) => !usual.includes(name));
  const choose = (name: unknown) => {
    const found = sources.find((one) => one.name === name);
    if (found) onChange(found);
  };
  const other = others.some(({ name }) => name === source);
  return (
    <div className="sources" role="group" aria-label="来源">
      <Radio.Group
        optionType="button"
        value={other ? null : source}
        options={usual}
        onChange={(event) => choose(event.target.value)}
      />
      {others.length > 0 && (
        <Select
          aria-label="其他来源"
          placeholder="其他来源"
          value={other ? source : null}
          options={others.map(({ name }) => ({ value: name, label: name }))}
          onChange={choose}
        />
      )}
    </div>
  );
}
