import { hvp, jvp, vjp, hessian, taylor } from 'ad';
const f = ([a, b]) => a * a * b + b ** 3;
console.log(hvp(f, [1, 2], [1, 1]), hessian(f)([1, 2]));
console.log(jvp(([a, b]) => [a * b, a + b], [2, 3], [1, 10]), vjp(([a, b]) => [a * b, a + b], [2, 3], [1, 10]));
console.log(jvp((a, b) => a * b, [2, 3], [1, 0]), hvp((a, b) => a * a * b, [1, 2], [0, 1]));
console.log(jvp(o => ({ s: o.a * o.b }), { a: 2, b: 3 }, { a: 1, b: 0 }), vjp(o => ({ s: o.a * o.b }), { a: 2, b: 3 }, { s: 2 }));
console.log(taylor(x => 1 / (1 - x), 0, 6), taylor((x, y) => x * y, [1, 2], 3, [1, 1]));
