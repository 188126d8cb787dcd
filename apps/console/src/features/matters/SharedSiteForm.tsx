import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';

interface Typed {
  officers: string[];
  at: Dayjs;
  place: string;
  findings: string;
}

/** One inspection that proves the on-site step of every appeal of the matter. */
export function SharedSiteForm({ number, place }: { number: string; place: string }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ at, ...rest }: Typed) => post<unknown>(`/matters/${number}/site-records`, { ...rest, at: at.toISOString() }),
    onSuccess: () => {
      setOpen(false);
      return client.invalidateQueries({ queryKey: ['matter', number] });
    },
  });
  if (!open) return <Button onClick={() => setOpen(true)}>登记现场调查</Button>;
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Form<Typed>
      layout="vertical"
      requiredMark={false}
      initialValues={{ at: dayjs(), place }}
      onFinish={(typed) => save.mutate(typed)}
    >
      <Form.Item
        name="officers"
        label="到场人员"
        rules={[{ required: true, type: 'array', min: 2, message: '现场调查须两人以上到场。' }]}
      >
        <Select mode="tags" tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
      <Form.Item name="at" label="何时" rules={needed('请填“何时”。')}>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          disabledDate={(day) => day.isAfter(dayjs(), 'day')}
        />
      </Form.Item>
      <Form.Item name="place" label="地点" rules={needed('请填“地点”。')}>
        <Input maxLength={190} />
      </Form.Item>
      <Form.Item name="findings" label="所见" extra="各件共用，不写反映人的姓名、电话、住址。" rules={needed('请填“所见”。')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={15000} />
      </Form.Item>
      {save.isError && <Trouble error={save.error} />}
      <div className="flex act-buttons">
        <Button onClick={() => setOpen(false)}>取消</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          登记现场调查
        </Button>
      </div>
    </Form>
  );
}
