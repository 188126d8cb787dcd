import type { PublicationView } from '@hub/contract';
import type { PublicationStep } from '@hub/domain';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { StepDialog, type Question } from './StepDialog';
import { WithholdDialog } from './WithholdDialog';

const YES = { yes: true } as const;
const NO = { yes: false } as const;
const BACK = { title: '退回修改', note: '要改什么', ok: '退回' } as const;

/** The buttons of each step, in the order in which they stand. */
const BUTTONS: Partial<Record<PublicationStep, readonly Question[]>> = {
  agreement: [
    { button: '同意公开', title: '同意公开', ok: '同意', path: 'agreement', body: YES, main: true },
    { button: '退回', ...BACK, path: 'agreement', body: NO },
  ],
  approval: [
    { button: '批准公开', title: '批准公开', ok: '批准', path: 'approval', body: YES, main: true, letsGo: true },
    { button: '退回', ...BACK, path: 'approval', body: NO },
  ],
  publication: [
    {
      button: '公开',
      title: '公开到门户',
      ok: '公开',
      path: 'publication',
      body: {},
      main: true,
      lead: '公开后，所有人在网上、RSS 和表格里都能看到。',
    },
  ],
  withdrawal: [
    {
      button: '撤下',
      title: '撤下',
      note: '为什么撤下',
      field: 'reason',
      ok: '撤下',
      path: 'withdrawal',
      body: {},
      danger: true,
    },
  ],
};

export function StepBar({ view }: { view: PublicationView }) {
  const [asked, setAsked] = useState<Question | 'withholding' | null>(null);
  const questions = view.allowedSteps.flatMap((step) => BUTTONS[step] ?? []);
  return (
    <Space wrap>
      {questions.map((one) => (
        <Button
          key={one.button}
          type={one.main ? 'primary' : 'default'}
          danger={one.danger}
          disabled={one.main && view.bar !== null}
          onClick={() => setAsked(one)}
        >
          {one.button}
        </Button>
      ))}
      {view.allowedSteps.includes('withholding') && <Button onClick={() => setAsked('withholding')}>不公开</Button>}
      {asked === 'withholding' && (
        <WithholdDialog
          path={`/${view.id}/withholding`}
          more={(one) => ({ ...one, version: view.version })}
          close={() => setAsked(null)}
        />
      )}
      {asked && asked !== 'withholding' && <StepDialog view={view} question={asked} close={() => setAsked(null)} />}
    </Space>
  );
}
