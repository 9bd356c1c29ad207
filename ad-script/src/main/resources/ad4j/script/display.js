// Values as text, as the prompt and console.log show them; tracked numbers as the numbers they are.
(function (host, shared) {
  'use strict';
  const { isTracked } = shared;
  const MOST = 100; // items, members
  const WIDTH = 76;

  const number = (v) => (Object.is(v, -0) ? '-0' : String(v));
  const key = (name) => (typeof name === 'symbol' ? `[${String(name)}]`
    : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name));
  const title = (v) => {
    const name = Object.getPrototypeOf(v)?.constructor?.name;
    return name === undefined || name === 'Object' || name === 'Array' ? '' : `${name} `;
  };
  const filled = (parts, indent) => {
    const lines = [];
    let line = indent;
    parts.forEach((part, i) => {
      const piece = part + (i + 1 < parts.length ? ',' : '');
      if (line.length > indent.length && line.length + 1 + piece.length > WIDTH) {
        lines.push(line);
        line = indent;
      }
      line += (line.length > indent.length ? ' ' : '') + piece;
    });
    return [...lines, line];
  };
  const listed = (open, parts, close, indent) => {
    const line = parts.length === 0 ? open + close : `${open}${parts.join(', ')}${close}`;
    if (line.length + indent.length <= WIDTH && !line.includes('\n')) return line;
    if (open.endsWith('[') && parts.every((part) => part.length <= 24 && !part.includes('\n'))) {
      return `${open}\n${filled(parts, `${indent}  `).join('\n')}\n${indent}${close}`;
    }
    return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
  };

  const items = (values, total, open, close, seen, indent) => {
    const parts = values.map((v) => shown(v, seen, `${indent}  `));
    if (total > values.length) parts.push(`... ${total - values.length} more`);
    return listed(open, parts, close, indent);
  };
  // Objects of the language such as Math: their members do not count as such.
  const tagged = (v, indent) => {
    const names = Object.getOwnPropertyNames(v);
    const line = `${v[Symbol.toStringTag]} {${names.join(', ')}}`;
    return line.length + indent.length <= WIDTH ? line
      : `${v[Symbol.toStringTag]} {\n${filled(names, `${indent}  `).join('\n')}\n${indent}}`;
  };
  const members = (v, seen, indent) => {
    const names = Object.keys(v);
    if (names.length === 0 && Object.hasOwn(v, Symbol.toStringTag)) return tagged(v, indent);
    const parts = names.slice(0, MOST).map((name) => {
      const property = Object.getOwnPropertyDescriptor(v, name);
      return `${key(name)}: ${'value' in property ? shown(property.value, seen, `${indent}  `) : '[accessor]'}`;
    });
    if (names.length > MOST) parts.push(`... ${names.length - MOST} more`);
    return listed(`${title(v)}{`, parts, '}', indent);
  };
  const object = (v, seen, indent) => {
    if (seen.includes(v)) return '[circular]';
    if (seen.length > 6) return Array.isArray(v) ? '[...]' : '{...}';
    const inner = [...seen, v];
    if (Array.isArray(v) || shared.isDoubles(v) || (ArrayBuffer.isView(v) && 'length' in v)) {
      return items(Array.from({ length: Math.min(v.length, MOST) }, (_, i) => v[i]), v.length,
        `${title(v)}[`, ']', inner, indent);
    }
    if (v instanceof Map) {
      const parts = [...v].slice(0, MOST).map(([k, item]) =>
        `${shown(k, inner, indent)} => ${shown(item, inner, `${indent}  `)}`);
      return listed('Map {', parts, '}', indent);
    }
    if (v instanceof Set) return items([...v].slice(0, MOST), v.size, 'Set {', '}', inner, indent);
    if (v instanceof Date || v instanceof RegExp || v instanceof Error) return String(v);
    if (v instanceof Promise) return 'Promise {}';
    return members(v, inner, indent);
  };
  const shown = (v, seen, indent) => {
    switch (typeof v) {
      case 'number': return number(v);
      case 'string': return JSON.stringify(v);
      case 'bigint': return `${v}n`;
      case 'function': return func(v);
      case 'object': return v === null ? 'null' : isTracked(v) ? number(host.value(v))
        : object(v, seen, indent);
      default: return String(v);
    }
  };
  const func = (f) => {
    const frozen = Object.hasOwn(f, 'frozen') && f.frozen.length > 0 ? `; frozen: ${f.frozen.join(', ')}` : '';
    const kind = /^class\b/.test(Function.prototype.toString.call(f)) ? 'class' : 'function';
    return `[${kind}${f.name ? ` ${f.name}` : ''}${frozen}]`;
  };
  shared.display = (v) => (v === undefined ? ''
    : typeof v === 'string' && v.includes('\n') ? v : shown(v, [], ''));
  shared.inspect = (v) => (v === undefined ? 'undefined' : shown(v, [], ''));
})
