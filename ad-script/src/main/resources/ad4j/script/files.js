// The functions of the module ad that read files.
(function (files, shared) {
  'use strict';
  const path = (v) => (typeof v === 'string' ? v
    : shared.fail('script', `a path is text, not ${shared.shapes.describe(v)}`, "readText('a.txt')"));
  const readText = (file) => files.readText(path(file));

  // Fields of one line after RFC 4180; what reads as a number becomes one.
  const value = (text) => (text.trim() === '' || !Number.isFinite(+text) ? text : +text);
  const readCsv = (file) => {
    const rows = [[]];
    const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\n|\r|$)/gy;
    const text = readText(file).replace(/^\uFEFF/, '');
    while (field.lastIndex < text.length) {
      const match = field.exec(text);
      if (match === null) {
        shared.fail('script', `line ${rows.length} of '${file}' is no CSV`, 'close its quotes');
      }
      const [, raw, end] = match;
      rows.at(-1).push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : value(raw));
      if (end !== ',' && field.lastIndex < text.length) rows.push([]);
      if (end === ',' && field.lastIndex === text.length) rows.at(-1).push('');
    }
    const [columns, ...data] = rows;
    return { columns, rows: data };
  };
  Object.assign(shared.module, { readText, readCsv });
})
