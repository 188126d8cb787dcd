import { form, type ActForm } from './act-form';
import { Line } from './fields';

export const mailForms: Record<string, ActForm> = {
  'mail-address': form<'mail-address'>({
    where: 'dialog',
    lead: (view) => `寄给反映人的信被退回：${view.mailReturned ?? ''}。改好后，退回的信会寄到新邮箱。`,
    Fields: () => <Line name="email" label="正确的邮箱" extra="请先向反映人核对。" />,
    body: ({ email }) => ({ email }),
  }),
};
