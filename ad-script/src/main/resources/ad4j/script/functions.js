// What is said of functions: their text, their names, what is wrong with their results.
(function (derivatives, shared) {
  'use strict';
  const fail = (kind, what, remedy) => derivatives.fail(kind, what, remedy);
  const of = Symbol('of'); // the function that another one was made of
  const written = (f) => {
    let origin = f;
    while (origin[of] !== undefined) origin = origin[of];
    return shared.rewritten(origin);
  };
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const called = (f) => (f.name ? `'${f.name}'` : 'the function');
  const requireFunction = (f, what) => {
    if (typeof f !== 'function') {
      fail('script', `${what} needs a function, not ${shared.shapes.describe(f)}`,
        `${what}(x => x * x)`);
    }
  };
  const wrongResult = (f) => (path, found) => fail('result',
    `${called(f)} returned ${found}${path === '' ? '' : ` at ${path}`}, no number`,
    found === 'undefined' ? "is a 'return' missing?"
      : found === 'a promise' ? 'a function that is async cannot be differentiated'
        : found.startsWith('the truth') ? 'write c ? 1 : 0'
          : 'return a number, or an array or object of numbers');
  Object.assign(shared, { fail, of, written, plural, called, requireFunction, wrongResult });
})
