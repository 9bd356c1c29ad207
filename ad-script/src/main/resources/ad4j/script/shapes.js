// Shapes: how numbers lie in arguments and results. A shape is LEAF for a number, {items} for an
// array, {keys, items} for an object; numbers go into a flat array and come back from one.
(function (host, shared) {
  'use strict';
  const { isTracked } = shared;
  const LEAF = 0;
  const isLeaf = (v) => typeof v === 'number' || isTracked(v);
  const isTyped = (v) => ArrayBuffer.isView(v) && !(v instanceof DataView);
  const isPlainObject = (v) => {
    const prototype = Object.getPrototypeOf(v);
    return prototype === null || prototype === Object.prototype;
  };

  // What stands where a number should.
  const describe = (v) => {
    if (v === null) return 'null';
    if (isLeaf(v)) return 'a number';
    switch (typeof v) {
      case 'string': return `the text ${JSON.stringify(v.length > 20 ? v.slice(0, 20) + '...' : v)}`;
      case 'boolean': return `the truth value ${v}`;
      case 'undefined': return 'undefined';
      case 'bigint': return `the big integer ${v}n`;
      case 'function': return 'a function';
      case 'symbol': return 'a symbol';
    }
    const name = v.constructor && v.constructor.name;
    return v instanceof Promise ? 'a promise' : `an object of class ${name || 'unknown'}`;
  };

  // Takes numbers out of v; wrong(path, words) is called for anything that is none.
  const flatten = (v, flat, wrong, path = '', depth = 0) => {
    if (isLeaf(v)) {
      flat.push(v);
      return LEAF;
    }
    if (depth > 100) wrong(path, 'nested too deeply, or within itself');
    if (typeof v === 'object' && v !== null) {
      if (Array.isArray(v) || isTyped(v)) return flattenArray(v, flat, wrong, path, depth);
      if (isPlainObject(v)) return flattenObject(v, flat, wrong, path, depth);
    }
    return wrong(path, describe(v));
  };
  const flattenArray = (v, flat, wrong, path, depth) => {
    const items = new Array(v.length);
    for (let i = 0; i < v.length; i++) {
      const item = v[i];
      if (isLeaf(item)) {
        flat.push(item);
        items[i] = LEAF;
      } else {
        items[i] = flatten(item, flat, wrong, `${path}[${i}]`, depth + 1);
      }
    }
    return { keys: null, items, doubles: isTyped(v) };
  };
  const flattenObject = (v, flat, wrong, path, depth) => {
    const keys = Object.keys(v);
    return {
      keys,
      items: keys.map((key) => flatten(v[key], flat, wrong, `${path}.${key}`, depth + 1)),
      doubles: false,
    };
  };

  // Puts something in the place of each number; typed arrays stay such only as arguments.
  const build = (shape, next, typed = false) => {
    if (shape === LEAF) return next();
    const { keys, items, doubles } = shape;
    if (keys === null) {
      const built = new Array(items.length);
      for (let i = 0; i < items.length; i++) {
        built[i] = items[i] === LEAF ? next() : build(items[i], next, typed);
      }
      return doubles && typed ? new Float64Array(built) : built;
    }
    return Object.fromEntries(keys.map((key, i) => [key, build(items[i], next, typed)]));
  };
  const reader = (flat, from = 0) => { let at = from; return () => flat[at++]; };

  const count = (shape) =>
    shape === LEAF ? 1 : shape.items.reduce((sum, item) => sum + count(item), 0);
  const same = (a, b) =>
    a === b || (a !== LEAF && b !== LEAF && (a.keys === null) === (b.keys === null)
      && a.items.length === b.items.length
      && (a.keys === null || a.keys.every((key, i) => key === b.keys[i]))
      && a.items.every((item, i) => same(item, b.items[i])));
  const key = (shape) =>
    shape === LEAF ? '' : shape.keys === null
      ? `[${shape.items.map(key)}]`
      : `{${shape.items.map((item, i) => JSON.stringify(shape.keys[i]) + key(item))}}`;
  const words = (shape) =>
    shape === LEAF ? 'a number'
      : shape.keys !== null ? `an object of ${count(shape)} numbers`
        : `an array of ${count(shape)} number${count(shape) === 1 ? '' : 's'}`;
  const names = (shape, name) =>
    shape === LEAF ? [name] : shape.items.flatMap((item, i) =>
      names(item, shape.keys === null ? `${name}[${i}]` : `${name}.${shape.keys[i]}`));

  shared.shapes = { LEAF, isLeaf, describe, flatten, build, reader, count, same, key, words, names };
})
