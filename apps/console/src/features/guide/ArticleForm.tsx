import type { GuideArticleView } from '@hub/contract';
import { GUIDE_CHAPTER_WORDS, GUIDE_CHAPTERS, type GuideChapter } from '@hub/domain';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { Trouble } from '../../components/Trouble';
import { useUnits } from '../../lib/directory';
import { useChange } from './use-guide';

interface Fields {
  readonly chapter: GuideChapter;
  readonly unitId?: string | null;
  readonly year: number;
  readonly title: string;
  readonly text: string;
  readonly promise?: string;
}

const chapters = GUIDE_CHAPTERS.map((value) => ({ value, label: GUIDE_CHAPTER_WORDS[value] }));

/** Plain text on the left, and as citizens will read it on the right. */
export function ArticleForm({ article, close }: { article: GuideArticleView | 'new'; close: () => void }) {
  const [form] = Form.useForm<Fields>();
  const change = useChange('guide-articles');
  const units = useUnits();
  const fresh = article === 'new';
  const writes = fresh || article.allowedSteps.includes('change');
  const chapter = Form.useWatch('chapter', form);
  const text = Form.useWatch('text', form) ?? '';
  const save = ({ unitId, promise, ...fields }: Fields) => {
    const body = { ...fields, ...(unitId && { unitId }), ...(promise && { promise }) };
    change.mutate(fresh ? { path: '', body } : { path: `/${article.id}`, body: { ...body, version: article.version } }, {
      onSuccess: close,
    });
  };
  return (
    <Modal
      open
      width={960}
      title={fresh ? '写一篇' : article.title}
      okText="保存"
      okButtonProps={{ disabled: !writes }}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Form<Fields>
        form={form}
        name="article"
        layout="vertical"
        requiredMark={false}
        disabled={!writes}
        initialValues={fresh ? { chapter: 'questions', year: new Date().getFullYear() } : article}
        onFinish={save}
      >
        <div className="field-row">
          <Form.Item name="chapter" label="放在哪一章">
            <Select options={chapters} />
          </Form.Item>
          <Form.Item name="year" label="哪年的版本">
            <InputNumber min={2000} max={2100} />
          </Form.Item>
        </div>
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请写标题。' }]}>
          <Input maxLength={80} />
        </Form.Item>
        {chapter === 'promise' && (
          <>
            <Form.Item name="unitId" label="哪个科室的承诺" extra="选了科室的，由本科室负责人签字以后才能公布。">
              <Select allowClear options={units.data?.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
            <Form.Item
              name="promise"
              label="承诺（要有数字和时限）"
              rules={[{ required: true, whitespace: true, message: '请写承诺，如“5 个工作日内答复”。' }]}
            >
              <Input maxLength={200} />
            </Form.Item>
          </>
        )}
        <div className="field-row">
          <Form.Item
            name="text"
            label="正文"
            extra="只写文字，空一行分段。"
            rules={[{ required: true, whitespace: true, message: '请写正文。' }]}
          >
            <Input.TextArea maxLength={10_000} autoSize={{ minRows: 8, maxRows: 20 }} />
          </Form.Item>
          <section className="original" aria-label="群众看到的样子">
            {text
              .trim()
              .split(/\n\s*\n/)
              .map((block, at) => (
                <p key={at} className="words">
                  {block}
                </p>
              ))}
          </section>
        </div>
        {change.isError && <Trouble what="没有保存" error={change.error} />}
      </Form>
    </Modal>
  );
}
