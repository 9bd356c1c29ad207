// What Java calls in the prelude.
(function (shared) {
  'use strict';
  const { isTracked } = shared;
  // f as a function of a flat array: its arguments are all numbers, or one array, or one object.
  const entry = (f, style, ...keys) => {
    const call = (flat) => {
      switch (style) {
        case 'array': return f(flat);
        case 'object': return f(Object.fromEntries(keys.map((key, i) => [key, flat[i]])));
        default: return f(...flat);
      }
    };
    return (flat) => {
      const results = [];
      shared.shapes.flatten(call(flat), results, shared.wrongResult(f));
      return results;
    };
  };

  // Names for completion: of globals, or of members of what a chain of names leads to.
  const isWord = (name) => typeof name === 'string' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)
    && !name.startsWith('ad$') && name !== 'arguments';
  const members = (...chain) => {
    let object = globalThis;
    for (const name of chain) {
      if (object === null || object === undefined) return [];
      const owner = ownerOf(Object(object), name);
      const property = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!property) return [];
      object = 'value' in property ? property.value : owner === globalThis ? owner[name] : undefined;
    }
    if (object === null || object === undefined || isTracked(object)) return [];
    const names = new Set();
    for (let o = Object(object); o !== null; o = Object.getPrototypeOf(o)) {
      if (chain.length === 0 && o !== globalThis) break;
      Object.getOwnPropertyNames(o).filter(isWord).forEach((name) => names.add(name));
      if (o === Object.prototype) break;
    }
    return [...names].sort();
  };
  const ownerOf = (object, name) => {
    for (let o = object; o !== null; o = Object.getPrototypeOf(o)) {
      if (Object.hasOwn(o, name)) return o;
    }
    return null;
  };

  // The globals, but for names of the module that still mean what they do there.
  const globals = () => Object.getOwnPropertyNames(globalThis).filter((name) =>
    !Object.hasOwn(shared.module, name)
      || Object.getOwnPropertyDescriptor(globalThis, name).value !== shared.module[name]);

  // The globals that inputs at the prompt have declared, or declared otherwise.
  const valueOf = (name) => Object.getOwnPropertyDescriptor(globalThis, name).value;
  const variables = () => Object.getOwnPropertyNames(globalThis).filter((name) => isWord(name)
    && !(shared.initial.has(name) && Object.is(shared.initial.get(name), valueOf(name))));

  // Constants at the prompt: they cannot be assigned, but declared again.
  const release = (...names) => names.forEach((name) => {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    if (property !== undefined && 'value' in property) return;
    Object.defineProperty(globalThis, name,
      { value: undefined, writable: true, configurable: true, enumerable: true });
  });
  const bind = (local, name) => {
    globalThis[local] = name === '*' ? shared.module : shared.module[name];
  };
  const protect = (...names) => names.forEach((name) => {
    const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, {
      get: () => value,
      set() { throw new TypeError(`'${name}' is a constant: declare it again to change it`); },
      configurable: true,
      enumerable: true,
    });
  });

  // Bare names, which the user may declare otherwise.
  const publish = () => {
    for (const name of Object.keys(shared.module)) {
      if (name in globalThis) continue;
      Object.defineProperty(globalThis, name,
        { value: shared.module[name], writable: true, configurable: true, enumerable: false });
    }
    shared.define('module', Object.freeze(shared.module));
    shared.initial = new Map(
      Object.getOwnPropertyNames(globalThis).map((name) => [name, valueOf(name)]));
  };

  return {
    append: (array = [], ...items) => {
      for (let i = 0; i < items.length; i++) array.push(items[i]);
      return array;
    },
    constant: (v) => () => v,
    text: (f) => shared.written(f),
    entry, members, globals, variables, release, protect, bind, publish, display: (v) => shared.display(v),
  };
})
