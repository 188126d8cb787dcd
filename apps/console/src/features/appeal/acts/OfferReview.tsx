import type { AppealView, OfferedReview } from '@hub/contract';
import { Alert, Button } from 'antd';
import { Trouble } from '../../../components/Trouble';
import { staysInSight, useAct } from '../use-appeal';

interface Props {
  view: AppealView;
  /** The refused text, word for word. */
  review: OfferedReview;
  /** The appeal has moved on by the question. */
  onAsked: (version: number) => void;
}

/** A text that was refused for what it tells goes to a second person as it is: nothing is typed twice. */
export function OfferReview({ view, review, onAsked }: Props) {
  const act = useAct(view.number);
  const mayAsk = view.allowedActions.some((one) => one.act === 'leak-review' && one.way === 'ask');
  if (act.isSuccess) {
    return <Alert type="success" showIcon title="已提请第二人复核。准予以后，照原样再发一次；改动过的须再提。" />;
  }
  if (!mayAsk) return null;
  const ask = () =>
    act.mutate(
      { act: 'leak-review', way: 'ask', body: { decision: 'ask', ...review }, version: view.version },
      { onSuccess: (answer) => staysInSight(answer) && onAsked(answer.version) },
    );
  return (
    <>
      <Button data-act="leak-review.offer" loading={act.isPending} onClick={ask}>
        确有必要，照这样提请第二人复核
      </Button>
      {act.isError && <Trouble error={act.error} what="没有提请上" />}
    </>
  );
}
