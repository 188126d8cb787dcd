import type { ActBodies, AllowedActView, AppealView } from '@hub/contract';
import { App } from 'antd';
import { asProblem } from '../../../lib/api';
import { actKey } from '../next-step';
import { useAct } from '../use-appeal';

/** Acts that ask nothing are done at once. */
const ASKS_NOTHING: Record<string, ActBodies['receipt'] | ActBodies['approval'] | undefined> = {
  receipt: {},
  'approval.pass': { decision: 'pass' },
};

export function useDirectAct(view: AppealView | undefined) {
  const act = useAct(view?.number ?? '');
  const { notification } = App.useApp();
  /** False where the act has a form that must be filled in first. */
  const doIt = ({ act: name, way }: AllowedActView): boolean => {
    const body = ASKS_NOTHING[actKey({ act: name, way })];
    if (!body || !view) return false;
    // Who passes a text that tells something says why.
    if (name === 'approval' && view.draftLeaks.some(({ weight }) => weight === 'block')) return false;
    act.mutate(
      { act: name, way, body, version: view.version },
      { onError: (error) => notification.error({ title: asProblem(error).detail, description: asProblem(error).hint }) },
    );
    return true;
  };
  return { doIt, busy: act.isPending };
}
