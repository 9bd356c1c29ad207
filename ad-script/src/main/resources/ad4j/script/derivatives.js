// The functions of the module ad that differentiate.
(function (derivatives, shared) {
  'use strict';
  const { isTracked, fail, of, written, called, plural, requireFunction, wrongResult } = shared;
  const { LEAF, flatten, build, reader, count, same, key, words, names } = shared.shapes;
  const MODES = { forward: 'FORWARD', reverse: 'REVERSE', auto: 'AUTO' };
  const modeOf = (options) => {
    if (options === undefined) return '';
    if (typeof options !== 'object' || options === null || isTracked(options)) {
      fail('script', `options are an object, not ${shared.shapes.describe(options)}`,
        "{mode: 'forward'}");
    }
    for (const name of Object.keys(options)) {
      if (name !== 'mode') fail('script', `no option '${name}'`, "there is {mode: 'forward'}");
    }
    if (options.mode === undefined) return '';
    if (!Object.hasOwn(MODES, options.mode)) {
      fail('script', `no mode '${String(options.mode)}'`, "'forward', 'reverse' or 'auto'");
    }
    return MODES[options.mode];
  };
  const order = (n) => {
    if (!Number.isInteger(n) || n < 0 || n > 1000) {
      fail('shape', `the order of a derivative cannot be ${String(n)}`, 'use an integer from 0 on');
    }
    return n;
  };

  // Without the arguments for which f has no parameters: xs.map(grad(f)) passes three.
  const accepted = (f, args) => {
    const most = derivatives.mostArguments(written(f));
    return most > 0 && args.length > most ? args.slice(0, most) : args;
  };

  // Arguments of f, taken apart.
  const point = (f, given) => {
    const args = given.length > Math.max(1, f.length) ? accepted(f, given) : given;
    if (args.length < f.length || args.length === 0) {
      fail('shape', `${called(f)} takes ${plural(Math.max(1, f.length), 'argument')}, but `
        + `${args.length === 0 ? 'none' : args.length} ${args.length < 2 ? 'was' : 'were'} given`,
      'give all of them');
    }
    const flat = [];
    const shapes = args.map((v, i) => flatten(v, flat, (path, found) => fail('shape',
      `argument ${i + 1}${path === '' ? '' : ` at ${path}`} is ${found}, no number`,
      'give numbers, or arrays or objects of numbers; let the function capture anything else')));
    if (flat.length === 0) {
      fail('shape', 'there is nothing to differentiate by: the arguments hold no numbers',
        'give at least one number');
    }
    for (let i = 0; i < flat.length; i++) {
      if (flat[i] !== flat[i]) {
        fail('finite', `number ${i + 1} of the arguments is NaN`, 'there is no slope at NaN');
      }
    }
    const single = args.length === 1;
    return { flat, shapes, shape: single ? shapes[0] : { keys: null, items: shapes, doubles: false } };
  };

  // f on flat arrays; the shape of what it returned is kept.
  const onFlat = (f, shapes, scalar) => {
    const call = {
      output: LEAF,
      run: null,
      accept(output) {
        call.output = output;
        if (scalar && output !== LEAF) {
          fail('result', `${called(f)} returned ${words(output)}; ${scalar} needs one number`,
            'use jacobian(f), or return one of them');
        }
      },
    };
    const plain = shapes.length === 1 && shapes[0] === LEAF;
    call.run = (flat) => {
      const next = reader(flat);
      const result = plain ? f(flat[0]) : f(...shapes.map((shape) => build(shape, next, true)));
      const results = [];
      call.accept(flatten(result, results, wrongResult(f)));
      return results;
    };
    return call;
  };

  const derived = (f, name, g) => {
    Object.defineProperty(g, of, { value: f });
    Object.defineProperty(g, 'length', { value: f.length });
    Object.defineProperty(g, 'name', { value: `${name} of ${f.name || 'function'}` });
    return g;
  };
  const operation = (name, scalar, compute) => (f, options) => {
    requireFunction(f, name);
    const mode = modeOf(options);
    return derived(f, name, (...args) => {
      const at = point(f, args);
      return compute(at, onFlat(f, at.shapes, scalar), mode, f);
    });
  };
  const matrix = (rows, columns, next) => build(rows, () => build(columns, next));

  const jacobianOf = (call, mode, at, f) => {
    const compiled = f[shared.compiledBy];
    if (compiled === undefined || derivatives.inside()) {
      return derivatives.jacobian(call.run, mode, at.flat);
    }
    const { output, flat } = compiled(at).jacobian(at.flat);
    call.accept(output);
    return flat;
  };
  const grad = operation('grad', 'a gradient', (at, call, mode, f) =>
    build(at.shape, reader(jacobianOf(call, mode, at, f), 1)));
  const valueAndGrad = operation('valueAndGrad', 'a gradient', (at, call, mode, f) => {
    const next = reader(jacobianOf(call, mode, at, f));
    return { value: next(), gradient: build(at.shape, next) };
  });
  const jacobian = operation('jacobian', '', (at, call, mode, f) => {
    const flat = jacobianOf(call, mode, at, f);
    return matrix(call.output, at.shape, reader(flat, count(call.output)));
  });
  const valueAndJacobian = operation('valueAndJacobian', '', (at, call, mode, f) => {
    const next = reader(jacobianOf(call, mode, at, f));
    return { value: build(call.output, next), jacobian: matrix(call.output, at.shape, next) };
  });
  const hessian = operation('hessian', 'a Hessian', (at, call, mode) => matrix(
    at.shape, at.shape, reader(derivatives.hessian(call.run, mode, at.flat), 1 + at.flat.length)));
  const valueGradientHessian = operation('valueGradientHessian', 'a Hessian', (at, call, mode) => {
    const next = reader(derivatives.hessian(call.run, mode, at.flat));
    return {
      value: next(),
      gradient: build(at.shape, next),
      hessian: matrix(at.shape, at.shape, next),
    };
  });

  const oneVariable = (at, what) => {
    if (at.flat.length !== 1) {
      fail('shape', `${what} needs a function of one number, not of ${at.flat.length}`,
        'use grad(f), or fix the other arguments: x => f(x, 1)');
    }
  };
  // The value and the derivatives up to order n, of which pick gives what is asked for.
  const ordered = (name, pick) => (f, n = 1, options = undefined) => {
    requireFunction(f, name);
    const mode = modeOf(options);
    const k = order(n);
    return derived(f, name, (...args) => {
      const at = point(f, args);
      oneVariable(at, name);
      const call = onFlat(f, at.shapes, '');
      const next = reader(derivatives.derivatives(call.run, mode, at.flat, k));
      return pick(Array.from({ length: k + 1 }, () => build(call.output, next)));
    });
  };
  const derivative = ordered('derivative', (all) => all.at(-1));
  const upToOrder = ordered('derivatives', (all) => all);

  // What takes a function, a point and more at once.
  const FORMS = {
    jvp: 'point, direction', vjp: 'point, weights', hvp: 'point, direction', taylor: 'point, order',
    valueAndJvp: 'point, direction', valueAndVjp: 'point, weights', valueAndHvp: 'point, direction',
    check: 'point', explain: 'point', graph: 'point',
  };
  const atOnce = (name, g) => (f, ...rest) => {
    requireFunction(f, name);
    const needed = FORMS[name].split(', ');
    const missing = needed.find((_, i) => rest[i] === undefined);
    if (missing !== undefined) {
      fail('script', `${name} needs a ${missing}`.replace(' a weights', ' weights')
        .replace(' a order', ' an order'), `the form is ${name}(f, ${FORMS[name]})`);
    }
    return g(f, ...rest);
  };
  const allAtOnce = (functions) => Object.fromEntries(
    Object.entries(functions).map(([name, g]) => [name, named(name, atOnce(name, g))]));
  const named = (name, g) => {
    Object.defineProperty(g, 'name', { value: name });
    return g;
  };

  // A point given as one value: for a function of several parameters, the list of its arguments.
  const spread = (f, value) => {
    requireFunction(f, 'a derivative');
    return f.length === 1 || !Array.isArray(value) ? [value] : [...value];
  };
  const like = (at, f, value, what) => {
    const other = point(f, spread(f, value));
    if (!same(at.shape, other.shape)) {
      fail('shape', `the ${what} is ${words(other.shape)}, but the point is ${words(at.shape)}`,
        `give the ${what} the shape of the point`);
    }
    return other.flat;
  };
  const valueAndJvp = (f, at, direction, options) => {
    const x = point(f, spread(f, at));
    const call = onFlat(f, x.shapes, '');
    const v = like(x, f, direction, 'direction');
    const next = reader(derivatives.jvp(call.run, modeOf(options), x.flat, v));
    return { value: build(call.output, next), tangent: build(call.output, next) };
  };
  const jvp = (f, at, direction, options) => valueAndJvp(f, at, direction, options).tangent;
  const valueAndVjp = (f, at, weights, options) => {
    const x = point(f, spread(f, at));
    const call = onFlat(f, x.shapes, '');
    const w = [];
    const shape = flatten(weights, w, (path, found) =>
      fail('shape', `the weights hold ${found}${path === '' ? '' : ` at ${path}`}`, 'give numbers'));
    const run = (flat) => {
      const results = call.run(flat);
      if (!same(shape, call.output)) {
        fail('shape', `the weights are ${words(shape)}, but ${called(f)} returned `
          + words(call.output), 'give the weights the shape of the result');
      }
      return results;
    };
    const next = reader(derivatives.vjp(run, modeOf(options), x.flat, w));
    return { value: build(call.output, next), adjoint: build(x.shape, next) };
  };
  const vjp = (f, at, weights, options) => valueAndVjp(f, at, weights, options).adjoint;
  const valueAndHvp = (f, at, direction, options) => {
    const x = point(f, spread(f, at));
    const call = onFlat(f, x.shapes, 'a Hessian');
    const v = like(x, f, direction, 'direction');
    const next = reader(derivatives.hvp(call.run, modeOf(options), x.flat, v));
    return { value: next(), gradient: build(x.shape, next), product: build(x.shape, next) };
  };
  const hvp = (f, at, direction, options) => valueAndHvp(f, at, direction, options).product;
  const taylor = (f, at, n, direction) => {
    const x = point(f, spread(f, at));
    if (direction === undefined) oneVariable(x, 'taylor without a direction');
    const call = onFlat(f, x.shapes, 'a Taylor series');
    const v = direction === undefined ? [1] : like(x, f, direction, 'direction');
    return derivatives.taylor(call.run, x.flat, v, order(n));
  };

  const plainPoint = (f, at, what) => {
    const x = point(f, spread(f, at));
    if (x.flat.some(isTracked)) {
      fail('shape', `${what} cannot be used inside a differentiated function`, 'call it outside');
    }
    return x;
  };
  const inputNames = (f, x) => {
    const own = parameters(f);
    const { keys } = x.shape;
    if (keys && keys.length === x.flat.length && own.every((name) => keys.includes(name))) return keys;
    return own.length === x.flat.length ? own
      : x.shapes.flatMap((shape, i) => names(shape, own[i] ?? `x${i + 1}`));
  };
  const check = (f, at) => {
    const x = plainPoint(f, at, 'check');
    const flat = derivatives.check(onFlat(f, x.shapes, '').run, x.flat, inputNames(f, x));
    const fields = ['output', 'input', 'forward', 'reverse', 'numeric', 'error', 'left', 'right',
      'verdict', 'message'];
    const partials = [];
    for (const next = reader(flat); partials.length * fields.length < flat.length;) {
      const partial = Object.fromEntries(fields.map((field) => [field, next()]));
      partials.push({ ...partial, verdict: partial.verdict.toLowerCase() });
    }
    return { passed: partials.every((p) => p.verdict !== 'disagrees'), partials };
  };
  const explaining = (name) => (f, at) => {
    const x = plainPoint(f, at, name);
    return derivatives[name](onFlat(f, x.shapes, '').run, x.flat, inputNames(f, x));
  };
  const explain = explaining('explain');
  const graph = explaining('graph');

  const stopGradient = (v) => {
    const flat = [];
    const shape = flatten(v, flat, (path, found) =>
      fail('shape', `stopGradient of ${found}`, 'give a number, or an array or object of numbers'));
    return build(shape, reader(flat.map((x) => (isTracked(x) ? shared.observe(x) : x))), true);
  };

  const parameters = (f) => derivatives.parameters(written(f));
  const captured = (f) => derivatives.captured(written(f)).filter((name) => !shared.initial.has(name));

  Object.assign(shared, {
    parameters, captured, derived, point, onFlat,
    module: {
      grad, valueAndGrad, jacobian, valueAndJacobian, hessian, valueGradientHessian, derivative,
      derivatives: upToOrder, stopGradient,
      ...allAtOnce({
        jvp, valueAndJvp, vjp, valueAndVjp, hvp, valueAndHvp, taylor, check, explain, graph,
      }),
    },
  });
})
