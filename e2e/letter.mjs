// Mail over the wire, read without the help of the program that wrote it.

/** A letter as a mail program takes it apart: its headers, the part in plain text, and all parts that hold none themselves. */
export function read(raw) {
  const [head, ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())]),
  );
  const boundary = headers.get('content-type')?.match(/boundary="?([^";]+)/)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => read(part.replace(/^\r\n/, '')));
    const plain = parts.find((part) => /text\/plain|multipart/.test(part.headers.get('content-type')));
    return { headers, text: plain?.text ?? '', parts: parts.flatMap((part) => part.parts) };
  }
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit';
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? bytes(body.replace(/=\r\n/g, ''))
        : body;
  return { headers, text, parts: [{ headers, text }] };
}

/** =C3=A6 is æ. */
const bytes = (text) => Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))), 'latin1').toString('utf8');

/** =?utf-8?B?…?= in a header. */
const words = (text) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, coded) =>
      kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString('utf8') : bytes(coded.replaceAll('_', ' ')),
    );
