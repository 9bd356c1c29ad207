// The functions of the module ad that are operators, and those that make operators and freeze
// functions.
(function (host, derivatives, shared, registered) {
  'use strict';
  const { isTracked, site, fail, derived, point, onFlat, plural } = shared;
  const { build, reader, key } = shared.shapes;
  const all = {};

  const wrongArity = (name, arity, given) => fail('shape',
    `operator '${name}' takes ${plural(arity, 'argument')}, but ${given} `
    + `${given === 1 ? 'was' : 'were'} given`, 'give all of them, and no more');
  // xs.map(f) and the like pass an index and the array after the arguments.
  const isCallback = (values, arity) =>
    values.length === arity + 2 && (Array.isArray(values.at(-1)) || shared.isDoubles(values.at(-1)));
  const number = (name, v) => {
    if (typeof v === 'number' || isTracked(v)) return v;
    if (typeof v === 'boolean' || v === null) return +v;
    return fail('shape', `operator '${name}' needs numbers, not ${shared.shapes.describe(v)}`,
      'give numbers');
  };
  const called = (name, arity, handle, onPlain) => {
    const f = (...values) => {
      const place = site();
      if (arity >= 0 && values.length !== arity) {
        if (!isCallback(values, arity)) wrongArity(name, arity, values.length);
        values.length = arity;
      }
      let tracked = false;
      for (let i = 0; i < values.length; i++) {
        if (typeof values[i] !== 'number') {
          values[i] = number(name, values[i]);
          tracked ||= typeof values[i] !== 'number';
        }
      }
      if (!tracked) return onPlain(values);
      switch (arity) {
        case 1: return host.unary(handle, place, values[0]);
        case 2: return shared.binary(handle, place, values[0], values[1]);
        default: return host.nary(handle, place, ...values);
      }
    };
    Object.defineProperty(f, 'name', { value: name });
    Object.defineProperty(f, 'length', { value: Math.max(arity, 0) });
    return f;
  };
  for (const entry of registered.split(',')) {
    const [name, arity] = entry.split(':');
    const handle = host.operator(name);
    all[name] = called(name, +arity, handle, arity === '1'
      ? (values) => host.plain(handle, values[0])
      : (values) => host.plainNary(handle, ...values));
  }

  const operator = (name, definition) => {
    if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      fail('operator', `${shared.shapes.describe(name)} cannot name an operator`,
        'use letters and digits, a letter first');
    }
    const { value, slope } = definition ?? {};
    if (typeof value !== 'function' || value.length === 0) {
      fail('operator', `operator '${name}' has no value`, '{value: x => ..., slope: x => ...}');
    }
    const slopes = Array.isArray(slope) ? slope : null;
    const arity = value.length;
    if (slopes ? !slopes.every((f) => typeof f === 'function') : typeof slope !== 'function') {
      fail('operator', `operator '${name}' has no slope`, '{value: x => ..., slope: x => ...}');
    }
    if (slopes && slopes.length !== arity) {
      fail('operator', `operator '${name}' takes ${plural(arity, 'argument')}, but has `
        + plural(slopes.length, 'slope'), 'give one slope an argument');
    }
    const at = (...xs) => {
      const y = value(...xs);
      if (typeof y === 'number') return y;
      return fail('operator', `the value of operator '${name}' is ${isTracked(y)
        ? 'a tracked number, which it captured' : shared.shapes.describe(y)}`,
      'it is to be a plain number, made of the arguments alone');
    };
    const slopeAt = (i, ...xs) => {
      const partial = slopes ? slopes[i](...xs) : arity === 1 ? slope(...xs) : slope(...xs)?.[i];
      if (typeof partial === 'number' || isTracked(partial)) return partial;
      return fail('operator', `slope ${i + 1} of operator '${name}' is `
        + shared.shapes.describe(partial), 'it is to be a number');
    };
    const handle = derivatives.define(name, arity, at, slopeAt);
    return called(name, arity, handle, (values) => at(...values));
  };

  // A frozen function: one recording for each shape of its arguments.
  shared.compiledBy = Symbol('compiledBy');
  const compile = (f) => {
    shared.requireFunction(f, 'compile');
    const recordings = new Map();
    const by = (at) => {
      const shape = at.shapes.map(key).join(';');
      if (!recordings.has(shape)) {
        const call = onFlat(f, at.shapes, '');
        recordings.set(shape, { call, frozen: derivatives.compile(call.run) });
      }
      const { call, frozen } = recordings.get(shape);
      return {
        values: (flat) => { const v = frozen.values(flat); return build(call.output, reader(v)); },
        jacobian: (x) => { const flat = frozen.jacobian(x); return { output: call.output, flat }; },
      };
    };
    const compiled = derived(f, 'compiled', (...args) => {
      if (derivatives.inside()) return f(...args);
      const at = point(f, args);
      return at.flat.some(isTracked) ? f(...args) : by(at).values(at.flat);
    });
    Object.defineProperty(compiled, shared.compiledBy, { value: by });
    Object.defineProperty(compiled, 'frozen', { value: Object.freeze(shared.captured(f)) });
    return compiled;
  };
  Object.assign(shared.module, { ...all, ...shared.module, operator, compile });
})
