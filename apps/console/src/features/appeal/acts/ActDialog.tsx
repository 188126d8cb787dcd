import type { AppealView } from '@hub/contract';
import { Button, Drawer, Form, Modal } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../../components/Trouble';
import { asProblem } from '../../../lib/api';
import type { ChosenAct } from '../chosen-act';
import { actKey } from '../next-step';
import { staysInSight, useAct } from '../use-appeal';
import { forms } from './forms';
import { OfferReview } from './OfferReview';

interface Props {
  view: AppealView;
  chosen: ChosenAct;
  onClose: () => void;
  /** The appeal is out of this person's sight now. */
  onGone: () => void;
}

/** One act's form. A refusal stays in it, beside all that was typed; after a conflict the next try is made on the newer state. */
export function ActDialog({ view, chosen: { allowed, given }, onClose, onGone }: Props) {
  const asked = forms[actKey(allowed)];
  const [fields] = Form.useForm<Record<string, unknown>>();
  const [version, setVersion] = useState(view.version);
  const act = useAct(view.number);
  if (!asked) return null;

  const submit = (values: Record<string, unknown>) =>
    act.mutate(
      { act: allowed.act, way: allowed.way, body: asked.body(values), version },
      {
        onSuccess: (answer) => {
          onClose();
          if (!staysInSight(answer)) onGone();
        },
        onError: (error) => {
          const problem = asProblem(error);
          fields.setFields((problem.fields ?? []).map((one) => ({ name: one.field, errors: [one.message] })));
        },
      },
    );
  const conflict = act.isError && asProblem(act.error).code === 'version-conflict';
  // What changed stands beside the form by now; the person who presses again has seen it.
  if (conflict && view.version > version) setVersion(view.version);

  const refused = act.isError ? asProblem(act.error).review : undefined;

  const { Fields } = asked;
  const body = (
    <Form
      form={fields}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={{ ...asked.initial?.(view), ...given }}
      onFinish={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) fields.submit();
      }}
    >
      {asked.lead && <p className="act-lead">{asked.lead(view)}</p>}
      {Fields && <Fields view={view} />}
      {act.isError && <Trouble error={act.error} />}
      {refused && <OfferReview view={view} review={refused} onAsked={setVersion} />}
      {conflict && <p className="act-lead muted">已载入最新内容，请对照后再按一次。</p>}
    </Form>
  );
  const buttons = (
    <div className="flex act-buttons">
      <Button onClick={onClose}>取消</Button>
      <Button type="primary" loading={act.isPending} onClick={() => fields.submit()}>
        {asked.confirm ?? allowed.name}
      </Button>
    </div>
  );
  if (asked.where === 'drawer') {
    return (
      <Drawer
        open
        title={allowed.name}
        size={440}
        onClose={onClose}
        footer={buttons}
        mask={{ closable: false }}
        rootClassName="act-drawer"
      >
        {body}
      </Drawer>
    );
  }
  return (
    <Modal open title={allowed.name} onCancel={onClose} footer={buttons} mask={{ closable: false }}>
      {body}
    </Modal>
  );
}
