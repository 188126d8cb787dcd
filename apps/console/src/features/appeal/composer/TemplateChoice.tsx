import type { TemplateView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { get } from '../../../lib/api';

/** The office's templates that fit, filled from the appeal; what is not known yet stands in them as 【请填写…】. */
export function TemplateChoice({ number, onChoose }: { number: string; onChoose: (text: string) => void }) {
  const templates = useQuery({
    queryKey: ['templates', number],
    staleTime: 60_000,
    queryFn: ({ signal }) => get<TemplateView[]>(`/templates?appeal=${encodeURIComponent(number)}`, signal),
  });
  const fitting = templates.data ?? [];
  if (!fitting.length) return null;
  return (
    <Select
      className="template-choice"
      aria-label="选用答复模板"
      placeholder="选用答复模板"
      value={null}
      options={fitting.map(({ id, name, missing }) => ({
        value: id,
        label: missing.length ? `${name}（还要填${missing.join('、')}）` : name,
      }))}
      onChange={(id: string | null) => {
        const chosen = fitting.find((one) => one.id === id);
        if (chosen) onChoose(chosen.text);
      }}
    />
  );
}
