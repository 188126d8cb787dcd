import { checkedUpload, isRecording, RECORDING_BYTES, UPLOAD_BYTES, uploadType } from './upload';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)));
const box = [0, 0, 0, 0x20];

describe('a recording', () => {
  it.each([
    ['ID3 tag', bytes('ID3', [4, 0]), 'audio/mpeg'],
    ['bare frame', bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
    ['frame of MPEG 2 with a checksum', bytes([0xff, 0xf2, 0x48, 0]), 'audio/mpeg'],
    ['wav', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio/wav'],
    ['m4a', bytes(box, 'ftypM4A ', [0, 0], 'hdlr soun'), 'audio/mp4'],
    ['sound of an Android phone', bytes(box, 'ftypmp42', [0, 0], 'hdlr soun'), 'audio/mp4'],
    ['amr', bytes('#!AMR\n', [1]), 'audio/amr'],
    ['opus', bytes('OggS', [0, 2], 'OpusHead'), 'audio/ogg'],
  ])('is known by its content: %s', (_, content, type) => {
    expect(uploadType(content)).toBe(type);
    expect(isRecording(type)).toBe(true);
  });

  it.each([
    ['a film', bytes(box, 'ftypmp42', [0, 0], 'hdlr vide', 'hdlr soun')],
    ['Ogg without sound', bytes('OggS', [0, 2], 'theora')],
    ['a frame of no bit rate', bytes([0xff, 0xfb, 0xf0, 0])],
    ['UTF-16 text', bytes([0xff, 0xfe, 0x31, 0])],
    ['text', bytes('#!/bin/sh')],
  ])('is not %s', (_, content) => expect(uploadType(content)).toBeNull());

  it('may be larger than other files, up to a size of its own', () => {
    const sized = (head: Uint8Array, size: number) => {
      const content = new Uint8Array(size);
      content.set(head);
      return content;
    };
    const mp3 = bytes('ID3', [4, 0]);
    expect(checkedUpload(sized(mp3, UPLOAD_BYTES + 1))).toBe('audio/mpeg');
    expect(() => checkedUpload(sized(mp3, RECORDING_BYTES + 1))).toThrow('60 MB');
    expect(() => checkedUpload(sized(bytes('%PDF-1.7'), UPLOAD_BYTES + 1))).toThrow('20 MB');
  });
});
