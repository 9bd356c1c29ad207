import { grad, jacobian } from 'ad';
grad(x => { console.log('x is', x, `and twice ${2 * x}`, [x, { a: x }], x.toFixed(3)); return x; })(1.5);
console.log(jacobian(xs => xs)([1, 2]), { a: [1, 2, { b: 'c' }], f: Math.sin, n: null, u: undefined });
console.log(-0, [-0], NaN, [1.5, 'text', true], new Map([['a', 1]]), new Set([1]), 10n, [10n]);
console.log(Array.from({ length: 40 }, (_, i) => i * 1000));
const self = { name: 'self' }; self.self = self;
console.log(self, [[[[[[[[1]]]]]]]], class A {}, Symbol('s'), [,1]);
