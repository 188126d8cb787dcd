import { MOST_THINGS, partThing, withoutThing } from './several';
import { NEW_SUBMISSION, NEW_THING } from './submission';

const file = (thing: number | null) => ({ id: 'a', name: 'a.jpg', mediaType: 'image/jpeg', size: 1, thing });
const told = {
  ...NEW_SUBMISSION,
  things: [
    { ...NEW_THING, kind: 'complaint', subject: '油烟', text: '油烟太大。河边有垃圾。', street: '真如镇', place: '兰溪路 1 号' },
  ],
};

it('the chosen sentences become a thing of the same kind and street, without the place of the first', () =>
  expect(partThing(told, 0, new Set([1])).things).toMatchObject([
    { subject: '油烟', text: '油烟太大。', place: '兰溪路 1 号' },
    { subject: '', text: '河边有垃圾。', kind: 'complaint', street: '真如镇', place: '' },
  ]));

it('no more than so many', () => {
  let parted = told as typeof NEW_SUBMISSION;
  for (let times = 0; times < 9; times++) parted = partThing(parted, 0, new Set());
  expect(parted.things.length).toBe(MOST_THINGS);
});

it('a thing that is taken out leaves its files to all, and the later ones move up', () => {
  const three = { ...told, things: [NEW_THING, { ...NEW_THING, text: '二' }, { ...NEW_THING, text: '三' }] };
  const { things, files } = withoutThing({ ...three, files: [file(1), file(2), file(3), file(null)] }, 1);
  expect([things.map(({ text }) => text), files.map(({ thing }) => thing)]).toEqual([
    ['', '三'],
    [1, null, 2, null],
  ]);
});

it('the last thing stays', () => expect(withoutThing(told, 0)).toBe(told));
