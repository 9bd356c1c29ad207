import { grad, derivative, hessian, jvp } from 'ad';
const modes = ['forward', 'reverse', 'auto'];
const results = new Set();
for (const outer of modes) for (const inner of modes) {
  results.add(grad(x => x * grad(y => x + y, { mode: inner })(x), { mode: outer })(1));
}
console.log(results);
console.log(grad(x => grad(y => grad(z => x * y * z * z)(y))(x))(2));
console.log(derivative(x => x * derivative(y => x * y ** 3, 2)(x))(2));
console.log(grad(x => hessian(([a, b]) => x * a * a * b)([x, 1])[0][1])(3));
console.log(grad(x => jvp(y => y * y * x, x, x))(2));
const outerValue = grad(x => { const g = grad(y => { const z = x * y; return z * z; }); return g(1) + g(2); })(3);
console.log(outerValue);
