import { arrivalOf, wasForwarded } from './arrival';
import { wholeLetter } from './whole-letter';

const headers = (...lines: string[]) => wholeLetter(Buffer.from(`${lines.join('\r\n')}\r\n\r\nx`), true)!.headers;
const PATH = 'Return-Path: <wang@example.com>';
const OURS = ['mx.bureau.example', 'store.bureau.example', '10.1.0.25'];

describe('who handed a letter to our server', () => {
  it.each([
    [
      'Postfix',
      'from mail.example.com (mail.example.com [198.51.100.7]) by mx.bureau.example (Postfix) with ESMTPS id 1; x',
      'mail.example.com',
    ],
    [
      'Postfix, a name that looks like an address',
      'from [203.0.113.9] (unknown [198.51.100.7]) by mx.bureau.example with ESMTP',
      '[203.0.113.9]',
    ],
    [
      'Exim',
      'from mail.example.com ([198.51.100.7] helo=[203.0.113.9]) by mx.bureau.example with esmtp (Exim 4.9)',
      'mail.example.com',
    ],
    ['Exim without a name', 'from [198.51.100.7] (helo=mail) by mx.bureau.example with esmtp', '[198.51.100.7]'],
    [
      'Sendmail',
      'from mail (host.example.com [198.51.100.7] (may be forged)) by MX.bureau.example (8.15/8.15) with ESMTP',
      'mail',
    ],
    [
      'Exchange',
      'from mail.example.com (198.51.100.7) by mx.bureau.example (10.0.0.4) with Microsoft SMTP Server',
      'mail.example.com',
    ],
    ['Coremail', 'from mail (unknown [198.51.100.7])\r\n\tby mx.bureau.example (Coremail) with SMTP id abc; Tue', 'mail'],
  ])('is read as %s writes it', (_, line, helo) => {
    expect(arrivalOf(headers(PATH, `Received: ${line}`), OURS)).toEqual({
      ip: '198.51.100.7',
      helo,
      envelope: 'wang@example.com',
    });
  });

  it('is an IPv6 address as well', () => {
    const line = 'Received: from m (m.example.com [IPv6:2001:db8::7]) by mx.bureau.example with ESMTP';
    expect(arrivalOf(headers(PATH, line), OURS)?.ip).toBe('2001:db8::7');
  });

  const outer = 'Received: from m.example.com (m.example.com [198.51.100.7]) by mx.bureau.example with ESMTPS';
  it.each([
    ['LMTP', 'Received: from mx.bureau.example by store.bureau.example with LMTP id 7; x'],
    ['an address of ours', 'Received: from gw (gw [10.1.0.25]) by store.bureau.example with ESMTP'],
  ])('is found behind what our servers handed on by %s', (_, inner) => {
    expect(arrivalOf(headers(PATH, inner, outer), OURS)?.ip).toBe('198.51.100.7');
  });

  it.each([
    ['no server of ours wrote', [PATH, 'Received: from a (a [203.0.113.9]) by mx.elsewhere.example with ESMTP', outer]],
    ['another mailbox received', [PATH, 'Received: from a by pop.163.example with LMTP', outer]],
    ['a colleague in the house wrote', [PATH, 'Received: from pc (pc [192.168.3.4]) by mx.bureau.example with ESMTP', outer]],
    ['a machine of ours wrote', [PATH, 'Received: by mx.bureau.example (Postfix, from userid 33) id 5', outer]],
    [
      'qmail wrote in its own way',
      [PATH, 'Received: from unknown (HELO [203.0.113.9]) (198.51.100.7) by mx.bureau.example with SMTP'],
    ],
    ['there is no line at all', [PATH]],
    ['the envelope came with the letter', [outer, PATH]],
    ['there are two envelopes', [PATH, 'Return-Path: <x@evil.example>', outer]],
  ])('is not known where %s', (_, lines) => {
    expect(arrivalOf(headers(...lines), OURS)).toBeNull();
  });

  it('is never a later line that names our server', () => {
    const forged = 'Received: from good.example ([198.51.100.7]) by mx.bureau.example with ESMTP';
    const real = 'Received: from evil (evil [203.0.113.9]) by mx.bureau.example with ESMTP';
    expect(arrivalOf(headers(PATH, real, forged), OURS)?.ip).toBe('203.0.113.9');
  });

  it('takes the envelope from our own line before Return-Path', () => {
    const line = 'Received: from m ([198.51.100.7]) by mx.bureau.example with esmtp (envelope-from <li@example.com>) id 1';
    expect(arrivalOf(headers(line, PATH), OURS)?.envelope).toBe('li@example.com');
  });

  it('is nobody where nobody is named', () => {
    expect(arrivalOf(headers(PATH, outer), [])).toBeNull();
  });
});

describe('a letter that was passed on', () => {
  const ours = 'Received: from relay.other.example ([198.51.100.7]) by mx.bureau.example with ESMTP';
  it.each([
    ['by a server of somebody else', true, ['Received: from m.example.com ([192.0.2.1]) by relay.other.example with ESMTP']],
    ['and says so', true, ['Resent-From: <li@other.example>']],
    ['and is sealed', true, ['ARC-Seal: i=1; a=rsa-sha256; d=other.example']],
    ['within the sender’s own house only', false, ['Received: from pc ([10.0.0.1]) by mail.example.com with ESMTP']],
    [
      'from a person who signed in at his provider',
      false,
      ['Received: from pc ([192.0.2.8]) by smtp.provider.example with ESMTPSA'],
    ],
    ['from a web page', false, ['Received: by www.hacked.example (Postfix, from userid 33)']],
  ])('is told where it came %s: %s', (_, forwarded, lines) => {
    expect(wasForwarded(headers(ours, ...lines), 'example.com')).toBe(forwarded);
  });
});
