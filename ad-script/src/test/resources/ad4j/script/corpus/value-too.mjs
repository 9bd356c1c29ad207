import { derivative, derivatives, hvp, jvp, vjp, valueAndHvp, valueAndJvp, valueAndVjp } from 'ad';
const f = ([a, b]) => [a * b, a + b];
console.log(valueAndJvp(f, [2, 3], [1, 10]), valueAndVjp(f, [2, 3], [1, 10]));
console.log(valueAndHvp((a, b) => a * a * b, [1, 2], [0, 1]));
console.log(valueAndJvp(o => ({ s: o.a * o.b }), { a: 2, b: 3 }, { a: 1, b: 0 }));
console.log(derivatives(x => x ** 3, 3)(2), derivatives(x => [x, x * x], 1)(3), derivatives(Math.exp, 0)(0));
console.log(derivative(x => derivatives(y => y ** 3)(x)[1])(2));
const g = (a, b) => a ** 3 * b;
console.log(valueAndHvp(g, [2, 3], [1, 0]).product.join() === hvp(g, [2, 3], [1, 0]).join(),
  valueAndJvp(g, [2, 3], [1, 0]).tangent === jvp(g, [2, 3], [1, 0]),
  valueAndVjp(g, [2, 3], 2).adjoint.join() === vjp(g, [2, 3], 2).join());
